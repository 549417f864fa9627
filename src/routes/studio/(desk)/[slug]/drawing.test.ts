import { describe, expect, it } from 'vitest';
import { findModule } from '$lib/content/catalogue.server';
import type { Graph } from '$lib/content/graph';
import { box, drawGraph, wrapLabel } from './drawing';
import { countCrossings, layOut } from './layers';

function graphOf(targets: Record<string, string[]>): Graph {
	const nodes = Object.entries(targets).map(([id, to]) => [id, { choices: to.map((each) => ({ id: each, to: each })) }]);
	return { id: 'm', version: 1, start: 'a', vars: {}, scores: {}, nodes: Object.fromEntries(nodes) };
}

describe('rows of a graph', () => {
	it('put each node below all that leads to it, and loops aside', () => {
		const edges = ['a>b', 'a>c', 'b>c', 'c>d', 'd>b', 'd>d'].map((text) => ({ from: text[0]!, to: text[2]! }));
		const { rows, back } = layOut('a', ['d', 'c', 'b', 'a'], edges);
		expect(rows.map((row) => row.filter((id) => !id.includes('@')))).toEqual([['a'], ['b'], ['c'], ['d']]);
		expect(rows[1]).toContain('a>c@1');
		expect(back).toEqual([
			{ from: 'd', to: 'b' },
			{ from: 'd', to: 'd' }
		]);
	});

	it('cross no lines where they need not', () => {
		const edges = ['a>b', 'a>c', 'b>f', 'c>e'].map((text) => ({ from: text[0]!, to: text[2]! }));
		const { rows } = layOut('a', ['a', 'b', 'c', 'e', 'f'], edges);
		expect(
			countCrossings(
				rows,
				edges.map(({ from, to }) => [from, to])
			)
		).toBe(0);
	});
});

describe('a drawing', () => {
	const real = findModule('le-groupe-s-enflamme', 'fr')!.graph;
	const large = graphOf(
		Object.fromEntries(
			Array.from({ length: 200 }, (_, n) => [n === 0 ? 'a' : `n${n}`, n < 190 ? [`n${n + 1}`, `n${n + 7}`] : []])
		)
	);

	it.each([
		['one node', graphOf({ a: [] })],
		['a loop', graphOf({ a: ['b'], b: ['a', 'b'] })],
		['a target that does not exist', graphOf({ a: ['nowhere'] })],
		['the real module', real],
		['200 nodes', large]
	])('of %s: no box overlaps another, and all lines have an end', (_name, graph) => {
		const { nodes, edges, width, height } = drawGraph(graph);
		expect(nodes).toHaveLength(Object.keys(graph.nodes).length);
		for (const [index, a] of nodes.entries()) {
			expect(a.x).toBeGreaterThanOrEqual(0);
			expect(a.x + box.width).toBeLessThanOrEqual(width);
			expect(a.y + box.height).toBeLessThanOrEqual(height);
			for (const b of nodes.slice(index + 1))
				expect(a.y !== b.y || Math.abs(a.x - b.x) >= box.width, `${a.id} ${b.id}`).toBe(true);
		}
		for (const { path } of edges) expect(path).not.toMatch(/NaN|undefined|Infinity/);
	});

	it('marks what is risky and what has a condition', () => {
		const graph = graphOf({ a: ['b', 'c'], b: [], c: [] });
		graph.nodes.a!.choices = [
			{ id: 'b', to: 'b', risky: true },
			{ id: 'b-2', to: 'b' },
			{ id: 'c', to: 'c', if: { op: 'visited', node: 'a' } }
		];
		expect(drawGraph(graph).edges).toMatchObject([
			{ to: 'b', choices: ['b', 'b-2'], risky: true, conditional: false },
			{ to: 'c', risky: false, conditional: true }
		]);
	});
});

it('fits a title into a node', () => {
	expect(wrapLabel('Pas pendant le goûter')).toEqual(['Pas pendant le', 'goûter']);
	expect(wrapLabel('Un titre bien trop long pour deux lignes seulement')).toEqual(['Un titre bien trop', 'long pour deux…']);
	expect(wrapLabel('Anticonstitutionnellement')).toEqual(['Anticonstitutionnel…']);
});
