// Cross tables over invented programmes: nothing small is told or can be worked out, by nobody; and where that can't be, no table.
import { describe, expect, it } from 'vitest';
import { auditFigure } from './audited-figure.server';
import { listSums, systemOf, withTotals } from './additive-table.server';
import { addUp, crossings, exactMargins, unsafeReason, type CrossFacts } from './cross-table';
import { makeFigureWithTable } from './cross-table.server';
import type { FigureFacts } from './figure';
import { solveRanges } from './solver.server';

/** The same numbers at each run. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

function invent(random: () => number, organisations: number): FigureFacts & { cross: CrossFacts } {
	const [rows, columns] = [
		['a', 'b', 'c'],
		['x', 'y', 'z']
	];
	const counts = Array.from({ length: organisations }, () => rows.map(() => columns.map(() => Math.floor(random() ** 3 * 60))));
	const byColumn = (table: number[][]) => columns.map((_, c) => table.reduce((all, row) => all + row[c]!, 0));
	const byRow = (table: number[][]) => table.map((row) => row.reduce((all, each) => all + each, 0));
	const name = (categories: string[], values: number[]) =>
		Object.fromEntries(categories.map((category, index) => [category, values[index] ?? 0]));
	return {
		...{ indicator: 'plays-started', period: '2026-27/Q1', country: 'BE', countryOnly: [] },
		categories: { module: rows, language: columns },
		organisations: counts.map((table, index) => ({
			organisationId: `o${index}`,
			total: table.flat().reduce((all, each) => all + each, 0),
			dimensions: { module: name(rows, byRow(table)), language: name(columns, byColumn(table)) }
		})),
		cross: { rows: { dimension: 'module', categories: rows }, columns: { dimension: 'language', categories: columns }, counts }
	};
}

/** Unsafe cells that a reader with this own table (or none) can work out to less than 4. */
async function countNarrow({ cross }: { cross: CrossFacts }, told: boolean[], own: number[][] | null): Promise<number> {
	const truths = withTotals(addUp(cross)).flat();
	const tables = cross.counts.map((table) => withTotals(table).flat());
	const unsafe = truths.flatMap((_, index) => (unsafeReason(tables.map((table) => table[index]!)) ? [index] : []));
	const suppressed = new Set(told.flatMap((each, index) => (each ? [] : [index])));
	const system = systemOf(truths, listSums(4, 4), suppressed, own ? withTotals(own).flat() : []);
	const ranges = await solveRanges(system, unsafe);
	return ranges.filter(({ lower, upper }) => upper - lower < 4 - 1e-6).length;
}

describe('a cross table', () => {
	it('tells nothing small, to nobody, beside a figure that still passes its audit', { timeout: 120_000 }, async () => {
		const random = seeded(2026);
		let [made, told, naive] = [0, 0, 0];
		for (let round = 0; round < 24; round++) {
			const facts = invent(random, 3 + Math.floor(random() * 6));
			const { figure, audit, table } = await makeFigureWithTable(facts, new Map());
			expect(audit.narrow).toEqual([]);
			if (!table) continue;
			made++;
			const truths = withTotals(addUp(facts.cross)).flat();
			const cells = table.cells.flat();
			cells.forEach((cell, index) => expect(cell ?? truths[index]).toBe(truths[index]));
			told += cells.filter((cell) => cell !== null).length;
			for (const own of [null, ...facts.cross.counts])
				expect(
					await countNarrow(
						facts,
						cells.map((cell) => cell !== null),
						own
					)
				).toBe(0);
			const small = truths.map((truth) => truth >= 10);
			naive += await countNarrow(facts, small, null);
			// The figure beside it, once more: with the table's margins known, by the public and by each organisation.
			const of = { area: 'BE', indicator: facts.indicator, period: facts.period };
			const exact = exactMargins(table, table.cells, of);
			const { narrow } = await auditFigure(figure, exact);
			expect(narrow.filter(({ name }) => !exact.has(name))).toEqual([]);
			const rows = [...figure.cells.values()].filter(({ area, dimension }) => area !== 'BE' && dimension !== 'total');
			expect(
				rows.every(({ status }) => status === 'withheld'),
				'no organisation has a row in what is crossed'
			).toBe(true);
		}
		expect(made).toBeGreaterThan(10);
		expect(told).toBeGreaterThan(made * 3);
		expect(naive, 'control: leaving out the small cells alone is not enough').toBeGreaterThan(0);
	});

	it('is refused where two organisations stand behind everything', async () => {
		const facts = invent(seeded(5), 2);
		const { table, figure } = await makeFigureWithTable(facts, new Map());
		expect(table).toBeNull();
		expect([...figure.cells.values()].some(({ area, status }) => area === 'BE' && status === 'published')).toBe(false);
	});

	it('never crosses the setting or the gender', () => {
		for (const sides of Object.values(crossings)) expect(sides.some((side) => ['setting', 'gender'].includes(side))).toBe(false);
	});
});

it('knows why a cell may not be told', () => {
	expect(unsafeReason([3, 3, 3])).toBe('few');
	expect(unsafeReason([0, 30, 30])).toBe('organisations');
	expect(unsafeReason([90, 5, 5])).toBe('organisations');
	// An organisation with 30 of 38 would be left with a rest of 8.
	expect(unsafeReason([30, 4, 4])).toBe('organisations');
	expect(unsafeReason([20, 20, 20])).toBeNull();
});
