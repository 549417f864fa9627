// A table that must add up, for somebody who needs one: small cells are suppressed, and as few others as a linear program finds
// (HiGHS) so that none of them can be worked out. The flow formulation of Fischetti and Salazar (2001): moving a small cell by
// what must stay uncertain moves others; those that move are suppressed, the cheapest first.
import { fewestRespondents, narrowestRange } from './cells';
import type { Sum, System } from './bounds';
import { loadSolver, solveRanges } from './solver.server';

export interface AdditiveTable {
	/** With a last row and column of totals; null where suppressed. */
	cells: (number | null)[][];
	/** How many were small, and how many more had to go. */
	small: number;
	complementary: number;
}

/**
 * Suppresses a table of true counts (without totals). Rows and columns add up; every small cell stays at least 4 wide. `unsafe` cells
 * (positions row by row, totals included) take the place of the small ones; `least` is what a reader knows each cell to be at least.
 */
export async function suppressTable(
	counts: number[][],
	unsafe?: ReadonlySet<number>,
	least?: readonly number[]
): Promise<AdditiveTable> {
	const table = withTotals(counts);
	const width = table[0]?.length ?? 0;
	const truths = table.flat();
	const sums = listSums(table.length, width);
	const suppressed = new Set(unsafe ?? truths.flatMap((count, index) => (count < fewestRespondents ? [index] : [])));
	const small = suppressed.size;
	const protectedCells = [...suppressed];
	for (const cell of protectedCells) {
		for (const by of [narrowestRange, -Math.min(narrowestRange, truths[cell] ?? 0)]) {
			if (by !== 0) for (const other of await findFlow(truths, sums, suppressed, cell, by)) suppressed.add(other);
		}
	}
	// The program works cell by cell; together they may still tell too much, and then the cheapest neighbour goes too.
	for (;;) {
		const ranges = await solveRanges(systemOf(truths, sums, suppressed, least), protectedCells);
		const narrow = protectedCells.filter((_, index) => ranges[index]!.upper - ranges[index]!.lower < narrowestRange - 1e-6);
		if (narrow.length === 0) break;
		const next = truths
			.map((count, index) => [count, index] as const)
			.filter(([, index]) => !suppressed.has(index))
			.sort(([a], [b]) => a - b)[0];
		if (!next) break;
		suppressed.add(next[1]);
	}
	const cells = table.map((row, r) => row.map((count, c) => (suppressed.has(r * width + c) ? null : count)));
	return { cells, small, complementary: suppressed.size - small };
}

/** What a reader of the suppressed table can put together. */
export function systemOf(truths: number[], sums: Sum[], suppressed: ReadonlySet<number>, least: readonly number[] = []): System {
	const variables = truths.map((truth, index) => ({
		...{ name: `cell ${index}`, truth, isProtected: suppressed.has(index), owner: '' },
		...(suppressed.has(index) ? { lower: least[index] ?? 0, upper: Infinity } : { lower: truth, upper: truth })
	}));
	return { variables, sums };
}

export function withTotals(counts: number[][]): number[][] {
	const rows = counts.map((row) => [...row, row.reduce((all, count) => all + count, 0)]);
	const totals = (rows[0] ?? []).map((_, column) => rows.reduce((all, row) => all + (row[column] ?? 0), 0));
	return [...rows, totals];
}

/** Every row and every column: the last is the sum of the others. */
export function listSums(height: number, width: number): Sum[] {
	const at = (row: number, column: number) => row * width + column;
	const upTo = (length: number) => Array.from({ length }, (_, index) => index);
	const rows = upTo(height).map((row) => ({
		total: at(row, width - 1),
		parts: upTo(width - 1).map((column) => at(row, column))
	}));
	const columns = upTo(width).map((column) => ({
		total: at(height - 1, column),
		parts: upTo(height - 1).map((row) => at(row, column))
	}));
	return [...rows, ...columns];
}

/** The cells that move when one moves by that much, at the least cost of cells not suppressed yet. */
async function findFlow(
	truths: number[],
	sums: Sum[],
	suppressed: ReadonlySet<number>,
	cell: number,
	by: number
): Promise<number[]> {
	const highs = await loadSolver();
	const cost = (index: number) => (suppressed.has(index) ? 0.001 : 1 + (truths[index] ?? 0));
	const objective = truths.map((_, index) => `${cost(index)} u${index} + ${cost(index)} v${index}`).join(' + ');
	const flow = (index: number, sign: string) => `${sign} u${index} ${sign === '+' ? '-' : '+'} v${index}`;
	const rows = sums.map(
		({ total, parts }, index) => ` s${index}: ${parts.map((part) => flow(part, '+')).join(' ')} ${flow(total, '-')} = 0`
	);
	const bounds = truths.map((truth, index) => ` 0 <= v${index} <= ${truth}`);
	const program = [
		'Minimize',
		` obj: ${objective}`,
		'Subject To',
		...rows,
		` p: u${cell} - v${cell} = ${by}`,
		'Bounds',
		...bounds,
		'End'
	].join('\n');
	const { Status, Columns } = highs.solve(program, { output_flag: false });
	if (Status !== 'Optimal') return [];
	return truths.flatMap((_, index) => {
		const [up, down] = [Columns[`u${index}`], Columns[`v${index}`]].map((column) =>
			column && 'Primal' in column ? column.Primal : 0
		) as [number, number];
		return Math.abs(up - down) > 1e-6 ? [index] : [];
	});
}
