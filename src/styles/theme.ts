// Reads the colours of tokens.css and computes their contrast: for the tests of the colours and the styleguide.

/** The colours that a selector of tokens.css declares, by name; throws when the file has no such block. */
export function readTheme(css: string, selector: string): Record<string, string> {
	const start = css.indexOf(selector);
	if (start < 0) throw new Error(`src/styles/tokens.css has no block "${selector}": adapt who reads it (src/styles/theme.ts)`);
	const block = css.slice(css.indexOf('{', start), css.indexOf('}', start));
	return Object.fromEntries([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
export function contrast(one: string, other: string): number {
	const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
	return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
	const [red, green, blue] = [1, 3, 5].map((start) => {
		const value = parseInt(colour.slice(start, start + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
