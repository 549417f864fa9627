// Reads a kit: front matter, then one step per `##` heading, in the spirit of a module (content/README.md).
import type { Heading, Html, Link, List, RootContent } from 'mdast';
import type { Place, Report } from './finding';
import { readFields, type Located } from './front-matter';
import { toPlainText } from './inline';
import type { KitStep, KitStepKind } from './kit';
import { kitSchema, type KitFields } from './kit-schema';
import { parseFile, placeOf } from './markdown';
import { Reading } from './reading';
import { idPattern } from './schema';
import type { Unit } from './source';

export interface SourceStep extends KitStep {
	at: Place;
	title?: Unit;
	do?: Unit;
	say: Unit[];
	screen?: Unit;
	paper?: Unit;
	question?: Unit;
	labels: Record<string, Unit>;
}

export interface SourceKit {
	file: string;
	front: Located<KitFields>;
	steps: SourceStep[];
	units: Unit[];
	/** The units of the front matter by where they stand (`title`, `take.a`), whatever their frozen ids. */
	meta: Map<string, Unit>;
}

const kinds: readonly KitStepKind[] = ['pre-brief', 'activity', 'poll', 'film', 'debrief', 'feedback'];
/** Parts of a step that stand between tags. */
const tags = ['Screen', 'Paper', 'Poll'] as const;

/** Reads a kit; null (with findings) when its front matter can't be used. */
export function parseKit(source: string, report: Report): SourceKit | null {
	const [first, ...content] = parseFile(source);
	if (first?.type !== 'yaml') {
		report.add('E001', { line: 1, column: 1 }, 'this file has no front matter');
		return null;
	}
	const front = readFields(kitSchema, first.value, placeOf(first).line + 1, report);
	if (!front) return null;
	const reading = new Reading({ data: { people: {} } }, report);
	readFront(reading, front);
	const meta = new Map(reading.units.map((unit) => [unit.id.slice('meta.'.length), unit]));
	const steps: SourceStep[] = [];
	for (const [heading, inner] of split(content, report)) steps.push(readStep(reading, heading, inner));
	return { file: report.file, front, steps, units: reading.units, meta };
}

function readFront(reading: Reading, { data, locate }: Located<KitFields>): void {
	for (const field of ['title', 'summary', 'forewarning'] as const) {
		const words = data[field];
		if (words) reading.plain(`meta.${field}`, words, locate(field));
	}
	for (const [index, words] of data.material.entries())
		reading.plain(`meta.material.${index + 1}`, words, locate('material', index));
	for (const group of ['take', 'items'] as const)
		for (const [id, words] of Object.entries(data[group])) reading.plain(`meta.${group}.${id}`, words, locate(group, id));
}

function split(content: RootContent[], report: Report): [Heading, RootContent[]][] {
	const steps: [Heading, RootContent[]][] = [];
	for (const block of content) {
		if (block.type === 'heading' && block.depth === 2) steps.push([block, []]);
		else if (steps.length > 0) steps.at(-1)?.[1].push(block);
		else report.add('E190', placeOf(block), 'this stands before the first step');
	}
	return steps;
}

function readStep(reading: Reading, heading: Heading, content: RootContent[]): SourceStep {
	const { report } = reading;
	const step = readHeading(heading, report);
	const said = content.filter((block) => block.type === 'blockquote');
	const done: RootContent[] = [];
	for (let index = 0; index < content.length; index++) {
		const block = content[index]!;
		if (block.type === 'heading') readTitle(reading, step, block);
		else if (block.type === 'html') index = readTagged(reading, step, content, index, block);
		else if (block.type === 'paragraph' || block.type === 'list') done.push(block);
		else if (block.type !== 'blockquote') report.add('E190', placeOf(block), `${block.type} can’t stand in a step`);
	}
	if (done.length > 0) step.do = reading.blocks(`${step.id}.do`, done, placeOf(done[0]));
	step.say = said.map((quote, index) => reading.blocks(`${step.id}.say${index + 1}`, quote.children, placeOf(quote)));
	if (!step.title) report.add('E190', step.at, `the step “${step.id}” has no title`);
	if (step.say.length === 0) report.add('E190', step.at, `the step “${step.id}” has no words to say: write them as "> …"`);
	const needsPaper = step.kind !== 'pre-brief' && step.kind !== 'feedback';
	if (needsPaper && !step.paper) report.add('E190', step.at, `the step “${step.id}” has no paper twin: add <Paper>…</Paper>`);
	if ((step.kind === 'poll') !== (step.options !== undefined))
		report.add('E193', step.at, `a step has a <Poll> when it is of the kind \`poll\`, and then only: “${step.id}”`);
	return step;
}

function readHeading(heading: Heading, report: Report): SourceStep {
	const at = placeOf(heading);
	const words = heading.children.filter(({ type }) => type !== 'inlineCode');
	const [kind = '', times = ''] = heading.children.flatMap((node) => (node.type === 'inlineCode' ? [node.value] : []));
	const id = toPlainText(words).trim();
	if (!idPattern.test(id)) report.add('E190', at, `“${id}” can’t be the id of a step`);
	if (!(kinds as readonly string[]).includes(kind)) report.add('E190', at, `“${kind}” is not a kind: ${kinds.join(', ')}`);
	if (!/^\d{1,2}(\/\d{1,2}){0,2}$/.test(times)) report.add('E190', at, `“${times}” are not minutes: write them like 5/8/10`);
	return { id, kind: kind as KitStepKind, minutes: times.split('/').map(Number), at, say: [], labels: {} };
}

function readTitle(reading: Reading, step: SourceStep, heading: Heading): void {
	const words = toPlainText(heading.children).trim();
	if (heading.depth === 3 && !step.title && words) step.title = reading.plain(`${step.id}.title`, words, placeOf(heading));
	else reading.report.add('E190', placeOf(heading), 'a step has one title, "### …", below its id');
}

/** Reads what stands between two tags and gives the index of the closing one. */
function readTagged(reading: Reading, step: SourceStep, content: RootContent[], index: number, html: Html): number {
	const { report } = reading;
	const [, name = '', sensitive] = /^<([A-Z][a-z]+)( sensitive)?>$/.exec(html.value.trim()) ?? [];
	const end = content.findIndex((block, at) => at > index && block.type === 'html' && block.value.trim() === `</${name}>`);
	if (!(tags as readonly string[]).includes(name) || end < 0) {
		report.add('E190', placeOf(html), `“${html.value}”: a step has <Screen>, <Paper> and <Poll>, each closed`);
		return index;
	}
	const inner = content.slice(index + 1, end);
	if (name === 'Poll') readPoll(reading, step, inner, placeOf(html));
	else step[name === 'Screen' ? 'screen' : 'paper'] = reading.blocks(`${step.id}.${name.toLowerCase()}`, inner, placeOf(html));
	if (sensitive) step.sensitive = true;
	return end;
}

function readPoll(reading: Reading, step: SourceStep, inner: RootContent[], at: Place): void {
	const [question, list] = inner;
	const links = list?.type === 'list' ? readLinks(list) : [];
	const ids = links.map(({ url }) => url.slice(1));
	const wrong = ids.some((id) => !idPattern.test(id) || id === 'pass') || new Set(ids).size !== ids.length;
	if (question?.type !== 'paragraph' || inner.length !== 2 || wrong || links.length < 2 || links.length > 6) {
		reading.report.add('E193', at, `the poll of “${step.id}” can’t be read`);
		return;
	}
	step.question = reading.plain(`${step.id}.question`, toPlainText(question.children).trim(), placeOf(question));
	for (const link of links) {
		const id = link.url.slice(1);
		step.labels[id] = reading.plain(`${step.id}.option.${id}`, toPlainText(link.children).trim(), placeOf(link));
	}
	step.options = ids;
}

function readLinks(list: List): Link[] {
	return list.children.flatMap((item) => {
		const [line] = item.children;
		const first = line?.type === 'paragraph' && line.children.length === 1 ? line.children[0] : undefined;
		return first?.type === 'link' && first.url.startsWith('#') ? [first] : [];
	});
}
