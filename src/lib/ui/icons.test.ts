import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { icons, mirrored } from './icons';
import { pageIcons } from './page-icons';

const root = new URL('../../', import.meta.url).pathname;
const components = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.svelte'));
const names = new Set<string>([...Object.keys(icons), ...Object.keys(pageIcons)]);

/** Names written out in markup or beside `icon:`; names that are computed are typed, so the compiler checks those. */
function listUsed(path: string): string[] {
	const text = readFileSync(join(root, path), 'utf8');
	return [...text.matchAll(/(?:<Icon name|icon)(?:=|: )["']([a-z-]+)["']/g)].map(([, name]) => name as string);
}

describe('icons', () => {
	it('draws inside the 24 grid with commands that SVG knows', () => {
		for (const path of [...Object.values(icons), ...Object.values(pageIcons)])
			expect(path).toMatch(/^[MmLlHhVvCcSsQqTtAaZz\d\s.,-]+$/);
	});

	it('has no name twice and mirrors only what exists', () => {
		expect(names.size).toBe(Object.keys(icons).length + Object.keys(pageIcons).length);
		for (const name of mirrored) expect(names).toContain(name);
	});

	it.each(components)('%s uses icons that exist', (path) => {
		for (const name of listUsed(path))
			expect(names, `unknown icon "${name}" in src/${path}: add it to src/lib/ui/page-icons.ts`).toContain(name);
	});

	it.each(components.filter((path) => /^lib\/(modules|live)\//.test(path)))(
		'%s, in the island, uses icons that an island carries',
		(path) => {
			for (const name of listUsed(path)) {
				expect(
					Object.keys(icons),
					`"${name}" in src/${path} is for pages only: move it from page-icons.ts to icons.ts`
				).toContain(name);
			}
		}
	);
});
