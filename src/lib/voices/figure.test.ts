// Disclosure control: what may be said, what an attacker could put together, and that a leak that is planted is found by name.
import { describe, expect, it } from 'vitest';
import { seeded } from '../../../tests/attack/report';
import { inventFacts } from '../../../tests/attack/world';
import { auditFigure, makeFigure } from './audited-figure.server';
import { listRoundings, nameOf, percentageOf, rangeOf, roundPart, type Cell } from './cells';
import { breaksCountryRule, completeFacts, draftFigure, type FigureFacts } from './figure';
import { FigureMoves } from './figure-moves';
import { systemOf } from './figure-system';
import { deriveRights, keepNested } from './linked-figures';
import { solveRanges } from './solver.server';

const cell = (changes: Partial<Cell> = {}): Cell => ({
	...{ area: 'BE/o1', indicator: 'plays-started', period: '2026-27/Q1', dimension: 'language', category: 'fr' },
	...{ status: 'published', value: 20 },
	...changes
});
const total = { dimension: 'total', category: '' };

function facts(totals: number[], split: (total: number) => Record<string, number> = (all) => ({ fr: all })): FigureFacts {
	return {
		...{
			indicator: 'plays-started',
			period: '2026-27/Q1',
			country: 'BE',
			categories: { language: ['fr', 'nl'] },
			countryOnly: []
		},
		organisations: totals.map((all, index) => ({ organisationId: `o${index}`, total: all, dimensions: { language: split(all) } }))
	};
}

describe('rounding', () => {
	it.each([
		[10, 10],
		[12, 10],
		[13, 15],
		[17, 15],
		[18, 20]
	])('%i reads %i', (count, rounded) => expect(roundPart(count)).toBe(rounded));

	it('of a margin is one of the multiples around it, and its range always holds the truth', () => {
		for (let count = 10; count < 200; count++) {
			for (const value of listRoundings(count)) {
				const { lower, upper } = rangeOf(cell({ ...total, value }));
				expect(count >= lower && count <= upper).toBe(true);
			}
			const { lower, upper } = rangeOf(cell({ value: roundPart(count) }));
			expect(count >= lower && count <= upper && upper - lower === 4).toBe(true);
		}
	});
});

describe('percentageOf', () => {
	it.each([
		[5, 20, { value: 25, coded: 'exact' }],
		[5, 100, { value: 5, coded: 'atMost' }],
		[95, 100, { value: 95, coded: 'atLeast' }],
		[105, 100, { value: 95, coded: 'atLeast' }],
		[10, 15, null]
	])('%i of %i', (part, whole, share) =>
		expect(percentageOf(cell({ value: part }), cell({ ...total, value: whole }))).toEqual(share)
	);

	it('is nothing of what isn’t told', () => {
		expect(percentageOf(cell({ status: 'fewer', value: null }), cell({ value: 100 }))).toBeNull();
	});
});

describe('a draft', () => {
	const statuses = (figure: ReturnType<typeof draftFigure>, area: string) =>
		[...figure.cells.values()]
			.filter((each) => each.area === area)
			.map(({ category, status, value }) => [category, status, value]);

	it('shows nothing of an organisation below ten, and zero like one to nine', () => {
		const figure = draftFigure(facts([9, 40]));
		expect(statuses(figure, 'BE/o0')).toEqual([['', 'fewer', null]]);
		expect(statuses(figure, 'BE/o1')).toEqual([
			['', 'published', 40],
			['fr', 'published', 40],
			['nl', 'fewer', null]
		]);
	});

	it('needs three organisations for a country, none above 80 %', () => {
		expect(breaksCountryRule([50, 50])).toBe(true);
		expect(breaksCountryRule([50, 50, 0])).toBe(true);
		expect(breaksCountryRule([20, 20, 161])).toBe(true);
		expect(breaksCountryRule([20, 20, 160])).toBe(false);
		expect(statuses(draftFigure(facts([50, 50])), 'BE')[0]).toEqual(['', 'withheld', null]);
		expect(statuses(draftFigure(facts([50, 50, 50])), 'BE')[0]).toEqual(['', 'published', 150]);
	});

	it('leaves a structural zero out, and keeps country-only dimensions from organisations', () => {
		const given = { ...facts([40, 40, 40]), categories: { setting: ['shelter', 'school'] }, countryOnly: ['setting'] };
		given.organisations = given.organisations.map((each) => ({
			...each,
			dimensions: { setting: { school: 40 } },
			possible: { setting: ['school'] }
		}));
		const figure = draftFigure(given);
		expect([...figure.cells.keys()].filter((name) => name.startsWith('BE/'))).toEqual(
			['o0', 'o1', 'o2'].map((id) => `BE/${id}|plays-started|2026-27/Q1|total|`)
		);
		expect(systemOf(figure).variables.filter(({ name, isProtected }) => name.endsWith('shelter') && isProtected)).toHaveLength(1);
	});

	it('adds what has no category as unknown, and refuses parts above the whole', () => {
		expect(completeFacts(facts([30], () => ({ fr: 20 }))).organisations[0]?.dimensions.language).toEqual({ fr: 20, unknown: 10 });
		expect(() => completeFacts(facts([10], () => ({ fr: 20 })))).toThrow('adds up to more');
	});
});

describe('the auditor', () => {
	it('agrees with linear programs on invented tables: nothing narrower than 4', { timeout: 60_000 }, async () => {
		const random = seeded(42);
		for (let world = 0; world < 6; world++) {
			const { figure, audit } = await makeFigure(inventFacts(random, 3, undefined, ['language', 'age']));
			expect(audit.narrow).toEqual([]);
			const system = systemOf(figure);
			const ranges = await solveRanges(
				system,
				system.variables.map((_, index) => index)
			);
			ranges.forEach(({ lower, upper }, index) =>
				expect(upper - lower, system.variables[index]!.name).toBeGreaterThanOrEqual(4 - 1e-6)
			);
		}
	});

	it('finds second tables that are possible', () => {
		const random = seeded(7);
		for (let world = 0; world < 20; world++) {
			const system = systemOf(draftFigure(inventFacts(random, 4)));
			const moves = new FigureMoves(system);
			system.variables.forEach((_, index) => {
				for (const by of [-4, -1, 1, 4]) {
					const changes = moves.move(index, by, '');
					if (!changes) continue;
					expect(changes.get(index)).toBe(by);
					const at = (each: number) => system.variables[each]!.truth + (changes.get(each) ?? 0);
					for (const { total: whole, parts } of system.sums)
						expect(parts.reduce((all, part) => all + at(part), 0)).toBe(at(whole));
					for (const each of changes.keys())
						expect(at(each) >= system.variables[each]!.lower && at(each) <= system.variables[each]!.upper).toBe(true);
				}
			});
		}
	});

	it('refuses a planted release of exact numbers, and names the cells', async () => {
		const figure = draftFigure(facts([43, 51, 60], (all) => ({ fr: all - 3, nl: 3 })));
		const planted = nameOf(cell({ area: 'BE/o1', category: 'fr' }));
		// The total of the organisation pushed to the edge of what its parts allow: fewer than ten is then three at most.
		for (const [name, each] of figure.cells)
			if (each.area === 'BE/o1')
				figure.cells.set(name, {
					...each,
					...(each.category === 'fr' ? { value: 55, status: 'published' } : each.category === '' ? { value: 50 } : {})
				});
		const { narrow } = await auditFigure(figure);
		expect(narrow.map(({ name }) => name)).toContain(planted);
	});

	it('refuses a second release of a quarter that differs by one participant', async () => {
		const before = await makeFigure(facts([42, 52, 62]));
		const earlier = new Map([...before.figure.cells.values()].map((each) => [nameOf(each), rangeOf(each)]));
		const after = draftFigure(facts([43, 52, 62]));
		const { narrow } = await auditFigure(after, earlier);
		expect(narrow.map(({ name }) => name)).toContain(nameOf(cell({ area: 'BE/o0' })));
		const made = await makeFigure(facts([43, 52, 62]), earlier);
		expect(made.figure.cells.get(nameOf(cell({ area: 'BE/o0' })))?.value).toBeNull();
	});
});

describe('linked figures', () => {
	it('withhold a part rounded above its whole', () => {
		const cells = [
			cell({ ...total, value: 60 }),
			cell({ ...total, indicator: 'plays-completed', value: 65 }),
			cell({ indicator: 'plays-completed', value: 20 })
		];
		expect(keepNested(cells)).toEqual([nameOf(cells[1]!)]);
		expect(cells.map(({ value }) => value)).toEqual([60, null, 20]);
	});

	it('take the plays of rights modules from the published row', () => {
		const row = [
			cell({ dimension: 'module', category: 'droits', value: 30 }),
			cell({ dimension: 'module', category: 'autre', value: 50 })
		];
		expect(deriveRights(row, ['droits'])).toMatchObject([{ indicator: 'rights-reached', dimension: 'total', value: 30 }]);
		expect(deriveRights(row, [])).toEqual([]);
	});
});
