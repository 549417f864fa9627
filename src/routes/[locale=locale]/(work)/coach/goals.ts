// A group's learning goals: how often a choice that serves the goal was made in first plays, and when playing again. Pure.
import type { Graph } from '$lib/content/graph';

export interface Tally {
	/** Answers that chose something helpful. */
	helpful: number;
	answers: number;
}

export interface Goal {
	id: string;
	first: Tally;
	/** Null below ten later answers. Answers of plays, not of people: one person can play again often. */
	latest: Tally | null;
}

interface Counted {
	node: string;
	choice: string;
	count: number;
}

/** Later answers below this aren't shown for one goal either. */
const fewestLater = 10;

/**
 * The goals that the shown choices tell something about. A choice tells of a goal when its author says so (`tests`); it helps
 * unless it is marked as risky. Goals without a shown answer are left out.
 */
export function listGoals(graph: Graph, first: readonly Counted[], later: readonly Counted[]): Goal[] {
	const ids = [...new Set(Object.values(graph.nodes).flatMap(({ choices }) => choices.flatMap(({ tests }) => tests ?? [])))];
	return ids.flatMap((id) => {
		const tally = addUp(graph, id, first);
		const again = addUp(graph, id, later);
		return tally.answers === 0 ? [] : [{ id, first: tally, latest: again.answers < fewestLater ? null : again }];
	});
}

function addUp(graph: Graph, goal: string, counted: readonly Counted[]): Tally {
	const tally = { helpful: 0, answers: 0 };
	for (const { node, choice: id, count } of counted) {
		const choice = Object.hasOwn(graph.nodes, node) ? graph.nodes[node]?.choices.find((each) => each.id === id) : undefined;
		if (!choice?.tests?.includes(goal)) continue;
		tally.answers += count;
		if (!choice.risky) tally.helpful += count;
	}
	return tally;
}
