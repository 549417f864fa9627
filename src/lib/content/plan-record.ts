// Records plays for what the plans of a module leave out: short ones, from its start to an ending, the same at every run.
import { clamp, isAvailable, startSituation, takeChoice } from './evaluate';
import { explore, type Exploration, type Visited } from './explore';
import type { CompiledModule, Graph } from './graph';
import { toWords } from './html';
import { edgeOf } from './plan';

export interface RecordedPlay {
	/** Ids of the choices taken. */
	path: string[];
	/** Node that it ends in. */
	ending: string;
}

/** Random walks tried for each play. */
const tries = 200;
/** Choices after which a walk only heads for the nearest ending. */
const patience = 60;

/**
 * Plays that take every choice of `missing` (as `node > choice`), each the best of many walks: most new choices first, then
 * fewest choices. Choices that no play can take are left out; a module without findings has none.
 */
export function recordPlays(graph: Graph, missing: string[]): RecordedPlay[] {
	const exploration = explore(graph);
	const walker = new Walker(graph, exploration);
	const open = new Set(missing);
	const plays: RecordedPlay[] = [];
	while (open.size > 0) {
		let best = walker.walkTo(open);
		if (!best) break;
		for (let count = 0; count < tries; count++) {
			const walk = walker.walk([], open);
			if (walk.fresh > best.fresh || (walk.fresh === best.fresh && walk.path.length < best.path.length)) best = walk;
		}
		for (const edge of best.edges) open.delete(edge);
		plays.push({ path: best.path, ending: best.ending });
	}
	return plays;
}

interface Walk extends RecordedPlay {
	edges: Set<string>;
	/** How many of the missing choices it takes. */
	fresh: number;
}

class Walker {
	/** Choices to the nearest ending, for each situation. */
	private readonly distances: number[];
	private seed = 1;

	constructor(
		private readonly graph: Graph,
		private readonly exploration: Exploration
	) {
		this.distances = measure(graph, exploration);
	}

	/** A walk that begins on the shortest way to a missing choice; null when no play takes one. */
	walkTo(open: Set<string>): Walk | null {
		for (const { situation, available, next, path } of this.exploration.situations) {
			const position = available.findIndex(({ id }, index) => this.leadsOn(next[index]!) && open.has(edgeOf(situation.node, id)));
			if (position >= 0) return this.walk([...path(), available[position]!.id], open);
		}
		return null;
	}

	/** Takes some choices, then walks on, towards missing choices first, to an ending. */
	walk(first: string[], open: Set<string>): Walk {
		const { situations } = this.exploration;
		const path: string[] = [];
		const edges = new Set<string>();
		let at = situations[0]!;
		while (!this.graph.nodes[at.situation.node]!.end) {
			const { situation, available, next } = at;
			const { length } = path;
			const position =
				length < first.length ? available.findIndex(({ id }) => id === first[length]) : this.decide(at, open, edges, length);
			const { id } = available[position]!;
			path.push(id);
			edges.add(edgeOf(situation.node, id));
			at = situations[next[position]!]!;
		}
		return { path, ending: at.situation.node, edges, fresh: [...edges].filter((edge) => open.has(edge)).length };
	}

	private decide({ situation, available, next }: Visited, open: Set<string>, taken: Set<string>, length: number): number {
		const ways = available.flatMap((_, position) => (this.leadsOn(next[position]!) ? [position] : []));
		const far = (position: number) => this.distances[next[position]!]!;
		if (length > patience) return ways.reduce((best, position) => (far(position) < far(best) ? position : best));
		const fresh = ways.filter((position) => {
			const edge = edgeOf(situation.node, available[position]!.id);
			return open.has(edge) && !taken.has(edge);
		});
		return this.draw(fresh.length > 0 ? fresh : ways);
	}

	private leadsOn(to: number): boolean {
		return Number.isFinite(this.distances[to]);
	}

	// Park and Miller's minimal standard generator: the same plays at every run.
	private draw(from: number[]): number {
		this.seed = (this.seed * 48_271) % 2_147_483_647;
		return from[this.seed % from.length]!;
	}
}

function measure(graph: Graph, { situations }: Exploration): number[] {
	const distances = situations.map(({ situation }) => (graph.nodes[situation.node]!.end ? 0 : Infinity));
	for (let changed = true; changed;) {
		changed = false;
		for (let at = situations.length - 1; at >= 0; at--) {
			const near = situations[at]!.next.reduce((least, to) => Math.min(least, distances[to]! + 1), distances[at]!);
			if (near < distances[at]!) {
				distances[at] = near;
				changed = true;
			}
		}
	}
	return distances;
}

/** A play as the text of a plan. Where conditions decide, the other choices are written down too. */
export function formatPlay(module: CompiledModule, path: string[], title: string): string {
	const { graph, nodes } = module;
	const points: Record<string, number> = {};
	for (const [name, { min, max }] of Object.entries(graph.scores)) points[name] = clamp(0, min, max);
	const lines = [`== ${title}`, ''];
	let situation = startSituation(graph);
	for (const id of path) {
		const { node } = situation;
		const { choices } = graph.nodes[node]!;
		const labelOf = (choice: string) => toWords(nodes[node]!.choices[choice]!.label);
		lines.push(`[${nodes[node]!.title}]`);
		const available = choices.filter((choice) => isAvailable(choice, situation));
		if (choices.some((choice) => choice.if || choice.once))
			for (const label of new Set(choices.map((choice) => labelOf(choice.id))))
				if (label !== labelOf(id)) lines.push(`${available.some((choice) => labelOf(choice.id) === label) ? '+' : '-'} ${label}`);
		const choice = available.find((candidate) => candidate.id === id)!;
		const twins = available.filter((other) => labelOf(other.id) === labelOf(id)).length > 1;
		lines.push(`> ${twins ? id : labelOf(id)}`, '');
		for (const { name, points: won } of choice.score ?? []) {
			const { min, max } = graph.scores[name]!;
			points[name] = clamp(points[name]! + won, min, max);
		}
		situation = takeChoice(graph, choice, situation);
	}
	const { node } = situation;
	lines.push(`[${nodes[node]!.title}]`, `end: ${graph.nodes[node]!.end}`);
	for (const [name, value] of Object.entries(points)) lines.push(`score: ${name} ${value}`);
	return `${lines.join('\n')}\n`;
}

/** The text of the plan of an ending (null: there is none yet) with a recorded play added, under a title that says no more. */
export function appendPlay(plan: string | null, module: CompiledModule, { path, ending }: RecordedPlay): string {
	const title = toWords(module.nodes[ending]!.title);
	const before = plan ?? `# La fin « ${title} ».\n`;
	const number = before.split('\n').filter((line) => line.startsWith('== ')).length + 1;
	return `${before.trimEnd()}\n\n${formatPlay(module, path, `${title}, chemin ${number}`)}`;
}
