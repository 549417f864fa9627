import { describe, expect, it } from 'vitest';
import type { Graph } from '$lib/content/graph';
import { availableChoices } from './engine';
import { followWalk, graphOfWalk, readWalk, serveWalk, startWalk, writeWalk } from './walk';

const graph: Graph = {
	id: 'm',
	version: 1,
	start: 'a',
	vars: { trust: { type: 'int', min: -1, max: 3, start: 0 }, told: { type: 'bool', start: false } },
	scores: {},
	nodes: {
		a: {
			choices: [
				{ id: 'b', to: 'b', set: [{ name: 'told', to: { op: 'value', value: true } }] },
				{ id: 'b-2', to: 'b' }
			]
		},
		b: {
			choices: [{ id: 'c', to: 'c', if: { op: 'gte', left: { op: 'var', name: 'trust' }, right: { op: 'value', value: 2 } } }]
		},
		c: { choices: [], end: 'good' }
	}
};

describe('a walk in an address', () => {
	it('comes back as it was, and needs no escaping', () => {
		const walk = { ...startWalk(graph, 'ar', 'b'), vars: { trust: -1, told: true }, path: ['c'] };
		const text = writeWalk(walk);
		expect(text).toBe('ar!b!trust:-1,told:true!c');
		expect(new URL(`http://x/?s=${text}`).searchParams.get('s')).toBe(text);
		expect(readWalk(text, graph)).toEqual(walk);
	});

	it('has the declared value of a variable that it leaves out', () => {
		expect(readWalk('fr!a!!', graph)).toEqual(startWalk(graph, 'fr'));
	});

	it.each(['', 'xx!a!!', 'fr!nowhere!!', 'fr!toString!!', 'fr!a!trust:9!', 'fr!a!trust:x!', 'fr!a!told:1!', 'fr!a!!b!c'])(
		'is refused when it makes no sense: %s',
		(text) => expect(readWalk(text, graph)).toBeNull()
	);
});

describe('a walk', () => {
	it('starts anywhere, with any values', () => {
		const walk = { ...startWalk(graph, 'fr', 'b'), vars: { trust: 2, told: false }, path: ['c'] };
		expect(followWalk(graph, walk)?.map(({ node }) => node)).toEqual(['b', 'c']);
		expect(followWalk(graph, { ...walk, vars: { trust: 0, told: false } })).toBeNull();
		expect(followWalk(graph, { ...walk, path: ['nowhere'] })).toBeNull();
	});

	it('keeps each step, so that variables can be watched', () => {
		const states = followWalk(graph, { ...startWalk(graph, 'fr'), path: ['b'] })!;
		expect(states.map(({ vars }) => vars.told)).toEqual([false, true]);
		expect(availableChoices(graphOfWalk(graph, startWalk(graph, 'fr')), states[1]!)).toEqual([]);
	});

	it('hands the Player addresses of walks', () => {
		const served = serveWalk(graph, { ...startWalk(graph, 'fr'), path: ['b'] });
		expect(served).toMatchObject({ token: 'fr!a!trust:0,told:false!b', undo: 'fr!a!trust:0,told:false!', path: ['b'] });
	});
});
