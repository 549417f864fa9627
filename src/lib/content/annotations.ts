// The annotations in inline code: `if: soutien gte 2` on a choice, `end: good` on a node heading. A closed vocabulary.
import type { InlineCode, PhrasingContent } from 'mdast';
import { isName, parseExpression } from './expression';
import type { Place, Report } from './finding';
import type { Assignment, Choice, Expression, GraphNode } from './graph';
import { placeOf } from './markdown';
import { idPattern } from './schema';
import type { SourceNode } from './source';
import { ageBands, endings, isOneOf, type AgeBand } from './vocabulary';

interface Annotation {
	name: string;
	value: string;
	at: Place;
	/** Where the value begins, for errors inside it. */
	valueAt: Place;
}

function readAnnotation(code: InlineCode): Annotation {
	const at = placeOf(code);
	const [, name = '', space = '', value = ''] = /^([^:]*)(:?\s*)(.*)$/s.exec(code.value)!;
	return {
		name: name.trim(),
		value: value.trim(),
		at,
		valueAt: { ...at, column: at.column + 1 + name.length + space.length }
	};
}

/** Reads what follows the link of a choice: its rules, and the age that the reader says with it. */
export function readChoiceAnnotations(
	nodes: PhrasingContent[],
	report: Report
): { rules: Omit<Choice, 'id' | 'to'>; ages?: AgeBand } {
	const choice: Omit<Choice, 'id' | 'to'> = {};
	let ages: AgeBand | undefined;
	for (const annotation of listAnnotations(nodes, 'E013', 'after the link of a choice', report)) {
		const { name, value, at } = annotation;
		if (name === 'if') choice.if = readExpression(value, annotation.valueAt, report);
		else if (name === 'set') choice.set = [...(choice.set ?? []), ...readAssignments(annotation, report)];
		else if (name === 'score') choice.score = [...(choice.score ?? []), ...readPoints(annotation, report)];
		else if (name === 'tests') choice.tests = [...(choice.tests ?? []), ...value.split(',').map((id) => id.trim())];
		else if (name === 'ages') [ages] = readAges(value, at, report);
		else if (name === 'once' || name === 'risky') {
			if (value) report.add('E004', at, `\`${name}\` takes no value`);
			choice[name] = true;
		} else report.add('E003', at, `\`${name}\` is not an annotation of a choice`);
	}
	if (choice.if === undefined) delete choice.if;
	return { rules: choice, ...(ages && { ages }) };
}

type NodeNotes = Omit<GraphNode, 'choices' | 'ages'> & Pick<SourceNode, 'stuck'> & { ages?: AgeBand[] };

/** Reads what follows the id on the heading of a node. */
export function readNodeAnnotations(nodes: PhrasingContent[], report: Report): NodeNotes {
	const node: NodeNotes = {};
	for (const { name, value, at } of listAnnotations(nodes, 'E104', 'after the id of a node', report)) {
		if (name === 'checkpoint' || name === 'stuck') {
			if (value) report.add('E004', at, `\`${name}\` takes no value`);
			node[name] = true;
		} else if (name === 'tag') node.tags = [...(node.tags ?? []), ...readTags(value, at, report)];
		// Without a readable band it is a version still, of the node whose id it shares.
		else if (name === 'ages') node.ages = orYoungest(readAges(value, at, report));
		else if (name !== 'end') report.add('E003', at, `\`${name}\` is not an annotation of a node`);
		else if (isOneOf(endings, value)) node.end = value;
		else report.add('E004', at, `“${value}” is not an ending: write ${endings.join(', ')}`);
	}
	return node;
}

function readTags(value: string, at: Place, report: Report): string[] {
	const tags = value.split(',').map((tag) => tag.trim());
	for (const tag of tags)
		if (!idPattern.test(tag)) report.add('E004', at, `“${tag}” is not a tag: write small letters, digits and hyphens`);
	return tags;
}

function readAges(value: string, at: Place, report: Report): AgeBand[] {
	return value.split(',').flatMap((word) => {
		const band = word.trim();
		if (isOneOf(ageBands, band)) return [band];
		report.add('E004', at, `“${band}” is not an age band: write ${ageBands.join(', ')}`);
		return [];
	});
}

function orYoungest(ages: AgeBand[]): AgeBand[] {
	return ages.length > 0 ? ages : [ageBands[0]];
}

/** Takes an `if: …` from the end of a passage; `words` are what is left. */
export function takeCondition(nodes: PhrasingContent[], report: Report): { words: PhrasingContent[]; if?: Expression } {
	const last = nodes.at(-1);
	const annotation = last?.type === 'inlineCode' ? readAnnotation(last) : null;
	if (annotation?.name !== 'if') return { words: nodes };
	const condition = readExpression(annotation.value, annotation.valueAt, report);
	return { words: trimEnd(nodes.slice(0, -1)), ...(condition && { if: condition }) };
}

/** Takes a `delay: 1500` and an `if: …` from the end of a bubble; `words` are what is left. */
export function takeBubbleAnnotations(
	nodes: PhrasingContent[],
	report: Report
): { words: PhrasingContent[]; delay?: number; if?: Expression } {
	const { words, ...condition } = takeCondition(nodes, report);
	const last = words.at(-1);
	if (last?.type !== 'inlineCode') return { words, ...condition };
	const { name, value, at, valueAt } = readAnnotation(last);
	if (name !== 'delay') report.add('E003', at, `\`${name}\` is not an annotation of a bubble`);
	else if (!/^\d{3,4}$/.test(value))
		report.add('E004', valueAt, `“${value}” is not a delay: write 100 to 9999 thousandths of a second`);
	return { ...condition, ...takeCondition(words.slice(0, -1), report), ...(name === 'delay' && { delay: Number(value) }) };
}

function trimEnd(nodes: PhrasingContent[]): PhrasingContent[] {
	const last = nodes.at(-1);
	if (last?.type !== 'text') return nodes;
	const value = last.value.trimEnd();
	return value ? [...nodes.slice(0, -1), { ...last, value }] : nodes.slice(0, -1);
}

function listAnnotations(nodes: PhrasingContent[], code: 'E013' | 'E104', where: string, report: Report): Annotation[] {
	for (const node of nodes) {
		if (node.type === 'inlineCode' || (node.type === 'text' && !node.value.trim())) continue;
		report.add(code, placeOf(node), `only annotations (in \`…\`) can stand ${where}`);
	}
	return nodes.filter((node) => node.type === 'inlineCode').map(readAnnotation);
}

function readExpression(source: string, at: Place, report: Report): Expression | undefined {
	const parsed = parseExpression(source);
	if (parsed.ok) return parsed.expression;
	report.add('E004', { ...at, column: at.column + parsed.column - 1 }, `in “${source}”, ${parsed.message}`);
}

function readAssignments({ value, valueAt }: Annotation, report: Report): Assignment[] {
	return splitWithPlaces(value, valueAt).flatMap(({ text, at }) => {
		const [, name = '', sign = '', rest = ''] = /^(\w+)\s*([=+-])\s*(.*)$/s.exec(text) ?? [];
		if (!isName(name)) {
			report.add('E004', at, `“${text}” is not an assignment: write “name + 1”, “name - 1” or “name = 3”`);
			return [];
		}
		// "name + 1" is itself the amount; after "=" the amount begins later, so that the column of an error is right.
		const skipped = sign === '=' ? text.length - rest.length : 0;
		const to = readExpression(text.slice(skipped), { ...at, column: at.column + skipped }, report);
		return to ? [{ name, to }] : [];
	});
}

function readPoints({ value, valueAt }: Annotation, report: Report): { name: string; points: number }[] {
	return splitWithPlaces(value, valueAt).flatMap(({ text, at }) => {
		const found = /^(\w+)\s+(-?\d+)$/.exec(text);
		if (found) return [{ name: found[1]!, points: Number(found[2]) }];
		report.add('E004', at, `“${text}” is not a score: write “name 2”`);
		return [];
	});
}

function splitWithPlaces(value: string, start: Place): { text: string; at: Place }[] {
	let offset = 0;
	return value.split(',').map((part) => {
		const at = { ...start, column: start.column + offset + part.length - part.trimStart().length };
		offset += part.length + 1;
		return { text: part.trim(), at };
	});
}
