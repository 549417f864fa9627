// Random plays for tests, the same for the same seed.
import type { Graph } from '$lib/content/graph';
import { availableChoices, choose, startPlay, type State } from './engine';

/** A source of numbers 0..1 (mulberry32). */
export function makeRandom(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Plays at random to an ending, or so many choices; throws where a play is stuck or doesn't end. */
export function walk(graph: Graph, random: () => number, most = Infinity): State {
	let state = startPlay(graph);
	while (!state.end && state.path.length < most) {
		const available = availableChoices(graph, state);
		const choice = available[Math.floor(random() * available.length)];
		if (!choice) throw new Error(`Stuck in ${state.node} after ${state.path.join(', ')}`);
		const step = choose(graph, state, choice.id);
		if (!step.ok) throw new Error(step.reason);
		({ state } = step);
		if (state.path.length > 10_000) throw new Error('This walk does not end.');
	}
	return state;
}
