// One step of a play: conditions, assignments, moves. It ships to phones and also serves the validator's proofs, so what is
// proved is what is played. No dependency.
import type { Choice, Expression, Graph, Value } from './graph';

/** Where a play is: all that a condition can depend on. */
export interface Situation {
	node: string;
	vars: Record<string, Value>;
	/** How many times each node was entered. */
	visits: Record<string, number>;
	/** `once` choices already taken, as `node>choice`, in alphabetical order. */
	used: string[];
}

/** The value of an expression. The compiler has checked the types; a wrong one would be coerced, never thrown. */
export function evaluate(expression: Expression, situation: Pick<Situation, 'vars' | 'visits'>): Value {
	switch (expression.op) {
		case 'value':
			return expression.value;
		case 'var':
			return situation.vars[expression.name] ?? 0;
		case 'visited':
			return (situation.visits[expression.node] ?? 0) > 0;
		case 'not':
			return !evaluate(expression.of, situation);
	}
	const left = evaluate(expression.left, situation);
	const right = evaluate(expression.right, situation);
	switch (expression.op) {
		case 'and':
			return left && right;
		case 'or':
			return left || right;
		case 'eq':
			return left === right;
		case 'ne':
			return left !== right;
		case 'gte':
			return left >= right;
		case 'lte':
			return left <= right;
		case 'gt':
			return left > right;
		case 'lt':
			return left < right;
		case 'plus':
			return +left + +right;
		case 'minus':
			return +left - +right;
	}
}

/** The situation at the first node, before any choice. */
export function startSituation(graph: Graph): Situation {
	const vars = Object.fromEntries(Object.entries(graph.vars).map(([name, variable]) => [name, variable.start]));
	return { node: graph.start, vars, visits: { [graph.start]: 1 }, used: [] };
}

/** Whether a choice of the present node can be taken: its condition holds and it is not a `once` choice already taken. */
export function isAvailable(choice: Choice, situation: Situation): boolean {
	if (choice.once && situation.used.includes(keyOf(choice, situation))) return false;
	return !choice.if || evaluate(choice.if, situation) === true;
}

/** The situation after a choice: its assignments in order (ints clamped to their range), then the move. */
export function takeChoice(graph: Graph, choice: Choice, situation: Situation): Situation {
	const vars = { ...situation.vars };
	for (const { name, to } of choice.set ?? []) {
		const variable = graph.vars[name];
		const value = evaluate(to, { vars, visits: situation.visits });
		if (variable) vars[name] = variable.type === 'int' ? clamp(+value, variable.min, variable.max) : value;
	}
	return {
		node: choice.to,
		vars,
		visits: { ...situation.visits, [choice.to]: (situation.visits[choice.to] ?? 0) + 1 },
		used: choice.once ? [...situation.used, keyOf(choice, situation)].sort() : situation.used
	};
}

/** A whole number kept between two bounds. */
export function clamp(value: number, min: number, max: number): number {
	return Math.min(max, Math.max(min, value));
}

function keyOf(choice: Choice, situation: Situation): string {
	return situation.node + '>' + choice.id;
}
