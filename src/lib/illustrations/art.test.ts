import { mkdtempSync, readFileSync, symlinkSync, utimesSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { optimize } from 'svgo';
import { afterAll, describe, expect, it } from 'vitest';
import { castUrl, placeUrl } from './art';
import { drawAll, generateArt } from './generate';
import { characters, moods, places } from './ids';
import { getArtVersion, isFresh, outputDirectory, outputs, sourceDirectory } from './sources';

const root = process.cwd();
const drawings = drawAll(root);

function getDrawing(file: string): string {
	const svg = drawings.get(file);
	if (!svg) throw new Error(`${file} is not drawn.`);
	return svg;
}

const listIds = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);

describe('names', () => {
	// Read as text: this folder is below content and may not import it.
	const listUnion = (file: string, name: string) =>
		new RegExp(`export type ${name} = ([^;]+);`).exec(readFileSync(join(root, file), 'utf8'))?.[1]?.match(/[\w-]+/g);

	it('of moods and frames are those of the content', () => {
		expect(listUnion('src/lib/content/graph.ts', 'Mood')).toEqual([...moods]);
		expect(listUnion('src/lib/content/graph.ts', 'Frame')).toEqual(listUnion(`${sourceDirectory}/ids.ts`, 'Frame'));
	});
});

describe.each(outputs)('%s', (file) => {
	const svg = getDrawing(file);

	it('is well-formed', () => {
		expect(() => optimize(svg, { plugins: [] })).not.toThrow();
	});

	it('runs and fetches nothing', () => {
		expect(svg).not.toMatch(/<script|<foreignObject|<image|<style|javascript:|url\(| on\w+=/i);
		expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toContain('//');
		for (const [, target] of svg.matchAll(/href="([^"]*)"/g)) expect(target).toBe('#base');
	});

	it('has each id once', () => {
		const ids = listIds(svg);
		expect(ids).toEqual([...new Set(ids)]);
	});
});

describe('cast', () => {
	it.each(characters)('%s has every mood, over parts drawn once, in at most 6 kB', (who) => {
		const svg = getDrawing(`cast/${who}.svg`);
		expect(listIds(svg)).toEqual(['base', ...moods]);
		expect(
			new Set(
				svg
					.split('<symbol')
					.slice(1)
					.map((symbol) => symbol.replace(/^ id="\w+"/, ''))
			).size
		).toBe(moods.length);
		expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(6000);
	});
});

describe('places', () => {
	it.each([...places, 'phone'])('%s is one symbol that can be cropped, in at most 2.5 kB', (place) => {
		const svg = getDrawing(`places/${place}.svg`);
		expect(listIds(svg)).toEqual(['place']);
		expect(svg).toContain('viewBox="0 0 720 600"');
		expect(svg).toContain(place === 'phone' ? 'xMidYMin slice' : 'xMidYMax slice');
		expect(svg.length).toBeLessThanOrEqual(2500);
	});
});

describe('generation', () => {
	const copy = mkdtempSync(join(tmpdir(), 'relais-art-'));
	mkdirSync(join(copy, 'src/lib'), { recursive: true });
	cpSync(join(root, sourceDirectory), join(copy, sourceDirectory), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
	afterAll(() => rmSync(copy, { recursive: true }));

	it('writes the same bytes every time and knows when to write again', { timeout: 20_000 }, () => {
		expect(isFresh(copy)).toBe(false);
		generateArt(copy);
		expect(isFresh(copy)).toBe(true);
		for (const file of outputs) expect(readFileSync(join(copy, outputDirectory, file), 'utf8')).toBe(getDrawing(file));
		const version = getArtVersion(copy);
		const later = new Date(Date.now() + 60_000);
		utimesSync(join(copy, sourceDirectory, 'places/bus.svg'), later, later);
		expect(isFresh(copy)).toBe(false);
		generateArt(copy);
		expect(getArtVersion(copy)).toBe(version);
		rmSync(join(copy, outputDirectory, 'cast/lina.svg'));
		expect(isFresh(copy)).toBe(false);
	});
});

describe('addresses', () => {
	it('name a drawn file and carry the version', () => {
		expect(castUrl('lina', 'worried')).toMatch(/^\/art\/cast\/lina\.svg\?v=[0-9a-f]{8}#worried$/);
		expect(placeUrl('common-room')).toMatch(/^\/art\/places\/common-room\.svg\?v=[0-9a-f]{8}#place$/);
	});
});
