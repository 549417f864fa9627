// Walks every situation a play can really be in (node, variables, nodes visited where a condition asks, `once` choices used),
// breadth first, with the same step as the engine. What it finds is proved, not guessed.
import { isAvailable, startSituation, takeChoice, type Situation } from './evaluate';
import type { Choice, Expression, Graph } from './graph';

export interface Exploration {
	/** False when there were more situations than the cap: then nothing is proved. */
	complete: boolean;
	situations: Visited[];
}

export interface Visited {
	situation: Situation;
	available: Choice[];
	/** Whether a play can still end from here. */
	canEnd: boolean;
	/** Ids of the choices of a shortest play that leads here. */
	path(): string[];
}

/** Explores the plays of a graph whose targets all exist. `cap` is the largest number of situations to look at. */
export function explore(graph: Graph, cap = 200_000): Exploration {
	const watched = listWatchedNodes(graph);
	const situations: Visited[] = [];
	const indexes = new Map<string, number>();
	const before: number[][] = [];

	function add(situation: Situation, from: number, choice: string | null): void {
		if (!watched.has(situation.node)) delete situation.visits[situation.node];
		const key = keyOf(situation);
		const known = indexes.get(key);
		if (known !== undefined) {
			before[known]!.push(from);
			return;
		}
		indexes.set(key, situations.length);
		const node = graph.nodes[situation.node]!;
		const available = node.end ? [] : node.choices.filter((candidate) => isAvailable(candidate, situation));
		const path = () => (choice === null ? [] : [...situations[from]!.path(), choice]);
		situations.push({ situation, available, canEnd: node.end !== undefined, path });
		before.push(choice === null ? [] : [from]);
	}

	add(startSituation(graph), 0, null);
	for (let index = 0; index < situations.length && situations.length <= cap; index++) {
		const { situation, available } = situations[index]!;
		for (const choice of available) add(takeChoice(graph, choice, situation), index, choice.id);
	}
	markEnding(situations, before);
	return { complete: situations.length <= cap, situations };
}

/** Goes back from the endings, marking all from which they can be reached. */
function markEnding(situations: Visited[], before: number[][]): void {
	const queue = situations.flatMap(({ canEnd }, index) => (canEnd ? [index] : []));
	for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
		for (const from of before[next]!) {
			if (situations[from]!.canEnd) continue;
			situations[from]!.canEnd = true;
			queue.push(from);
		}
	}
}

/** Visit counts don't matter, only whether a node that a condition asks about was visited. */
function keyOf({ node, vars, visits, used }: Situation): string {
	let key = node;
	for (const name in vars) key += ` ${vars[name]}`;
	return `${key}|${Object.keys(visits).sort().join(' ')}|${used.join(' ')}`;
}

function listWatchedNodes(graph: Graph): Set<string> {
	const watched = new Set<string>();
	const look = (expression: Expression): void => {
		if (expression.op === 'visited') watched.add(expression.node);
		else if (expression.op === 'not') look(expression.of);
		else if ('left' in expression) [expression.left, expression.right].forEach(look);
	};
	for (const { choices } of Object.values(graph.nodes))
		for (const choice of choices) [choice.if, ...(choice.set ?? []).map(({ to }) => to)].forEach((part) => part && look(part));
	return watched;
}
