// Every code of the checker: a change of the sample that earns it and nothing else, and, where a rule has an edge, a near miss
// that passes.
import { describe, expect, it } from 'vitest';
import { codes } from './codes';
import { explore } from './explore';
import { faultsOfForm, type Change } from './faults-of-form';
import { faultsOfStory } from './faults-of-story';
import { compileSample, listCodes, sample } from './sample';

const name = (changes: Change[]) => changes.map(([, after]) => after.slice(0, 60).replaceAll('\n', ' ')).join(' … ');
const cases = [...faultsOfForm, ...faultsOfStory];

describe('the sample', () => {
	it('has no finding', () => {
		expect(listCodes()).toEqual([]);
	});
});

describe.each(cases)('%s', { timeout: 30_000 }, (code, bad) => {
	it(`is found: ${name(bad)}`, () => {
		expect(listCodes(bad)).toEqual([code]);
	});
});

describe.each(cases.filter(([, , passes]) => passes))('%s', (_code, _bad, passes) => {
	it(`lets a near miss pass: ${name(passes!)}`, () => {
		expect(listCodes(passes)).toEqual([]);
	});
});

it('has a case for every code of a module file', () => {
	const tested = new Set(cases.map(([code]) => code));
	// Of translations, kits and training units (tests/content-bad.test.ts).
	const elsewhere = /^E13[23]$|^E17[0234]$|^E19/;
	expect(Object.keys(codes).filter((code) => !tested.has(code) && !elsewhere.test(code))).toEqual([]);
});

describe('findings', () => {
	it('say the file, the line and the column, in the order of the file', () => {
		const { findings } = compileSample([
			['`if: dit`', '`if: dit and (force gte 2`'],
			['**Lina:** Salut', '**Karim:** Salut']
		]);
		const own = findings.filter(({ code }) => code !== 'E170');
		const line = (text: string) => sample.split('\n').findIndex((candidate) => candidate.includes(text)) + 1;
		expect(own).toMatchObject([
			{ code: 'E009', file: 'content/modules/sample/module.svx', line: line('**Lina:** Salut'), column: 1, severity: 'error' },
			{ code: 'E004', line: line('- [Fin](#bien)'), column: '- [Fin](#bien) `if: dit and (force gte 2'.length + 1 }
		]);
	});

	it('point into the front matter', () => {
		expect(compileSample([['lina, mood: happy', 'lina, mood: dizzy']]).findings).toMatchObject([{ code: 'E002', line: 10 }]);
		expect(compileSample([['memo: La ligne du mémo', '']]).findings[0]?.message).toBe('“memo” is missing');
	});

	it('show a play that runs into a dead end', () => {
		const [finding] = compileSample([
			['`if: not dit or force gte 1 and visited(debut)`', '`if: not dit`'],
			['`if: dit`', '`if: dit and force lt 2`']
		]).findings;
		expect(finding?.message).toBe('no choice is left in “suite” (after suite, suite; force = 2, dit = true)');
	});
});

describe('explore', () => {
	it('gives up over the cap', () => {
		const { graph } = compileSample().modules!.fr;
		expect(explore(graph).complete).toBe(true);
		expect(explore(graph, 3).complete).toBe(false);
	});
});
