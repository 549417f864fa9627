// Contrast of words on every ground they may stand on, computed from tokens.css (WCAG 2.2, relative luminance).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, readTheme } from './theme';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const themes = { light: readTheme(css, ":root,\n[data-theme='light']"), dark: readTheme(css, "\n[data-theme='dark']") };
const grounds = ['paper', 'card', 'sky', 'sand', 'rose'];
const pairs = [
	...grounds.map((ground) => ['ink', ground, 7] as const),
	...['paper', 'card', 'sky', 'sand'].map((ground) => ['soft', ground, 7] as const),
	['go-ink', 'go', 7],
	['go-ink', 'go-hover', 7],
	['mark-ink', 'mark', 7],
	['paper', 'ink', 7],
	['coral-ink', 'paper', 7],
	['coral-ink', 'card', 7],
	['leaf-ink', 'paper', 7],
	['leaf-ink', 'card', 7],
	// Not words: edges, focus rings and bars need 3:1 (WCAG 1.4.11).
	...grounds.map((ground) => ['line', ground, 3] as const),
	...grounds.map((ground) => ['focus', ground, 3] as const),
	['coral', 'card', 3],
	['leaf', 'card', 3]
] as const;

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
	it.each(pairs)('%s on %s reaches %d:1', (words, ground, least) => {
		const [a, b] = [themes[theme][words], themes[theme][ground]];
		expect(a && b, `--${words} or --${ground} is missing in src/styles/tokens.css`).toBeTruthy();
		expect(contrast(a as string, b as string)).toBeGreaterThanOrEqual(least);
	});
});

it('says the dark colours twice and the same', () => {
	expect(readTheme(css, ":root:not([data-theme='light'])")).toEqual(themes.dark);
	expect(Object.keys(themes.dark).filter((name) => !(name in themes.light))).toEqual([]);
});

it('keeps words in pictures readable', () => {
	expect(contrast('#1b1b2f', '#ffffff')).toBeGreaterThanOrEqual(7);
	expect(contrast('#8a2b0d', '#ffffff')).toBeGreaterThanOrEqual(7);
});
