// Whether a module is completed is a pure function of the path: nothing that a device claims is believed, only what its choices
// lead to when they are played again. Certification and the big screen ask here.
import type { Ending, Graph } from '$lib/content/graph';
import { startPlay, choose, type Refusal } from './engine';

export type Verdict =
	| {
			ok: true;
			/** The node in which the story ended, and how. */
			end: { node: string; end: Ending };
			/** Checkpoints in the order in which they were first passed. */
			checkpoints: string[];
			score: Record<string, number>;
	  }
	| { ok: false; at: number; reason: Refusal | 'unfinished' | 'missed-checkpoint' | 'too-long' };

/** Longer than any real play (a loop through every scene of a large module); what is longer was made to hurt. */
export const longestPath = 400;

/**
 * Plays a path again and says what it reached, or why it can't be believed: `at` is the index of the first choice that is
 * refused, or the path's length where the choices are right and something is missing. Every ending requires every checkpoint of
 * the module (the validator's E115 proves that none is bypassed).
 */
export function verifyPath(graph: Graph, path: string[]): Verdict {
	if (path.length > longestPath) return { ok: false, at: longestPath, reason: 'too-long' };
	let state = startPlay(graph);
	for (const [at, choiceId] of path.entries()) {
		const step = choose(graph, state, choiceId);
		if (!step.ok) return { ok: false, at, reason: step.reason };
		state = step.state;
	}
	if (!state.end) return { ok: false, at: path.length, reason: 'unfinished' };
	// Visits keep the order of the first time.
	const checkpoints = Object.keys(state.visits).filter((node) => graph.nodes[node]?.checkpoint);
	const missed = Object.entries(graph.nodes).some(([node, { checkpoint }]) => checkpoint && !checkpoints.includes(node));
	if (missed) return { ok: false, at: path.length, reason: 'missed-checkpoint' };
	return { ok: true, end: { node: state.node, end: state.end }, checkpoints, score: state.score };
}

/** True when the path leads to an ending through every checkpoint of the module. */
export function isCompleted(graph: Graph, path: string[]): boolean {
	return verifyPath(graph, path).ok;
}
