// Checks of variables, scores and objectives: known, used, in range, numbers with numbers and yes/no with yes/no.
import type { Place, Report } from './finding';
import type { Choice, Expression, Value, Variable } from './graph';
import type { SourceModule } from './source';
import { agesName } from './versions';

type Type = 'int' | 'bool';

/** Reports faults of variables and scores; false when a condition could not be worked out. */
export function checkTypes(module: SourceModule, report: Report): boolean {
	return new TypeChecker(module, report).check();
}

class TypeChecker {
	private readonly vars: Record<string, Variable>;
	private readonly nodeIds: Set<string>;
	private readonly read = new Set<string>();
	private readonly scored = new Set<string>();
	private sound = true;
	/** Nothing unreadable so far: what is not used is really not used. */
	private readonly whole: boolean;

	constructor(
		private readonly module: SourceModule,
		private readonly report: Report
	) {
		this.whole = report.findings.length === 0;
		this.vars = module.front.data.vars;
		this.nodeIds = new Set(module.nodes.map(({ id }) => id));
	}

	check(): boolean {
		this.checkDeclarations();
		for (const { choices, blocks } of this.module.nodes) {
			for (const { choice, at } of choices) this.checkChoice(choice, at);
			for (const block of blocks) if (block.if) this.checkCondition(block.if, block.at!);
		}
		if (this.whole) this.checkUse();
		return this.sound;
	}

	private checkUse(): void {
		const { vars, scores } = this.module.front.data;
		for (const name of Object.keys(vars))
			if (!this.read.has(name) && name !== agesName)
				this.report.add('E121', this.locate('vars', name), `no condition reads “${name}”`);
		for (const name of Object.keys(scores))
			if (!this.scored.has(name)) this.report.add('E121', this.locate('scores', name), `no choice gives points for “${name}”`);
	}

	private checkDeclarations(): void {
		const { vars, scores } = this.module.front.data;
		for (const [name, variable] of Object.entries(vars))
			if (variable.type === 'int' && !within(variable.start, variable))
				this.fail('E122', this.locate('vars', name), `“${name}” starts at ${variable.start}, outside its range`);
		for (const [name, score] of Object.entries(scores))
			if (!within(score.pass, score)) this.fail('E122', this.locate('scores', name), `“${name}” passes outside its range`);
	}

	private checkChoice(choice: Choice, at: Place): void {
		if (choice.if) this.checkCondition(choice.if, at);
		for (const { name, to } of choice.set ?? []) this.checkAssignment(name, to, at);
		for (const { name, points } of choice.score ?? []) {
			const score = own(this.module.front.data.scores, name);
			this.scored.add(name);
			if (!score) this.fail('E120', at, `there is no score “${name}”`);
			else if (Math.abs(points) > score.max - score.min) this.fail('E122', at, `${points} is more than “${name}” can hold`);
		}
		for (const id of choice.tests ?? [])
			if (!Object.hasOwn(this.module.front.data.objectives, id)) this.report.add('E124', at, `there is no objective “${id}”`);
	}

	private checkCondition(condition: Expression, at: Place): void {
		if (this.typeOf(condition, at) === 'int')
			this.fail('E123', at, 'the condition is a number: compare it with another, like “gte 2”');
	}

	private checkAssignment(name: string, to: Expression, at: Place): void {
		const variable = this.find(name, at);
		// Adding to itself is no use of a variable: some condition must read it.
		const wasRead = this.read.has(name);
		const type = this.typeOf(to, at);
		if (!wasRead) this.read.delete(name);
		if (!variable) return;
		if (type && type !== variable.type)
			this.fail('E123', at, `“${name}” is ${describe(variable.type)}, and is set to ${describe(type)}`);
		if (variable.type !== 'int') return;
		if (to.op === 'value' && typeof to.value === 'number' && !within(to.value, variable))
			this.fail('E122', at, `“${name}” can’t be ${to.value}: it goes from ${variable.min} to ${variable.max}`);
		const step = to.op === 'plus' || to.op === 'minus' ? literal(to.right) : undefined;
		if (typeof step === 'number' && Math.abs(step) > variable.max - variable.min)
			this.fail('E122', at, `a step of ${step} is more than “${name}” can hold`);
	}

	private typeOf(expression: Expression, at: Place): Type | null {
		switch (expression.op) {
			case 'value':
				return typeof expression.value === 'number' ? 'int' : 'bool';
			case 'var':
				this.read.add(expression.name);
				return this.find(expression.name, at)?.type ?? null;
			case 'visited':
				if (!this.nodeIds.has(expression.node)) this.fail('E103', at, `there is no node “${expression.node}” to have visited`);
				return 'bool';
			case 'not':
				return this.expect('bool', expression.of, 'not', at);
			case 'and':
			case 'or':
				this.expect('bool', expression.left, expression.op, at);
				return this.expect('bool', expression.right, expression.op, at);
			case 'plus':
			case 'minus':
				this.expect('int', expression.left, expression.op, at);
				return this.expect('int', expression.right, expression.op, at);
			default:
				return this.compare(expression, at);
		}
	}

	private compare({ op, left, right }: Extract<Expression, { left: Expression }>, at: Place): Type {
		this.checkBound(left, right, at);
		this.checkBound(right, left, at);
		if (op === 'eq' || op === 'ne') {
			const [a, b] = [this.typeOf(left, at), this.typeOf(right, at)];
			if (a && b && a !== b) this.fail('E123', at, `“${op}” compares ${describe(a)} with ${describe(b)}`);
		} else {
			this.expect('int', left, op, at);
			this.expect('int', right, op, at);
		}
		return 'bool';
	}

	/** A variable compared with a number it can never be: certainly a slip. */
	private checkBound(side: Expression, other: Expression, at: Place): void {
		const variable = side.op === 'var' ? own(this.vars, side.name) : undefined;
		const value = literal(other);
		if (side.op === 'var' && variable?.type === 'int' && typeof value === 'number' && !within(value, variable))
			this.fail('E122', at, `“${side.name}” is never ${value}: it goes from ${variable.min} to ${variable.max}`);
	}

	private expect(wanted: Type, expression: Expression, op: string, at: Place): Type {
		const type = this.typeOf(expression, at);
		if (type && type !== wanted) this.fail('E123', at, `“${op}” needs ${describe(wanted)}, not ${describe(type)}`);
		return wanted;
	}

	private find(name: string, at: Place): Variable | undefined {
		const variable = own(this.vars, name);
		if (!variable) this.fail('E120', at, `there is no variable “${name}”`);
		return variable;
	}

	private fail(code: 'E103' | 'E120' | 'E122' | 'E123', at: Place, message: string): void {
		this.sound = false;
		this.report.add(code, at, message);
	}

	private locate(group: string, name: string): Place {
		return this.module.front.locate(group, name);
	}
}

function own<T>(record: Record<string, T>, name: string): T | undefined {
	return Object.hasOwn(record, name) ? record[name] : undefined;
}

function literal(expression: Expression): Value | undefined {
	return expression.op === 'value' ? expression.value : undefined;
}

function within(value: number, { min, max }: { min: number; max: number }): boolean {
	return value >= min && value <= max;
}

function describe(type: Type): string {
	return type === 'int' ? 'a number' : 'yes or no';
}
