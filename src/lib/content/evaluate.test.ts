import { describe, expect, it } from 'vitest';
import { clamp, evaluate, isAvailable, startSituation, takeChoice } from './evaluate';
import { parseExpression } from './expression';
import type { Choice, Expression, Graph } from './graph';

function parse(source: string): Expression {
	const parsed = parseExpression(source);
	if (!parsed.ok) throw new Error(parsed.message);
	return parsed.expression;
}

const graph: Graph = {
	id: 'g',
	version: 1,
	start: 'a',
	vars: { n: { type: 'int', min: -1, max: 3, start: 1 }, b: { type: 'bool', start: false } },
	scores: {},
	nodes: { a: { choices: [] }, b: { choices: [] } }
};

const situation = { node: 'a', vars: { n: 2, b: true }, visits: { a: 1, c: 0 }, used: [] };

describe('evaluate', () => {
	it.each([
		['n', 2],
		['unknown', 0],
		['b', true],
		['not b', false],
		['visited(a)', true],
		['visited(b)', false],
		['visited(c)', false],
		['b and n eq 2', true],
		['b and n eq 1', false],
		['not b and b', false],
		['not b or n eq 2', true],
		['b or not b', true],
		['not b or n eq 1', false],
		['n ne 2', false],
		['n gte 2', true],
		['n gte 3', false],
		['n lte 2', true],
		['n gt 2', false],
		['n gt 1', true],
		['n lt 2', false],
		['n lt 3', true],
		['n + 3 - 1', 4],
		['b eq true', true]
	])('%s is %s', (source, value) => {
		expect(evaluate(parse(source), situation)).toBe(value);
	});
});

describe('isAvailable', () => {
	it('follows the condition', () => {
		expect(isAvailable({ id: 'b', to: 'b' }, situation)).toBe(true);
		expect(isAvailable({ id: 'b', to: 'b', if: parse('b') }, situation)).toBe(true);
		expect(isAvailable({ id: 'b', to: 'b', if: parse('not b') }, situation)).toBe(false);
	});

	it('offers a `once` choice again in another node, not in its own', () => {
		const once: Choice = { id: 'b', to: 'b', once: true };
		const after = takeChoice(graph, once, startSituation(graph));
		expect(after.used).toEqual(['a>b']);
		expect(isAvailable(once, after)).toBe(true);
		expect(isAvailable(once, { ...after, node: 'a' })).toBe(false);
	});
});

describe('takeChoice', () => {
	it('assigns in order, clamps, moves and counts the visit, without changing what it was given', () => {
		const before = startSituation(graph);
		const copy = structuredClone(before);
		const choice: Choice = {
			id: 'a',
			to: 'a',
			set: [
				{ name: 'n', to: parse('n + 9') },
				{ name: 'b', to: parse('n eq 3') },
				{ name: 'nobody', to: parse('1') }
			]
		};
		const after = takeChoice(graph, choice, before);
		expect(after).toEqual({ node: 'a', vars: { n: 3, b: true }, visits: { a: 2 }, used: [] });
		expect(before).toEqual(copy);
		expect(takeChoice(graph, { id: 'b', to: 'b', set: [{ name: 'n', to: parse('n - 9') }] }, after).vars.n).toBe(-1);
	});
});

describe('clamp', () => {
	it.each([
		[5, 3],
		[-5, 0],
		[2, 2]
	])('%i in 0..3 is %i', (value, clamped) => {
		expect(clamp(value, 0, 3)).toBe(clamped);
	});
});
