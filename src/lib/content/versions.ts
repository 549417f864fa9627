// Versions of a node for some ages. The author writes the same node several times; here they become nodes of their own, and each
// choice that leads there one choice for each version, under the condition of the age. So the age is an ordinary variable of the
// story (set where the reader says it), and engine, proofs and plans need to know nothing of it (docs/decisions/011).
import type { Report } from './finding';
import type { Expression, Variable } from './graph';
import type { SourceChoice, SourceModule, SourceNode } from './source';
import { ageBands, type AgeBand } from './vocabulary';

/** The variable that holds the age: the index of its band. A reserved word: no author can declare one of this name. */
export const agesName = 'ages';

/** The id of a version: that of the node with the first of its bands. */
export function nameVersion(node: string, band: AgeBand): string {
	return `${node}-${band}`;
}

/** Turns versions into plain nodes and choices; a module without any is left as it is. */
export function expandVersions(module: SourceModule, report: Report): void {
	const said = module.nodes.flatMap(({ choices }) => choices).filter(({ ages }) => ages);
	const versions = module.nodes.filter(({ version }) => version);
	if (said.length > 0 || versions.length > 0) new Versions(module, versions, report).expand(said);
}

class Versions {
	private readonly nodes: SourceNode[];
	private readonly bands: AgeBand[];

	constructor(
		private readonly module: SourceModule,
		private readonly versions: SourceNode[],
		private readonly report: Report
	) {
		this.nodes = module.nodes;
		this.bands = ageBands.filter((band) => module.front.data.ages.includes(band));
	}

	expand(said: SourceChoice[]): void {
		this.check(said);
		for (const { choice, ages } of said)
			choice.set = [...(choice.set ?? []), { name: agesName, to: { op: 'value', value: ageBands.indexOf(ages!) } }];
		const { front } = this.module;
		// Who says nothing gets what is written for the youngest.
		const start = ageBands.indexOf(this.bands[0]!);
		const variable: Variable = { type: 'int', min: 0, max: ageBands.length - 1, start };
		front.data = { ...front.data, vars: { ...front.data.vars, [agesName]: variable } };
		this.limitEndings();
		const possible = this.listPossible();
		for (const node of this.nodes) {
			for (const block of node.blocks) if (block.if) block.if = this.spreadVisits(block.if);
			node.choices = node.choices.flatMap((choice) => this.split(choice, possible.get(node.id) ?? new Set(this.bands)));
		}
	}

	private check(said: SourceChoice[]): void {
		const known = (band: AgeBand, at: SourceNode['at']) => {
			if (!this.bands.includes(band))
				this.report.add('E004', at, `“${band}” is not among the ages of this module (${this.bands.join(', ')})`);
		};
		for (const { ages, at } of said) known(ages!, at);
		for (const { id, at, version } of this.versions) {
			const { of, ages } = version!;
			for (const band of ages) {
				known(band, at);
				if (this.findFor(of, band) !== id) this.report.add('E102', at, `there is another version of “${of}” for ${band}`);
			}
			const missing = this.bands.find((band) => !this.findFor(of, band));
			if (missing) this.report.add('E103', at, `there is no “${of}” for ${missing}`);
			if (said.length === 0) this.report.add('E120', at, `no choice says the age that “${id}” is for: write \`ages: …\` on one`);
		}
	}

	/** The node that a reader of an age comes to. */
	private findFor(id: string, band: AgeBand): string | undefined {
		const version = this.versions.find(({ version }) => version!.of === id && version!.ages.includes(band));
		return version?.id ?? this.nodes.find((node) => node.id === id)?.id;
	}

	/** The ages at which each node can be come to, conditions left aside. */
	private listPossible(): Map<string, Set<AgeBand>> {
		const possible = new Map(this.nodes.map(({ id }) => [id, new Set<AgeBand>()]));
		const open: [string, AgeBand][] = [[this.module.front.data.start, this.bands[0]!]];
		for (const [id, band] of open) {
			const known = possible.get(id);
			if (!known || known.has(band)) continue;
			known.add(band);
			for (const { choice, ages = band } of this.nodes.find((node) => node.id === id)!.choices) {
				const to = this.findFor(choice.to, ages);
				if (to) open.push([to, ages]);
			}
		}
		return possible;
	}

	/** Says of an ending which ages alone can come to it. One that a reader can reach before a version was chosen is for all. */
	private limitEndings(): void {
		const reached = new Map(this.nodes.map(({ id }) => [id, new Set<AgeBand | null>()]));
		const open: [string, AgeBand | null][] = [[this.module.front.data.start, null]];
		for (const [id, band] of open) {
			const known = reached.get(id);
			if (!known || known.has(band)) continue;
			known.add(band);
			for (const { choice, ages = band } of this.nodes.find((node) => node.id === id)!.choices) {
				// Who says nothing is among the youngest from the first version on.
				const versioned = this.versions.some(({ version }) => version!.of === choice.to);
				const next = ages ?? (versioned ? this.bands[0]! : null);
				open.push([(next && this.findFor(choice.to, next)) ?? choice.to, next]);
			}
		}
		for (const node of this.nodes) {
			const ages = reached.get(node.id)!;
			if (!node.end || ages.has(null) || ages.size === this.bands.length) continue;
			node.endAges = this.bands.filter((band) => ages.has(band)).map((band) => ageBands.indexOf(band));
		}
	}

	/** One choice for each node that it leads to at the ages possible here, exactly one of them open at any age. */
	private split(source: SourceChoice, possible: Set<AgeBand>): SourceChoice[] {
		const { choice } = source;
		const condition = choice.if && this.spreadVisits(choice.if);
		const targets = new Map<string, AgeBand[]>();
		for (const band of source.ages ? [source.ages] : possible) {
			const to = this.findFor(choice.to, band) ?? choice.to;
			targets.set(to, [...(targets.get(to) ?? []), band]);
		}
		if (targets.size === 0) targets.set(choice.to, []);
		return [...targets].map(([to, bands]) => {
			const asked = targets.size > 1 ? and(condition, isOneOf(bands)) : condition;
			return { ...source, choice: { ...choice, id: to + choice.id.slice(choice.to.length), to, ...(asked && { if: asked }) } };
		});
	}

	/** `visited(x)` holds where any version of x was visited. */
	private spreadVisits(condition: Expression): Expression {
		if (condition.op === 'not') return { op: 'not', of: this.spreadVisits(condition.of) };
		if ('left' in condition)
			return { ...condition, left: this.spreadVisits(condition.left), right: this.spreadVisits(condition.right) };
		if (condition.op !== 'visited') return condition;
		const ids = this.nodes.filter(({ id, version }) => id === condition.node || version?.of === condition.node);
		return ids.length > 0 ? anyOf(ids.map(({ id }) => ({ op: 'visited', node: id }))) : condition;
	}
}

function isOneOf(bands: AgeBand[]): Expression {
	const name = { op: 'var', name: agesName } as const;
	return anyOf(bands.map((band) => ({ op: 'eq', left: name, right: { op: 'value', value: ageBands.indexOf(band) } })));
}

function and(first: Expression | undefined, second: Expression): Expression {
	return first ? { op: 'and', left: first, right: second } : second;
}

function anyOf(conditions: Expression[]): Expression {
	return conditions.reduce((left, right) => ({ op: 'or', left, right }));
}
