// For tests of training units: all plays that differ in what they end with.
import { expect } from 'vitest';
import type { Choice, Graph } from '../src/lib/content/graph';
import { availableChoices, choose, startPlay, type State } from '../src/lib/modules/engine';

/**
 * One play to every situation in which a play can end: its place, values and points, and whether a choice on the way was of the
 * kind to mark. What was visited is left out: no condition may ask for it.
 */
export function listPlays(
	graph: Graph,
	isMarked: (choice: Choice) => boolean = () => false
): { state: State; marked: boolean }[] {
	expect(JSON.stringify(graph)).not.toContain('"visited"');
	const found = new Map<string, { state: State; marked: boolean }>();
	const add = (state: State, marked: boolean): void => {
		const key = JSON.stringify([state.node, state.vars, state.score, marked]);
		if (!found.has(key)) found.set(key, { state, marked });
	};
	add(startPlay(graph), false);
	// A Map goes on to what is added while it is walked.
	for (const { state, marked } of found.values())
		for (const choice of availableChoices(graph, state)) {
			const step = choose(graph, state, choice.id);
			if (step.ok) add(step.state, marked || isMarked(choice));
		}
	return [...found.values()].filter(({ state }) => state.end);
}
