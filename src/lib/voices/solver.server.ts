// Linear programs, by HiGHS: the exact least and most that a variable of a system can be. Loaded when first needed.
import type { Range } from './cells';
import type { System } from './bounds';

type Highs = Awaited<ReturnType<typeof import('highs').default>>;

let loading: Promise<Highs> | undefined;

export async function loadSolver(): Promise<Highs> {
	loading ??= import('highs').then((module) => module.default());
	return loading;
}

/**
 * The exact range of variables over all tables (real numbers; whole ones can only be fewer) that agree with the system, with the
 * `known` ones fixed to the truth. A system that nothing fits gives an empty range.
 */
export async function solveRanges(system: System, wanted: number[], known: ReadonlySet<number> = new Set()): Promise<Range[]> {
	const highs = await loadSolver();
	const rows = writeRows(system, known);
	return wanted.map((variable) => {
		const [lower, upper] = (['Minimize', 'Maximize'] as const).map((sense) => {
			const { Status, ObjectiveValue } = highs.solve(`${sense}\n obj: x${variable}\n${rows}`, { output_flag: false });
			if (Status === 'Optimal') return ObjectiveValue;
			if (Status === 'Unbounded' || Status === 'Primal infeasible or unbounded')
				return sense === 'Minimize' ? -Infinity : Infinity;
			return NaN;
		}) as [number, number];
		return Number.isNaN(lower) || Number.isNaN(upper) ? { lower: 0, upper: 0 } : { lower, upper };
	});
}

function writeRows({ variables, sums }: System, known: ReadonlySet<number>): string {
	const lines = ['Subject To'];
	sums.forEach(({ total, parts }, index) =>
		lines.push(` s${index}: ${parts.map((part) => `x${part}`).join(' + ')} - x${total} = 0`)
	);
	if (sums.length === 0) lines.push(' s: x0 >= 0');
	lines.push('Bounds');
	variables.forEach(({ lower, upper, truth }, index) => {
		const [from, to] = known.has(index) ? [truth, truth] : [lower, upper];
		lines.push(to === Infinity ? ` x${index} >= ${from}` : ` ${from} <= x${index} <= ${to}`);
	});
	return [...lines, 'End'].join('\n');
}
