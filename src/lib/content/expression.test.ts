import { describe, expect, it } from 'vitest';
import { isName, parseExpression } from './expression';
import type { Expression } from './graph';

/** The tree as fully parenthesised text. */
function show(expression: Expression): string {
	switch (expression.op) {
		case 'value':
			return String(expression.value);
		case 'var':
			return expression.name;
		case 'visited':
			return `visited(${expression.node})`;
		case 'not':
			return `(not ${show(expression.of)})`;
		default:
			return `(${show(expression.left)} ${expression.op} ${show(expression.right)})`;
	}
}

function read(source: string): string {
	const parsed = parseExpression(source);
	return parsed.ok ? show(parsed.expression) : `${parsed.column}: ${parsed.message}`;
}

describe('parseExpression', () => {
	it.each([
		['dit', 'dit'],
		['true or false', '(true or false)'],
		['a or b and not c', '(a or (b and (not c)))'],
		['not not a', '(not (not a))'],
		['not a eq b', '((not a) eq b)'],
		['a + 1 gte 2 and b', '(((a plus 1) gte 2) and b)'],
		['a - 1 - 2', '((a minus 1) minus 2)'],
		['a - -1', '(a minus -1)'],
		['(a or b) and c', '((a or b) and c)'],
		['a lt 1 or a gt 2 or a lte 0 or a ne 3', '((((a lt 1) or (a gt 2)) or (a lte 0)) or (a ne 3))'],
		['visited(fin-2) and soutien gte 2', '(visited(fin-2) and (soutien gte 2))'],
		['visited( coach )', 'visited(coach)'],
		['trueName eq trueName2', '(trueName eq trueName2)']
	])('%s', (source, tree) => {
		expect(read(source)).toBe(tree);
	});

	it.each([
		['', '1: something is missing at the end'],
		['a and', '6: something is missing at the end'],
		['a > 2', '3: “>” can’t stand here'],
		['a eq = 2', '6: “=” can’t stand here'],
		['(a or b', '8: a closing parenthesis is missing'],
		['(a b)', '4: a closing parenthesis is missing'],
		['a b', '3: “b” was not expected here'],
		['a eq 1 eq 2', '8: “eq” was not expected here'],
		['and b', '1: “and” was not expected here'],
		['- a', '3: “-” here must be followed by a number'],
		['a + -', '6: “-” here must be followed by a number'],
		['visited()', '1: visited( ) needs the id of a node'],
		['visited', '1: “visited” was not expected here'],
		['Force', '1: “Force” was not expected here']
	])('“%s” is refused, with its column', (source, message) => {
		expect(read(source)).toBe(message);
	});
});

describe('isName', () => {
	it.each([
		['force', true],
		['force_2', true],
		['not', false],
		['visited', false],
		['Force', false],
		['été', false],
		['a-b', false]
	])('%s: %s', (name, possible) => {
		expect(isName(name)).toBe(possible);
	});
});
