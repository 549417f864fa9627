// Makes a cross table safe: suppresses what is unsafe, as few others as the linear programs find, and looks once more at all that a
// reader may put together, with the figure that stands beside it.
import { listSums, suppressTable, systemOf, withTotals } from './additive-table.server';
import { makeFigure } from './audited-figure.server';
import type { Audit } from './audit.server';
import { narrowestRange, nameOf, rangeOf, totalDimension, type Range } from './cells';
import { addUp, exactMargins, unsafeReason, type CellReason, type CrossFacts } from './cross-table';
import type { Figure, FigureFacts } from './figure';
import { solveRanges } from './solver.server';

export interface CrossTable {
	indicator: string;
	rows: CrossFacts['rows'];
	columns: CrossFacts['columns'];
	/** With a last row and column of totals; null where nothing is said. */
	cells: (number | null)[][];
	/** Why, for each cell that isn't told. */
	reasons: (CellReason | null)[][];
}

/** What is published elsewhere of a margin: by dimension and category; the total has neither. */
export type MarginRange = (dimension: string, category: string) => Range | null;

export type Made = { figure: Figure; audit: Audit; table: CrossTable | null };

/** The figure with its table; the figure alone where the table would tell too much. */
export async function makeFigureWithTable(
	facts: FigureFacts & { cross: CrossFacts },
	earlier: ReadonlyMap<string, Range>
): Promise<Made> {
	const table = await suppress(facts.indicator, facts.cross);
	if (table.cells.flat().some((cell) => cell !== null)) {
		const of = { area: facts.country, indicator: facts.indicator, period: facts.period };
		const told = exactMargins(table, table.cells, of);
		const made = await makeFigure(facts, earlier, { told, crossed: [table.rows.dimension, table.columns.dimension] });
		const rangeOfMargin = (dimension: string, category: string) => {
			const cell = made.figure.cells.get(nameOf({ ...of, dimension, category }));
			return cell ? rangeOf(cell) : null;
		};
		if (made.audit.narrow.length === 0 && (await isSafe(table, facts.cross, rangeOfMargin))) return { ...made, table };
	}
	return { ...(await makeFigure(facts, earlier)), table: null };
}

/** A table of answers that no figure stands beside, but published margins; null where it would tell too much, or nothing. */
export async function makeTable(indicator: string, cross: CrossFacts, rangeOfMargin: MarginRange): Promise<CrossTable | null> {
	const table = await suppress(indicator, cross);
	if (table.cells.flat().every((cell) => cell === null)) return null;
	return (await isSafe(table, cross, rangeOfMargin)) ? table : null;
}

async function suppress(indicator: string, cross: CrossFacts): Promise<CrossTable> {
	const own = listOwn(cross);
	const unsafe = own.map(unsafeReason);
	const primary = new Set(unsafe.flatMap((reason, index) => (reason ? [index] : [])));
	const { cells } = await suppressTable(
		addUp(cross),
		primary,
		own.map((counts) => Math.max(0, ...counts))
	);
	const width = cross.columns.categories.length + 1;
	const reasons = cells.map((row, r) =>
		row.map((cell, c) => (cell === null ? (unsafe[r * width + c] ?? ('complementary' as const)) : null))
	);
	return { indicator, rows: cross.rows, columns: cross.columns, cells, reasons };
}

/** Each organisation's count of each cell, totals included, row by row. */
function listOwn({ counts }: CrossFacts): number[][] {
	const tables = counts.map((own) => withTotals(own).flat());
	return (tables[0] ?? []).map((_, index) => tables.map((table) => table[index] ?? 0));
}

/**
 * Whether every unsafe cell stays wide for somebody who knows the published ranges of the margins, and of each cell the largest
 * number that any organisation has: more than any one reader does.
 */
async function isSafe(
	{ cells, reasons, rows, columns }: CrossTable,
	cross: CrossFacts,
	rangeOfMargin: MarginRange
): Promise<boolean> {
	const width = columns.categories.length + 1;
	const suppressed = new Set(cells.flat().flatMap((cell, index) => (cell === null ? [index] : [])));
	const system = systemOf(
		withTotals(addUp(cross)).flat(),
		listSums(rows.categories.length + 1, width),
		suppressed,
		listOwn(cross).map((own) => Math.max(0, ...own))
	);
	system.variables.forEach((variable, index) => {
		const row = rows.categories[Math.floor(index / width)];
		const column = columns.categories[index % width];
		if ((row !== undefined && column !== undefined) || !suppressed.has(index)) return;
		const side = row !== undefined ? rows.dimension : column !== undefined ? columns.dimension : totalDimension;
		const told = rangeOfMargin(side, row ?? column ?? '');
		if (!told) return;
		variable.lower = Math.max(variable.lower, told.lower);
		variable.upper = Math.min(variable.upper, told.upper);
	});
	const unsafe = reasons.flat().flatMap((reason, index) => (reason === 'few' || reason === 'organisations' ? [index] : []));
	const ranges = await solveRanges(system, unsafe);
	return ranges.every(({ lower, upper }) => upper - lower >= narrowestRange - 1e-6);
}
