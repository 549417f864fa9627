// Reads the author's conditions and amounts (`soutien gte 2 and not parle`) into a tree. Tightest first: not, + and -,
// comparisons, and, or. A recursive descent over a handful of words; nothing is ever evaluated as code.
import type { Expression } from './graph';

export type ParsedExpression = { ok: true; expression: Expression } | { ok: false; message: string; column: number };

interface Token {
	text: string;
	/** Offset from 0 in the source. */
	at: number;
}

const comparisons = ['gte', 'lte', 'gt', 'lt', 'eq', 'ne'] as const;
const reserved = ['and', 'or', 'not', 'visited', 'true', 'false', 'ages', ...comparisons];
const word = /^[a-z][a-zA-Z0-9_]*$/;

/** Whether a name can be that of a variable or a score. */
export function isName(name: string): boolean {
	return word.test(name) && !reserved.includes(name);
}

class Unreadable extends Error {
	constructor(
		message: string,
		readonly at: number
	) {
		super(message);
	}
}

/** Parses an expression; on failure `column` counts from 1 in the given text. */
export function parseExpression(source: string): ParsedExpression {
	try {
		return { ok: true, expression: new Reader(tokenise(source), source.length).readAll() };
	} catch (thrown) {
		if (!(thrown instanceof Unreadable)) throw thrown;
		return { ok: false, message: thrown.message, column: thrown.at + 1 };
	}
}

function tokenise(source: string): Token[] {
	const tokens: Token[] = [];
	const pattern = /\s+|visited\(\s*[^\s()]*\s*\)|[a-zA-Z][a-zA-Z0-9_]*|\d+|[()+-]/y;
	while (pattern.lastIndex < source.length) {
		const at = pattern.lastIndex;
		const text = pattern.exec(source)?.[0];
		if (text === undefined) throw new Unreadable(`“${source[at]}” can’t stand here`, at);
		if (text.trim()) tokens.push({ text, at });
	}
	return tokens;
}

class Reader {
	private next = 0;

	constructor(
		private readonly tokens: Token[],
		private readonly length: number
	) {}

	readAll(): Expression {
		const expression = this.readOr();
		const extra = this.tokens[this.next];
		if (extra) throw new Unreadable(`“${extra.text}” was not expected here`, extra.at);
		return expression;
	}

	private readOr(): Expression {
		let left = this.readAnd();
		while (this.take('or')) left = { op: 'or', left, right: this.readAnd() };
		return left;
	}

	private readAnd(): Expression {
		let left = this.readComparison();
		while (this.take('and')) left = { op: 'and', left, right: this.readComparison() };
		return left;
	}

	private readComparison(): Expression {
		const left = this.readSum();
		const op = comparisons.find((comparison) => this.take(comparison));
		return op ? { op, left, right: this.readSum() } : left;
	}

	private readSum(): Expression {
		let left = this.readUnary();
		for (;;) {
			if (this.take('+')) left = { op: 'plus', left, right: this.readUnary() };
			else if (this.take('-')) left = { op: 'minus', left, right: this.readUnary() };
			else return left;
		}
	}

	private readUnary(): Expression {
		if (this.take('not')) return { op: 'not', of: this.readUnary() };
		if (!this.take('-')) return this.readOperand();
		const { text } = this.tokens[this.next] ?? { text: '' };
		if (!/^\d+$/.test(text)) throw new Unreadable('“-” here must be followed by a number', this.at());
		this.next++;
		return { op: 'value', value: -Number(text) };
	}

	private readOperand(): Expression {
		const token = this.tokens[this.next];
		if (!token) throw new Unreadable('something is missing at the end', this.length);
		this.next++;
		const { text, at } = token;
		if (text === '(') {
			const inner = this.readOr();
			if (!this.take(')')) throw new Unreadable('a closing parenthesis is missing', this.at());
			return inner;
		}
		if (/^\d/.test(text)) return { op: 'value', value: Number(text) };
		if (text === 'true' || text === 'false') return { op: 'value', value: text === 'true' };
		const node = /^visited\(\s*(.*?)\s*\)$/.exec(text)?.[1];
		if (node !== undefined) {
			if (!node) throw new Unreadable('visited( ) needs the id of a node', at);
			return { op: 'visited', node };
		}
		if (!isName(text)) throw new Unreadable(`“${text}” was not expected here`, at);
		return { op: 'var', name: text };
	}

	private take(text: string): boolean {
		if (this.tokens[this.next]?.text !== text) return false;
		this.next++;
		return true;
	}

	private at(): number {
		return this.tokens[this.next]?.at ?? this.length;
	}
}
