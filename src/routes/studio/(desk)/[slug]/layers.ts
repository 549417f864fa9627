// The rows of a drawn graph: each node below all that leads to it (longest path), ordered so that few lines cross. Choices that
// lead back up are left out here; the drawing runs them along the side.

export interface Edge {
	from: string;
	to: string;
}

export interface Layers {
	/** Ids from the first row to the last. A line that passes a row has a place of its own there, made by `placeOfEdge`. */
	rows: string[][];
	/** Edges that lead down. */
	down: Edge[];
	/** Edges that lead up, or to the node itself. */
	back: Edge[];
}

/** The name of the place that an edge takes in a row it only passes. */
export function placeOfEdge({ from, to }: Edge, row: number): string {
	return `${from}>${to}@${row}`;
}

/** Puts nodes into rows. `edges` has each pair once; every end of an edge must be a node. */
export function layOut(start: string, nodes: string[], edges: Edge[]): Layers {
	const back = findBackEdges([start, ...nodes], edges);
	const down = edges.filter((edge) => !back.has(edge));
	const depths = measureDepths(nodes, down);
	const rows: string[][] = Array.from({ length: Math.max(0, ...depths.values()) + 1 }, () => []);
	for (const id of nodes) rows[depths.get(id)!]!.push(id);
	const links: [string, string][] = [];
	for (const edge of down) {
		let before = edge.from;
		for (let row = depths.get(edge.from)! + 1; row < depths.get(edge.to)!; row++) {
			const place = placeOfEdge(edge, row);
			rows[row]!.push(place);
			links.push([before, place]);
			before = place;
		}
		links.push([before, edge.to]);
	}
	return { rows: uncross(rows, links), down, back: [...back] };
}

/** Edges to a node that is still open in a depth-first walk: without them there is no cycle. */
function findBackEdges(nodes: string[], edges: Edge[]): Set<Edge> {
	const leaving = new Map<string, Edge[]>();
	for (const edge of edges) leaving.set(edge.from, [...(leaving.get(edge.from) ?? []), edge]);
	const state = new Map<string, 'open' | 'done'>();
	const back = new Set<Edge>();
	const visit = (id: string): void => {
		state.set(id, 'open');
		for (const edge of leaving.get(id) ?? []) {
			if (state.get(edge.to) === 'open') back.add(edge);
			else if (!state.has(edge.to)) visit(edge.to);
		}
		state.set(id, 'done');
	};
	for (const id of nodes) if (!state.has(id)) visit(id);
	return back;
}

function measureDepths(nodes: string[], edges: Edge[]): Map<string, number> {
	const entering = new Map<string, string[]>();
	for (const { from, to } of edges) entering.set(to, [...(entering.get(to) ?? []), from]);
	const depths = new Map<string, number>();
	const measure = (id: string): number => {
		const known = depths.get(id);
		if (known !== undefined) return known;
		const depth = Math.max(-1, ...(entering.get(id) ?? []).map(measure)) + 1;
		depths.set(id, depth);
		return depth;
	};
	nodes.forEach(measure);
	return depths;
}

/** Orders each row by the middle of its neighbours, down and up in turn, and keeps the order with the fewest crossings. */
function uncross(rows: string[][], links: [string, string][]): string[][] {
	const above = groupBy(links.map(([from, to]) => [to, from]));
	const below = groupBy(links);
	let order = rows;
	let best = { rows, crossings: countCrossings(rows, links) };
	for (let sweep = 0; sweep < 12 && best.crossings > 0; sweep++) {
		const next = [...order];
		const later = next.map((_, index) => index).slice(1);
		if (sweep % 2 === 0) for (const index of later) next[index] = sortByNeighbours(next[index]!, next[index - 1]!, above);
		else for (const index of later.toReversed()) next[index - 1] = sortByNeighbours(next[index - 1]!, next[index]!, below);
		order = next;
		const crossings = countCrossings(order, links);
		if (crossings < best.crossings) best = { rows: order, crossings };
	}
	return best.rows;
}

function sortByNeighbours(row: string[], other: string[], neighbours: Map<string, string[]>): string[] {
	const positions = new Map(other.map((id, index) => [id, index]));
	const middle = (id: string, index: number): number => {
		const near = neighbours.get(id);
		return near ? near.reduce((sum, each) => sum + positions.get(each)!, 0) / near.length : index;
	};
	return row
		.map((id, index) => ({ id, at: middle(id, index) }))
		.sort((a, b) => a.at - b.at)
		.map(({ id }) => id);
}

function groupBy(links: [string, string][]): Map<string, string[]> {
	const groups = new Map<string, string[]>();
	for (const [from, to] of links) {
		const group = groups.get(from);
		if (group) group.push(to);
		else groups.set(from, [to]);
	}
	return groups;
}

/** How many pairs of lines between neighbouring rows cross. */
export function countCrossings(rows: string[][], links: [string, string][]): number {
	const place = new Map(rows.flatMap((row, index) => row.map((id, position) => [id, { index, position }] as const)));
	const byRow = rows.map((): [number, number][] => []);
	for (const [from, to] of links) byRow[place.get(from)!.index]!.push([place.get(from)!.position, place.get(to)!.position]);
	let crossings = 0;
	for (const pairs of byRow)
		for (const [index, [a, b]] of pairs.entries())
			for (const [c, d] of pairs.slice(index + 1)) if ((a - c) * (b - d) < 0) crossings++;
	return crossings;
}
