import { describe, expect, it } from 'vitest';
import type { Graph } from '$lib/content/graph';
import { listGoals } from './goals';

const graph: Graph = {
	id: 'm',
	version: 1,
	start: 'a',
	vars: {},
	scores: {},
	nodes: {
		a: {
			choices: [
				{ id: 'help', to: 'b', tests: ['act'] },
				{ id: 'wait', to: 'b', tests: ['act', 'see'], risky: true },
				{ id: 'on', to: 'b' }
			]
		},
		b: { choices: [], end: 'good' }
	}
};
const first = [
	{ node: 'a', choice: 'help', count: 4 },
	{ node: 'a', choice: 'wait', count: 6 },
	{ node: 'a', choice: 'on', count: 9 },
	{ node: 'gone', choice: 'help', count: 50 }
];

describe('the goals of a group', () => {
	it('count helpful choices among those that tell of the goal', () => {
		expect(listGoals(graph, first, [])).toEqual([
			{ id: 'act', first: { helpful: 4, answers: 10 }, latest: null },
			{ id: 'see', first: { helpful: 0, answers: 6 }, latest: null }
		]);
	});

	it('compare with later plays from ten answers on, goal by goal', () => {
		const later = [
			{ node: 'a', choice: 'help', count: 8 },
			{ node: 'a', choice: 'wait', count: 2 }
		];
		expect(listGoals(graph, first, later).map(({ latest }) => latest)).toEqual([{ helpful: 8, answers: 10 }, null]);
	});

	it('are left out without a shown answer', () => {
		expect(listGoals(graph, [], [{ node: 'a', choice: 'help', count: 80 }])).toEqual([]);
	});
});
