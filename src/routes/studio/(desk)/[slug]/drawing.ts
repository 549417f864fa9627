// Where everything of a module's graph is drawn, in pixels: pure geometry, drawn as SVG by Graph.svelte.
import type { Graph } from '$lib/content/graph';
import { layOut, placeOfEdge, type Edge } from './layers';

export interface DrawnNode {
	id: string;
	/** Upper corner at the start of the line. */
	x: number;
	y: number;
}

export interface DrawnEdge extends Edge {
	/** Choices that this line stands for. */
	choices: string[];
	risky: boolean;
	/** Offered only under a condition, all of its choices. */
	conditional: boolean;
	path: string;
	/** Where a mark stands on the line. */
	mark: { x: number; y: number };
}

export interface Drawing {
	width: number;
	height: number;
	nodes: DrawnNode[];
	edges: DrawnEdge[];
}

/** Size of a node, and the space around it. */
export const box = { width: 164, height: 64, across: 28, between: 60, margin: 24 };
const passing = 22;

/** Draws a graph. Choices to nodes that don't exist are left out. */
export function drawGraph(graph: Graph): Drawing {
	const nodes = Object.keys(graph.nodes);
	const pairs = listPairs(graph);
	const { rows, down, back } = layOut(graph.start, nodes, pairs);
	const centres = placeRows(rows, down);
	const rowOf = new Map(rows.flatMap((row, index) => row.map((id) => [id, index] as const)));
	const top = (id: string) => box.margin + rowOf.get(id)! * (box.height + box.between);
	const right = Math.max(...nodes.map((id) => centres.get(id)! + box.width / 2));

	const edges = down.map((edge): DrawnEdge => {
		const between = rows
			.slice(rowOf.get(edge.from)! + 1, rowOf.get(edge.to))
			.map((_, index) => rowOf.get(edge.from)! + 1 + index);
		const stops = between.map((row) => ({ x: centres.get(placeOfEdge(edge, row))!, row }));
		const ends = [portOf(edge, 'from', down, centres), portOf(edge, 'to', down, centres)] as const;
		const points = [
			{ x: ends[0], y: top(edge.from) + box.height },
			...stops.flatMap(({ x, row }) => {
				const y = box.margin + row * (box.height + box.between);
				return [
					{ x, y },
					{ x, y: y + box.height }
				];
			}),
			{ x: ends[1], y: top(edge.to) - 7 }
		];
		return { ...edge, ...describe(graph, edge), path: drawLine(points), mark: middleOf(points[0]!, points[1]!) };
	});
	for (const [index, edge] of back.entries()) {
		const spanned = [rowOf.get(edge.from)!, rowOf.get(edge.to)!].sort((a, b) => a - b) as [number, number];
		const beside = rows.slice(spanned[0], spanned[1] + 1).flat();
		const x = Math.max(...beside.map((id) => centres.get(id)! + box.width / 2)) + 30 + index * 16;
		const [a, b] = [top(edge.from) + box.height / 2 - 8, top(edge.to) + box.height / 2 + 8];
		const [from, to] = [centres.get(edge.from)! + box.width / 2, centres.get(edge.to)! + box.width / 2 + 7];
		const path = `M${from} ${a} C${x} ${a} ${x} ${a} ${x} ${(a + b) / 2} S${x} ${b} ${to} ${b}`;
		edges.push({ ...edge, ...describe(graph, edge), path, mark: { x, y: (a + b) / 2 } });
	}
	return {
		width: right + box.margin + (back.length > 0 ? 42 + back.length * 16 : 0),
		height: rows.length * (box.height + box.between) - box.between + 2 * box.margin,
		nodes: nodes.map((id) => ({ id, x: centres.get(id)! - box.width / 2, y: top(id) })),
		edges
	};
}

/** Splits a label into lines of at most `length` characters; what doesn't fit into them ends in an ellipsis. */
export function wrapLabel(label: string, length = 20, most = 2): string[] {
	const lines: string[] = [];
	for (const word of label.split(/ +/)) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + word.length < length) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	const kept = lines.slice(0, most).map((line) => (line.length > length ? `${line.slice(0, length - 1)}…` : line));
	if (lines.length > most) kept[most - 1] = `${kept[most - 1]!.slice(0, length - 1)}…`;
	return kept;
}

function listPairs(graph: Graph): Edge[] {
	return Object.entries(graph.nodes).flatMap(([from, { choices }]) => {
		const targets = new Set(choices.map(({ to }) => to).filter((to) => Object.hasOwn(graph.nodes, to)));
		return [...targets].map((to) => ({ from, to }));
	});
}

function describe(graph: Graph, { from, to }: Edge): Pick<DrawnEdge, 'choices' | 'risky' | 'conditional'> {
	const choices = graph.nodes[from]!.choices.filter((choice) => choice.to === to);
	return {
		choices: choices.map(({ id }) => id),
		risky: choices.some(({ risky }) => risky),
		conditional: choices.every((choice) => choice.if !== undefined || choice.once)
	};
}

/** The middle of every place: each row drawn towards its neighbours without overlapping. */
function placeRows(rows: string[][], down: Edge[]): Map<string, number> {
	const widthOf = (id: string) => (id.includes('@') ? passing : box.width);
	const near = listNeighbours(rows, down);
	const centres = new Map<string, number>();
	for (const row of rows)
		pack(
			row,
			row.map(() => 0),
			widthOf,
			centres
		);
	for (let round = 0; round < 16; round++) {
		for (const row of round % 2 === 0 ? rows : rows.toReversed()) {
			const wanted = row.map((id) => {
				const around = near.get(id) ?? [];
				return around.length > 0 ? around.reduce((sum, each) => sum + centres.get(each)!, 0) / around.length : centres.get(id)!;
			});
			pack(row, wanted, widthOf, centres);
		}
	}
	const left = Math.min(...[...centres].map(([id, x]) => x - widthOf(id) / 2));
	for (const [id, x] of centres) centres.set(id, Math.round(x - left + box.margin));
	return centres;
}

function pack(row: string[], wanted: number[], widthOf: (id: string) => number, centres: Map<string, number>): void {
	let edge = -Infinity;
	const placed = row.map((id, index) => {
		const x = Math.max(wanted[index]!, edge + widthOf(id) / 2);
		edge = x + widthOf(id) / 2 + box.across;
		return x;
	});
	// Pushed to one side only: brought back by what all were pushed on average.
	const drift = placed.reduce((sum, x, index) => sum + x - wanted[index]!, 0) / Math.max(1, row.length);
	for (const [index, id] of row.entries()) centres.set(id, placed[index]! - drift);
}

function listNeighbours(rows: string[][], down: Edge[]): Map<string, string[]> {
	const rowOf = new Map(rows.flatMap((row, index) => row.map((id) => [id, index] as const)));
	const near = new Map<string, string[]>();
	const link = (a: string, b: string) => {
		near.set(a, [...(near.get(a) ?? []), b]);
		near.set(b, [...(near.get(b) ?? []), a]);
	};
	for (const edge of down) {
		let before = edge.from;
		for (let row = rowOf.get(edge.from)! + 1; row < rowOf.get(edge.to)!; row++) {
			link(before, placeOfEdge(edge, row));
			before = placeOfEdge(edge, row);
		}
		link(before, edge.to);
	}
	return near;
}

/** Where an edge leaves or enters a node: its edges share the side, in the order of where they lead. */
function portOf(edge: Edge, end: 'from' | 'to', edges: Edge[], centres: Map<string, number>): number {
	const other = end === 'from' ? 'to' : 'from';
	const here = edges.filter((each) => each[end] === edge[end]).sort((a, b) => centres.get(a[other])! - centres.get(b[other])!);
	const step = Math.min(30, (box.width - 40) / Math.max(1, here.length));
	return Math.round(centres.get(edge[end])! + (here.indexOf(edge) - (here.length - 1) / 2) * step);
}

interface Point {
	x: number;
	y: number;
}

function drawLine(points: Point[]): string {
	return points
		.map(({ x, y }, index) => {
			const before = points[index - 1];
			if (!before) return `M${x} ${y}`;
			const bend = (before.y + y) / 2;
			return before.x === x ? `L${x} ${y}` : `C${before.x} ${bend} ${x} ${bend} ${x} ${y}`;
		})
		.join(' ');
}

function middleOf(a: Point, b: Point): Point {
	return { x: Math.round((a.x + b.x) / 2), y: Math.round((a.y + b.y) / 2) };
}
