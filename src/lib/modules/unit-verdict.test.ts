import { describe, expect, it } from 'vitest';
import type { Graph } from '$lib/content/graph';
import { judgeUnit } from './unit-verdict';

const graph: Graph = {
	id: 'unit',
	version: 1,
	start: 'told',
	vars: {},
	scores: { ear: { min: 0, max: 2, pass: 2 }, known: { min: 0, max: 1, pass: 1 } },
	nodes: {
		told: {
			choices: [
				{ id: 'listen', to: 'check', score: [{ name: 'ear', points: 2 }] },
				{ id: 'ask', to: 'check' }
			]
		},
		check: {
			choices: [
				{ id: 'right', to: 'end', score: [{ name: 'known', points: 1 }] },
				{ id: 'wrong', to: 'end' }
			]
		},
		end: { choices: [], end: 'good' }
	}
};
const facts = { check: 'known', pass: ['ear'] };

describe('judgeUnit', () => {
	it.each([
		[['listen', 'right'], true],
		[['listen', 'wrong'], false],
		[['ask', 'right'], false]
	] as const)('%j passes: %s', (path, passed) => {
		expect(judgeUnit(graph, facts, [...path])).toMatchObject({ ok: true, passed });
	});

	it('says how far each score is from its mark', () => {
		expect(judgeUnit(graph, facts, ['ask', 'right'])).toEqual({
			ok: true,
			end: { node: 'end', end: 'good' },
			check: { name: 'known', points: 1, needed: 1, passed: true },
			must: [{ name: 'ear', points: 0, needed: 2, passed: false }],
			passed: false
		});
	});

	it('asks for the check alone where nothing else must be passed', () => {
		expect(judgeUnit(graph, { check: 'known', pass: [] }, ['ask', 'right'])).toMatchObject({ must: [], passed: true });
	});

	it('never passes on a score that the graph does not have', () => {
		expect(judgeUnit(graph, { check: 'other', pass: [] }, ['listen', 'right'])).toMatchObject({ passed: false });
	});

	it.each([[['listen']], [['listen', 'forged']], [[]]])('refuses the path %j', (path) => {
		expect(judgeUnit(graph, facts, path)).toMatchObject({ ok: false });
	});
});
