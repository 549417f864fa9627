// Tables that add up: small cells can't be worked out after suppression by linear programs; they can after leaving out the small
// ones alone.
import { listSums, suppressTable, systemOf, withTotals } from '../../src/lib/voices/additive-table.server';
import { solveRanges } from '../../src/lib/voices/solver.server';
import { seeded, type Attack } from './report';

const tables = 30;

export async function attackAdditiveTables(): Promise<Attack[]> {
	const random = seeded(8);
	const found = { narrow: 0, naive: 0, small: 0 };
	for (let table = 0; table < tables; table++) {
		const counts = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => Math.floor(random() ** 2 * 60)));
		const truths = withTotals(counts).flat();
		const sums = listSums(5, 5);
		const small = truths.flatMap((count, index) => (count < 10 ? [index] : []));
		const { cells } = await suppressTable(counts);
		const suppressed = new Set(cells.flat().flatMap((cell, index) => (cell === null ? [index] : [])));
		found.small += small.length;
		found.narrow += await countNarrow(truths, sums, suppressed, small);
		found.naive += await countNarrow(truths, sums, new Set(small), small);
	}
	return [
		{
			what: `additive tables: small cells narrower than 4, of ${found.small}`,
			figure: found.narrow,
			goal: { atMost: 0 },
			control: found.naive,
			controlGoal: 5
		}
	];
}

async function countNarrow(
	truths: number[],
	sums: ReturnType<typeof listSums>,
	suppressed: Set<number>,
	small: number[]
): Promise<number> {
	const ranges = await solveRanges(systemOf(truths, sums, suppressed), small);
	return ranges.filter(({ lower, upper }) => upper - lower < 4 - 1e-6).length;
}
