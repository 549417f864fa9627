import { describe, expect, it, vi } from 'vitest';
import { compileAll } from '$lib/content/locate';
import type { Graph } from '$lib/content/graph';
import { markOf, packProgress, unpackProgress } from './carry';
import { mergeProgress } from './carry-merge';
import { readCarryText, writeCarryText } from './carry-text';
import { DigitReader, DigitWriter } from './digits';
import { listEndings } from './engine';
import { beginPlay, progressOf, takeChoice } from './play';
import { noProgress, type ModuleProgress, type Progress } from './progress';
import { sampleGraph } from './sample-module';
import { makeRandom, walk } from './random-play';

vi.setConfig({ testTimeout: 60_000 });

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const real = compileAll('content/modules').map(({ modules }) => modules!.fr.graph);
/** The real modules, as if there were seven of each: what a code is like when the curriculum is whole. */
const catalogue: Graph[] = [
	sampleGraph,
	...real.flatMap((graph) => ['', ...'bcdefg'].map((letter) => ({ ...graph, id: graph.id + letter })))
];
const random = makeRandom(3);
const chance = (share: number) => random() < share;

/** Progress as the Player would have written it: some modules in the middle of a first or later play, some ended. */
function inventProgress(): Progress {
	const modules: Record<string, ModuleProgress> = {};
	for (const graph of catalogue) {
		if (chance(0.4)) continue;
		let play = beginPlay(graph, null);
		for (const choice of walk(graph, random, Math.floor(random() * 20)).path) play = takeChoice(graph, play, choice)!.play;
		if (chance(0.5)) play = { ...play, first: false };
		const part = progressOf(graph, play);
		const more = listEndings(graph).flatMap(({ node }) => (chance(0.3) ? [node] : []));
		const endings = listEndings(graph).flatMap(({ node }) => ([...more, ...part.endings].includes(node) ? [node] : []));
		modules[graph.id] = { ...part, endings, done: endings.length > 0 };
	}
	return { modules };
}

/** What a code keeps of it: neither the ways to endings nor a play that has ended. */
function listKept({ modules }: Progress) {
	return catalogue.flatMap(({ id, nodes }) => {
		const part = modules[id];
		if (!part) return [];
		const { ways: _, counted, ...kept } = part;
		const last = part.path.at(-1) ?? '';
		// A choice has the name of its node, with `-2`, `-3` where several lead there.
		const ended = (nodes[last] ?? nodes[last.replace(/-\d+$/, '')])?.end !== undefined;
		if (ended) return [{ fit: 'fits', id, progress: { ...kept, path: [], first: false, counted: [] } }];
		if (part.path.length === 0 && part.endings.length === 0) return [];
		return [{ fit: 'fits', id, progress: { ...kept, first: kept.first && part.path.length > 0, counted } }];
	});
}

const sample = (part: Partial<ModuleProgress>): Progress => ({
	modules: { sample: { moduleVersion: 2, path: [], endings: [], done: false, first: true, counted: [], ...part } }
});
const code = packProgress([sampleGraph], sample({ path: ['chat'], endings: ['fin-hard'] }))!;

describe('a code', { timeout: 20_000 }, () => {
	it('brings back what it was made of', () => {
		let made = 0;
		for (let round = 0; round < 200; round++) {
			const progress = inventProgress();
			const text = packProgress(catalogue, progress);
			const kept = listKept(progress);
			expect(text === null).toBe(kept.length === 0);
			if (text === null) continue;
			made++;
			expect(text).toMatch(/^[2-9A-HJKMNP-Z]{4}( [2-9A-HJKMNP-Z]{4})+$/);
			expect(unpackProgress(catalogue, text)).toEqual({ ok: true, modules: kept });
		}
		expect(made).toBeGreaterThan(180);
	});

	it('is short: one module in seven groups, seven ended ones in sixteen', () => {
		const [graph] = real as [Graph];
		const { path } = walk(graph, makeRandom(1), 14);
		const part = { ...sample({ path, endings: ['fin-feu'] }).modules.sample!, moduleVersion: graph.version };
		expect(packProgress(catalogue, { modules: { [graph.id]: part } })!.split(' ').length).toBeLessThanOrEqual(7);
		const ended = { ...part, path: [] };
		const all = Object.fromEntries(catalogue.slice(1, 8).map(({ id }) => [id, ended]));
		expect(packProgress(catalogue, { modules: all })!.split(' ').length).toBeLessThanOrEqual(16);
	});

	it('is not made of nothing', () => {
		expect(packProgress(catalogue, noProgress)).toBeNull();
		expect(packProgress(catalogue, sample({}))).toBeNull();
		expect(packProgress([], sample({ path: ['chat'] }))).toBeNull();
		expect(packProgress(catalogue, sample({ path: Array(500).fill(['chat', 'start']).flat() }))).toBeNull();
	});

	it('takes a play of an older version along from where it can be taken up', () => {
		const text = packProgress([sampleGraph], sample({ path: ['quiz', 'gone'] }))!;
		expect(unpackProgress([sampleGraph], text)).toMatchObject({ modules: [{ progress: { path: ['quiz'], first: false } }] });
	});

	it('has a mark of its own for every module', () => {
		expect(new Set(real.map(({ id }) => markOf(id))).size).toBe(real.length);
	});
});

describe('typed wrong', { timeout: 20_000 }, () => {
	const bare = code.replaceAll(' ', '');

	it('any one sign is refused, wherever and whatever it is', () => {
		const long = packProgress(catalogue, inventProgress())!.replaceAll(' ', '');
		for (const text of [bare, long]) {
			for (let at = 0; at < text.length; at++) {
				for (const sign of alphabet) {
					if (sign === text[at]) continue;
					const wrong = text.slice(0, at) + sign + text.slice(at + 1);
					expect(unpackProgress(catalogue, wrong)).toEqual({ ok: false, reason: 'typo' });
				}
			}
		}
	});

	it('two neighbours exchanged are refused, and a sign too few or too many', () => {
		for (let at = 0; at < bare.length - 1; at++) {
			const [one, two] = [bare[at]!, bare[at + 1]!];
			if (one === two) continue;
			const swapped = bare.slice(0, at) + two + one + bare.slice(at + 2);
			expect(unpackProgress(catalogue, swapped)).toEqual({ ok: false, reason: 'typo' });
			expect(unpackProgress(catalogue, bare.slice(0, at) + bare.slice(at + 1))).toEqual({ ok: false, reason: 'length' });
			expect(unpackProgress(catalogue, bare.slice(0, at) + '7' + bare.slice(at))).toEqual({ ok: false, reason: 'length' });
		}
	});

	it('names the sign that no code has, and what is missing', () => {
		expect(unpackProgress(catalogue, 'K7PO')).toEqual({ ok: false, reason: 'character', sign: 'O' });
		expect(unpackProgress(catalogue, '  -  ')).toEqual({ ok: false, reason: 'empty' });
		expect(unpackProgress(catalogue, 'K7P')).toEqual({ ok: false, reason: 'length' });
		expect(unpackProgress(catalogue, '2'.repeat(5_000))).toEqual({ ok: false, reason: 'length' });
	});

	it('but any way of writing it is right', () => {
		const arabic = bare.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
		for (const same of [bare.toLowerCase(), bare.split('').join('-'), ` ${code}\n`, `\u200f${arabic}`]) {
			expect(unpackProgress([sampleGraph], same)).toEqual(unpackProgress([sampleGraph], code));
		}
	});

	it('never throws, whatever it is', () => {
		for (let round = 0; round < 20_000; round++) {
			const length = 4 * Math.floor(random() * 12);
			const noise = Array.from({ length }, () => alphabet[Math.floor(random() * 31)]).join('');
			expect(unpackProgress(catalogue, noise).ok).toBeTypeOf('boolean');
			// Numbers that nobody packed, with right check signs: what a checksum can't refuse.
			const value = BigInt(Math.floor(random() * 2 ** 48)) ** BigInt(1 + Math.floor(random() * 4));
			expect(unpackProgress(catalogue, writeCarryText(Math.floor(random() * 4), value)).ok).toBeTypeOf('boolean');
		}
	});
});

describe('of another time or place', () => {
	it('a module of another version is named, and the others still come', () => {
		const both = [sampleGraph, real[0]!];
		const progress = {
			modules: { ...sample({ path: ['chat'] }).modules, [real[0]!.id]: sample({ endings: ['fin-feu'] }).modules.sample! }
		};
		const text = packProgress(both, progress)!;
		const at = (version: number) => unpackProgress([{ ...sampleGraph, version }, real[0]!], text);
		const other = { fit: 'fits', id: real[0]!.id, progress: { endings: ['fin-feu'] } };
		expect(at(3)).toMatchObject({ ok: true, modules: [{ fit: 'older', id: 'sample' }, other] });
		expect(at(1)).toMatchObject({ ok: true, modules: [{ fit: 'newer', id: 'sample' }, other] });
		expect(unpackProgress([real[0]!], text)).toMatchObject({ ok: true, modules: [{ fit: 'unknown' }, other] });
		expect(unpackProgress([], text)).toEqual({ ok: true, modules: [{ fit: 'unknown' }, { fit: 'unknown' }] });
	});

	it('a code of a later or of no format is told from a typing error', () => {
		expect(unpackProgress(catalogue, writeCarryText(2, 5n))).toEqual({ ok: false, reason: 'newer' });
		expect(unpackProgress(catalogue, writeCarryText(0, 5n))).toEqual({ ok: false, reason: 'damaged' });
		expect(unpackProgress(catalogue, writeCarryText(1, 0n))).toEqual({ ok: false, reason: 'damaged' });
		const read = readCarryText(code);
		const longer = read.ok ? read.value + 2n ** 200n : 0n;
		expect(unpackProgress([sampleGraph], writeCarryText(1, longer))).toEqual({ ok: false, reason: 'damaged' });
	});

	it('a story that was rebuilt under the same version is refused rather than guessed at', () => {
		const shorter = structuredClone(sampleGraph);
		shorter.nodes.start = { choices: [{ id: 'fin-hard', to: 'fin-hard' }] };
		const text = packProgress([sampleGraph], sample({ path: ['chat', 'quiz'] }))!;
		expect(unpackProgress([shorter], text)).toEqual({ ok: false, reason: 'damaged' });
	});
});

describe('digits', () => {
	it('give back what was written; counts of any size', () => {
		const writer = new DigitWriter();
		const counts = [0, 7, 8, 63, 64, 262_143];
		for (const count of counts) writer.writeCount(count);
		writer.write(2, 3);
		const reader = new DigitReader(writer.toValue());
		expect(counts.map(() => reader.readCount())).toEqual(counts);
		expect([reader.read(3), reader.isEmpty]).toEqual([2, true]);
		const huge = new DigitWriter();
		huge.writeCount(262_144);
		expect(new DigitReader(huge.toValue()).readCount()).toBeNull();
	});
});

describe('bringing it to a device', () => {
	const carried = (part: Partial<ModuleProgress>) => [
		{ fit: 'fits' as const, id: 'sample', progress: sample(part).modules.sample! }
	];
	const merge = (here: Progress, part: Partial<ModuleProgress>) => mergeProgress(catalogue, here, carried(part));

	it('takes what is new', () => {
		expect(merge(noProgress, { path: ['chat'], endings: ['fin-hard'], done: true })).toEqual({
			progress: sample({ path: ['chat'], endings: ['fin-hard'], done: true }),
			changes: [{ id: 'sample', endings: 1, further: true }]
		});
	});

	it('keeps the endings of both and the longer play', () => {
		const here = sample({
			path: ['chat'],
			endings: ['fin-hard'],
			done: true,
			counted: ['', 'chat'],
			ways: { 'fin-hard': ['x'] }
		});
		const longer = merge(here, {
			path: ['chat', 'quiz'],
			endings: ['fin-good'],
			done: true,
			first: false,
			counted: ['', 'start']
		});
		expect(longer.progress.modules.sample).toEqual({
			moduleVersion: 2,
			path: ['chat', 'quiz'],
			endings: ['fin-hard', 'fin-good'],
			done: true,
			first: false,
			counted: ['', 'chat', 'start'],
			ways: { 'fin-hard': ['x'] }
		});
		expect(longer.changes).toEqual([{ id: 'sample', endings: 1, further: true }]);
		const shorter = merge(sample({ path: ['chat', 'quiz'] }), { path: ['chat'], endings: ['fin-hard'], done: true });
		expect(shorter.progress.modules.sample).toMatchObject({ path: ['chat', 'quiz'], endings: ['fin-hard'], done: true });
		expect(shorter.changes).toEqual([{ id: 'sample', endings: 1, further: false }]);
	});

	it('prefers a play that goes on to one that has ended', () => {
		const ended = sample({ path: ['chat', 'quiz', 'fin-good'], endings: ['fin-good'], done: true });
		expect(merge(ended, { path: ['chat'] }).progress.modules.sample).toMatchObject({ path: ['chat'], endings: ['fin-good'] });
	});

	it('twice is the same as once, and what does not fit changes nothing', () => {
		const once = merge(noProgress, { path: ['chat'] }).progress;
		expect(merge(once, { path: ['chat'] })).toEqual({ progress: once, changes: [{ id: 'sample', endings: 0, further: false }] });
		expect(mergeProgress(catalogue, once, [{ fit: 'unknown' }, { fit: 'older', id: 'sample' }])).toEqual({
			progress: once,
			changes: []
		});
	});
});
