// What a reader can conclude from published cells and the sums they must add up to: a system of ranges and equations, and a
// quick way to look at it: ranges that surely hold all possible tables (figure-moves.ts shows second possible ones).
import { narrowestRange, type Range } from './cells';

export interface Variable extends Range {
	name: string;
	/** The true value; the auditor inside knows it, an outsider doesn't (NaN). */
	truth: number;
	/** Whether its range must stay wide. */
	isProtected: boolean;
	/** The organisation that it belongs to (it knows its own numbers); empty for a country's. */
	owner: string;
}

/** The parts add up to the total; numbers are positions of variables. */
export interface Sum {
	total: number;
	parts: number[];
}

export interface System {
	variables: Variable[];
	sums: Sum[];
}

/** The sums that each variable stands in. */
function listMemberships({ variables, sums }: System): number[][] {
	const of: number[][] = variables.map(() => []);
	sums.forEach(({ total, parts }, index) => [total, ...parts].forEach((variable) => of[variable]?.push(index)));
	return of;
}

/**
 * Ranges after every sum has been used until nothing moves. They hold every possible table; the possible ones may be fewer still.
 * `known` are variables whose true value the reader knows.
 */
export function narrow(system: System, known: ReadonlySet<number> = new Set()): Range[] {
	const ranges = system.variables.map(({ lower, upper, truth }, index) =>
		known.has(index) ? { lower: truth, upper: truth } : { lower, upper }
	);
	const memberships = listMemberships(system);
	const queue = system.sums.map((_, index) => index);
	const queued = new Set(queue);
	for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
		queued.delete(next);
		for (const moved of useSum(system.sums[next] as Sum, ranges)) {
			for (const sum of memberships[moved] ?? []) {
				if (queued.has(sum)) continue;
				queued.add(sum);
				queue.push(sum);
			}
		}
	}
	return ranges;
}

/** Narrows the members of one sum; gives those that moved. */
function useSum({ total, parts }: Sum, ranges: Range[]): number[] {
	const moved: number[] = [];
	let lower = 0;
	let upper = 0;
	let endless = 0;
	for (const part of parts) {
		lower += ranges[part]!.lower;
		if (Number.isFinite(ranges[part]!.upper)) upper += ranges[part]!.upper;
		else endless++;
	}
	if (cut(ranges[total]!, lower, endless > 0 ? Infinity : upper)) moved.push(total);
	const whole = ranges[total]!;
	for (const part of parts) {
		const range = ranges[part]!;
		const othersEndless = endless - (Number.isFinite(range.upper) ? 0 : 1);
		const othersUpper = othersEndless > 0 ? Infinity : upper - (Number.isFinite(range.upper) ? range.upper : 0);
		const most = whole.upper - (lower - range.lower);
		const least = whole.lower - othersUpper;
		const before = { ...range };
		if (!cut(range, least, most)) continue;
		lower += range.lower - before.lower;
		if (Number.isFinite(before.upper)) upper += range.upper - before.upper;
		else if (Number.isFinite(range.upper)) {
			endless--;
			upper += range.upper;
		}
		moved.push(part);
	}
	return moved;
}

function cut(range: Range, lower: number, upper: number): boolean {
	const tighter = lower > range.lower || upper < range.upper;
	range.lower = Math.max(range.lower, lower);
	range.upper = Math.min(range.upper, upper);
	return tighter;
}

/** True when the range is wide enough. */
export function isWide({ lower, upper }: Range): boolean {
	return upper - lower >= narrowestRange;
}
