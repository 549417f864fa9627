/** One attack's outcome. The control is the same attack on something naive: it must do at least as well as `controlGoal`. */
export interface Attack {
	what: string;
	figure: number;
	goal: { atMost: number } | { below: number };
	control: number;
	controlGoal: number;
}

/** A generator of numbers 0 ≤ x < 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Spearman's rank correlation of a list of numbers with their places in the list. */
export function spearman(values: number[]): number {
	const n = values.length;
	const ranks = values.map((value, index) => [value, index] as const).sort(([a], [b]) => a - b);
	const squares = ranks.reduce((sum, [, index], rank) => sum + (index - rank) ** 2, 0);
	return 1 - (6 * squares) / (n * (n * n - 1));
}
