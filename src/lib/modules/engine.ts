// The engine of a learning module: a play is a value and every function here is pure, so it runs the same on the server, in the
// island, in tests and on the big screen. The server replays a path rather than trust a score. It ships to phones: no dependency.
import { clamp, isAvailable, startSituation, takeChoice, type Situation } from '../content/evaluate';
import type { Choice, Ending, Graph } from '../content/graph';

export { evaluate } from '../content/evaluate';

export interface State extends Situation {
	/** Points so far, each kept in its range. */
	score: Record<string, number>;
	/** Ids of the choices taken, in order: with the graph, all that is needed to come back here. */
	path: string[];
	/** How the story ended; null while it goes on. */
	end: Ending | null;
}

export type Refusal = 'unknown-choice' | 'unavailable' | 'ended';
export type Step = { ok: true; state: State } | { ok: false; reason: Refusal };
export type Replay = { ok: true; state: State } | { ok: false; at: number; reason: Refusal };

/** A new play, at the first node. */
export function startPlay(graph: Graph): State {
	const score = Object.fromEntries(Object.entries(graph.scores).map(([name, { min, max }]) => [name, clamp(0, min, max)]));
	return { ...startSituation(graph), score, path: [], end: endOf(graph, graph.start) };
}

/** The choices that the reader can take now; none once the story has ended. */
export function availableChoices(graph: Graph, state: State): Choice[] {
	return state.end ? [] : choicesOf(graph, state).filter((choice) => isAvailable(choice, state));
}

/** The play after a choice, or why it can't be taken. */
export function choose(graph: Graph, state: State, choiceId: string): Step {
	if (state.end) return { ok: false, reason: 'ended' };
	const choice = choicesOf(graph, state).find(({ id }) => id === choiceId);
	if (!choice) return { ok: false, reason: 'unknown-choice' };
	if (!isAvailable(choice, state)) return { ok: false, reason: 'unavailable' };
	const score = { ...state.score };
	for (const { name, points } of choice.score ?? []) {
		const range = graph.scores[name];
		if (range) score[name] = clamp((score[name] ?? 0) + points, range.min, range.max);
	}
	const next = takeChoice(graph, choice, state);
	return { ok: true, state: { ...next, score, path: [...state.path, choiceId], end: endOf(graph, next.node) } };
}

/** Plays a whole path from the start; `at` is the index of the first choice that was refused. */
export function replay(graph: Graph, path: string[]): Replay {
	let state = startPlay(graph);
	for (const [at, choiceId] of path.entries()) {
		const step = choose(graph, state, choiceId);
		if (!step.ok) return { ok: false, at, reason: step.reason };
		state = step.state;
	}
	return { ok: true, state };
}

/** Every ending of the module, in the author's order; given the variables of a play, those for its reader's age. */
export function listEndings(graph: Graph, vars?: State['vars']): { node: string; end: Ending }[] {
	return Object.entries(graph.nodes).flatMap(([node, { end, ages }]) =>
		end && (!vars || !ages || ages.includes(+vars.ages!)) ? [{ node, end }] : []
	);
}

// Own properties only: a node named in a saved or sent path must never reach what JavaScript puts on every object.
function choicesOf(graph: Graph, state: State): Choice[] {
	return Object.hasOwn(graph.nodes, state.node) ? graph.nodes[state.node]!.choices : [];
}

function endOf(graph: Graph, node: string): Ending | null {
	return graph.nodes[node]?.end ?? null;
}
