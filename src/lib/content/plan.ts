// Playthrough plans (*.plan beside a module): plays written down by hand or recorded, with what each must show and how it must
// end. Run against the module, they tell when a change breaks a way through the story, and which ways nobody has written down.
import { clamp, evaluate, isAvailable, startSituation, takeChoice, type Situation } from './evaluate';
import type { Choice, CompiledModule, Ending, NodeText } from './graph';
import { toWords } from './html';

export interface PlanFinding {
	file: string;
	line: number;
	message: string;
	remedy: string;
}

/** One line of a plan. `text` is a scene's title or id, a choice's label or id, or words of the scene. */
type Step = { line: number } & (
	| { kind: 'scene' | 'take' | 'offered' | 'withheld' | 'says' | 'end'; text: string }
	| { kind: 'score'; text: string; points: number }
);

export interface PlannedPlay {
	title: string;
	line: number;
	steps: Step[];
}

export interface Coverage {
	nodes: { covered: number; total: number; missing: string[] };
	/** Choices, as `node > choice`. */
	edges: { covered: number; total: number; missing: string[] };
}

export interface PlanReport {
	plays: number;
	findings: PlanFinding[];
	coverage: Coverage;
}

const marks = { '>': 'take', '+': 'offered', '-': 'withheld', '"': 'says' } as const;
const endings: Ending[] = ['good', 'mixed', 'hard'];

/** Reads the text of a plan: its plays, and the lines that can't be understood. */
export function parsePlan(text: string, file: string): { plays: PlannedPlay[]; findings: PlanFinding[] } {
	const plays: PlannedPlay[] = [];
	const findings: PlanFinding[] = [];
	for (const [index, raw] of text
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.entries()) {
		const line = index + 1;
		const words = raw.trim();
		const remark = (message: string, remedy: string) => findings.push({ file, line, message, remedy });
		if (words === '' || words.startsWith('#')) continue;
		const title = /^==\s*(.+)$/.exec(words)?.[1];
		if (title) {
			plays.push({ title, line, steps: [] });
			continue;
		}
		const step = readStep(words, line);
		if (!step)
			remark(
				`“${words}” can’t be understood`,
				'Begin the line with [scene], > choice, + choice, - choice, " words, end: or score:.'
			);
		else if (plays.length === 0) remark('this stands before the first play', 'Open a play with a line "== its title".');
		else plays.at(-1)!.steps.push(step);
	}
	return { plays, findings };
}

function readStep(words: string, line: number): Step | null {
	const scene = /^\[(.+)\]$/.exec(words)?.[1];
	if (scene) return { line, kind: 'scene', text: scene };
	const marked = /^([>+"-])\s*(.+)$/.exec(words);
	if (marked) return { line, kind: marks[marked[1] as keyof typeof marks], text: marked[2]! };
	const end = /^end:\s*(\w+)$/.exec(words)?.[1];
	if (end && endings.includes(end as Ending)) return { line, kind: 'end', text: end };
	const score = /^score:\s*(\w+)\s+(-?\d+)$/.exec(words);
	return score ? { line, kind: 'score', text: score[1]!, points: Number(score[2]) } : null;
}

/** Runs the plans of a module (compiled in its source language): what is not as they say, and what they leave out. */
export function checkPlans(module: CompiledModule, plans: { file: string; text: string }[]): PlanReport {
	const nodes = new Set<string>();
	const edges = new Set<string>();
	let plays = 0;
	const findings = plans.flatMap(({ file, text }) => {
		const read = parsePlan(text, file);
		plays += read.plays.length;
		return [...read.findings, ...read.plays.flatMap((play) => new Run(module, file, nodes, edges).follow(play))];
	});
	const all = Object.entries(module.graph.nodes);
	const allEdges = all.flatMap(([node, { choices }]) => choices.map(({ id }) => edgeOf(node, id)));
	const allNodes = all.map(([node]) => node);
	return { plays, findings, coverage: { nodes: count(allNodes, nodes), edges: count(allEdges, edges) } };
}

/** How a choice of a node is named in coverage. */
export function edgeOf(node: string, choice: string): string {
	return `${node} > ${choice}`;
}

function count(all: string[], covered: Set<string>): Coverage['nodes'] {
	const missing = all.filter((one) => !covered.has(one));
	return { covered: all.length - missing.length, total: all.length, missing };
}

/** One play, followed line by line until a choice can't be taken. */
class Run {
	private situation: Situation;
	private readonly points: Record<string, number> = {};
	private readonly findings: PlanFinding[] = [];

	constructor(
		private readonly module: CompiledModule,
		private readonly file: string,
		private readonly nodes: Set<string>,
		private readonly edges: Set<string>
	) {
		this.situation = startSituation(module.graph);
		for (const [name, { min, max }] of Object.entries(module.graph.scores)) this.points[name] = clamp(0, min, max);
		nodes.add(this.situation.node);
	}

	follow({ title, line, steps }: PlannedPlay): PlanFinding[] {
		for (const step of steps) if (!this.check(step)) return this.findings;
		if (!steps.some(({ kind }) => kind === 'end'))
			this.add(
				line,
				`the play “${title}” does not say how it ends`,
				'Go on to an ending and write "end: good", "end: mixed" or "end: hard".'
			);
		return this.findings;
	}

	/** Checks a line; false when the play can't go on. */
	private check(step: Step): boolean {
		const { line, text } = step;
		const { node } = this.situation;
		const scene = this.module.nodes[node]!;
		switch (step.kind) {
			case 'scene':
				if (text !== node && !isSame(text, scene.title))
					this.add(
						line,
						`the play is in “${scene.title}” (${node}), not in “${text}”`,
						'Correct the scene here, or the choice that led here.'
					);
				return true;
			case 'says':
				if (!normalise(listWords(this.seen(scene)).join(' ')).includes(normalise(text)))
					this.add(
						line,
						`“${scene.title}” (${node}) does not say “${text}”`,
						'Copy the words from the scene, without its marks.'
					);
				return true;
			case 'offered':
			case 'withheld': {
				const choices = this.find(text, line);
				const offered = choices.some((choice) => isAvailable(choice, this.situation));
				if (choices.length > 0 && offered !== (step.kind === 'offered'))
					this.add(
						line,
						`“${text}” is ${offered ? '' : 'not '}offered here`,
						`Write “${offered ? '+' : '-'}” if that is right, or correct the condition in the module.`
					);
				return true;
			}
			case 'take':
				return this.take(text, line);
			case 'end':
				if (this.module.graph.nodes[node]!.end !== text)
					this.add(line, `the play ${this.describeEnd()}`, 'Correct the ending here, or the choices that lead to it.');
				return true;
			case 'score':
				if (this.points[text] !== step.points)
					this.add(
						line,
						this.points[text] === undefined
							? `there is no score “${text}”`
							: `“${text}” is ${this.points[text]}, not ${step.points}`,
						'Correct the points here, or the points of the choices in the module.'
					);
				return true;
		}
	}

	/** The scene without the passages that its situation leaves out. */
	private seen(scene: NodeText): NodeText {
		return { ...scene, blocks: scene.blocks.filter((block) => !block.if || evaluate(block.if, this.situation)) };
	}

	private take(text: string, line: number): boolean {
		const { graph } = this.module;
		const choices = this.find(text, line);
		if (choices.length === 0) return false;
		const choice = choices.find((candidate) => isAvailable(candidate, this.situation));
		if (!choice) {
			this.add(line, `“${text}” is not offered here`, 'Take another choice, or correct the condition in the module.');
			return false;
		}
		this.edges.add(edgeOf(this.situation.node, choice.id));
		for (const { name, points } of choice.score ?? []) {
			const range = graph.scores[name];
			if (range) this.points[name] = clamp(this.points[name]! + points, range.min, range.max);
		}
		this.situation = takeChoice(graph, choice, this.situation);
		this.nodes.add(this.situation.node);
		return true;
	}

	/** The choices of the present scene with this label or id: several where conditions keep them apart. */
	private find(text: string, line: number): Choice[] {
		const { node } = this.situation;
		const labels = this.module.nodes[node]!.choices;
		const found = this.module.graph.nodes[node]!.choices.filter(
			({ id }) => id === text || isSame(text, toWords(labels[id]!.label))
		);
		if (found.length === 0)
			this.add(
				line,
				`“${this.module.nodes[node]!.title}” (${node}) has no choice “${text}”`,
				'Copy the label of one of its choices, or its id.'
			);
		return found;
	}

	private describeEnd(): string {
		const { node } = this.situation;
		const { end } = this.module.graph.nodes[node]!;
		return end ? `ends ${end}, in “${node}”` : `has not ended: it is in “${this.module.nodes[node]!.title}” (${node})`;
	}

	private add(line: number, message: string, remedy: string): void {
		this.findings.push({ file: this.file, line, message, remedy });
	}
}

function isSame(left: string, right: string): boolean {
	return normalise(left) === normalise(right);
}

/** What a keyboard writes in several ways (apostrophes, spaces before signs, capitals) made one. */
function normalise(text: string): string {
	return text
		.normalize('NFC')
		.replace(/['’]/g, '’')
		.replace(/\s+/g, ' ')
		.replace(/ (?=[?!:;»,.…])|(?<=«) /g, '')
		.trim()
		.toLowerCase();
}

const spoken = new Set(['html', 'line', 'question', 'explanation', 'why', 'alt']);

function listWords(value: unknown, key = ''): string[] {
	if (typeof value === 'string') return spoken.has(key) ? [toWords(value)] : [];
	if (Array.isArray(value)) return value.flatMap((item) => listWords(item));
	return typeof value === 'object' && value !== null
		? Object.entries(value).flatMap(([name, inner]) => listWords(inner, name))
		: [];
}
