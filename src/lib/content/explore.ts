// Walks every situation a play can really be in (node, variables, nodes visited where a condition asks, `once` choices used),
// breadth first, with the same step as the engine. What it finds is proved, not guessed.
import { isAvailable, startSituation, takeChoice, type Situation } from './evaluate';
import type { Choice, Expression, Graph } from './graph';

export interface Exploration {
	/** False when there were more situations than the cap: then nothing is proved. */
	complete: boolean;
	situations: Visited[];
	/** The situations (by index) from which some play reaches one of the given ones, themselves included. */
	leadingTo(goals: (visited: Visited) => boolean): boolean[];
}

export interface Visited {
	situation: Situation;
	available: Choice[];
	/** Index of the situation that each available choice leads to. */
	next: number[];
	/** Whether a play can still end from here. */
	canEnd: boolean;
	/** Ids of the choices of a shortest play that leads here. */
	path(): string[];
}

/** The first way found to a situation: from which one (by index; -1 at the start), by which choice. */
interface Way {
	from: number;
	choice: string;
}

/**
 * Explores the plays of a graph whose targets all exist. `cap` is the largest number of situations to look at; `passages` are
 * conditions that are asked besides those of the graph.
 */
export function explore(graph: Graph, cap = 200_000, passages: Expression[] = []): Exploration {
	const watched = listWatchedNodes(graph, passages);
	const situations: Visited[] = [];
	const indexes = new Map<string, number>();
	const before: number[][] = [];
	const firsts = new Map<number, Way>();

	function add(situation: Situation, from: number, choice: string): number {
		if (!watched.has(situation.node)) delete situation.visits[situation.node];
		const key = keyOf(situation);
		const known = indexes.get(key);
		if (known !== undefined) {
			if (from >= 0) before[known]!.push(from);
			return known;
		}
		const index = situations.length;
		indexes.set(key, index);
		firsts.set(index, { from, choice });
		before.push(from < 0 ? [] : [from]);
		const node = graph.nodes[situation.node]!;
		const available = node.end ? [] : node.choices.filter((candidate) => isAvailable(candidate, situation));
		situations.push({ situation, available, next: [], canEnd: false, path: () => pathTo(firsts, index) });
		return index;
	}

	add(startSituation(graph), -1, '');
	for (let index = 0; index < situations.length && situations.length <= cap; index++) {
		const { situation, available, next } = situations[index]!;
		for (const choice of available) next.push(add(takeChoice(graph, choice, situation), index, choice.id));
	}
	const leadingTo = (goals: (visited: Visited) => boolean) => goBack(situations, before, goals);
	const ending = leadingTo(({ situation }) => graph.nodes[situation.node]!.end !== undefined);
	for (const [index, visited] of situations.entries()) visited.canEnd = ending[index]!;
	return { complete: situations.length <= cap, situations, leadingTo };
}

/** The first situation that passes the test on a shortest play that never enters a node, with that play; null when none does. */
export function findWithout(
	situations: Visited[],
	shunned: string,
	wanted: (visited: Visited) => boolean
): { visited: Visited; path: string[] } | null {
	if (situations[0]!.situation.node === shunned) return null;
	const firsts = new Map<number, Way>([[0, { from: -1, choice: '' }]]);
	for (const [index] of firsts) {
		const visited = situations[index]!;
		if (wanted(visited)) return { visited, path: pathTo(firsts, index) };
		for (const [position, to] of visited.next.entries())
			if (!firsts.has(to) && situations[to]!.situation.node !== shunned)
				firsts.set(to, { from: index, choice: visited.available[position]!.id });
	}
	return null;
}

function pathTo(firsts: Map<number, Way>, index: number): string[] {
	const path: string[] = [];
	for (let way = firsts.get(index)!; way.from >= 0; way = firsts.get(way.from)!) path.push(way.choice);
	return path.reverse();
}

function goBack(situations: Visited[], before: number[][], goals: (visited: Visited) => boolean): boolean[] {
	const marked = situations.map(goals);
	const queue = marked.flatMap((isGoal, index) => (isGoal ? [index] : []));
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		for (const from of before[next]!) {
			if (marked[from]) continue;
			marked[from] = true;
			queue.push(from);
		}
	}
	return marked;
}

/** Visit counts don't matter, only whether a node that a condition asks about was visited. */
function keyOf({ node, vars, visits, used }: Situation): string {
	let key = node;
	for (const name in vars) key += ` ${vars[name]}`;
	return `${key}|${Object.keys(visits).sort().join(' ')}|${used.join(' ')}`;
}

function listWatchedNodes(graph: Graph, passages: Expression[]): Set<string> {
	const watched = new Set<string>();
	const look = (expression: Expression): void => {
		if (expression.op === 'visited') watched.add(expression.node);
		else if (expression.op === 'not') look(expression.of);
		else if ('left' in expression) [expression.left, expression.right].forEach(look);
	};
	passages.forEach(look);
	for (const { choices } of Object.values(graph.nodes))
		for (const choice of choices) [choice.if, ...(choice.set ?? []).map(({ to }) => to)].forEach((part) => part && look(part));
	return watched;
}
