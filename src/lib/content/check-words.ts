// Checks of the words in the source language: labels, explanations, practice, length, leftovers of other formats.
import type { Report } from './finding';
import { listWords, withoutMarks } from './plain-words';
import type { SourceBlock, SourceGroup, SourceModule, SourceNode, Unit } from './source';

const maxLabel = 80;
const maxWords = 120;

/** Reports labels that are too long, risky choices left unexplained and long nodes. */
export function checkWords({ nodes, units }: SourceModule, report: Report): void {
	for (const { source, at } of units)
		if (/[{}]/.test(source)) report.add('E008', at, '“{” and “}” mean nothing here: there are no expressions in a text');
	for (const node of nodes) {
		for (const { choice, label, why, at } of node.choices) {
			const length = [...withoutMarks(label.source)].length;
			if (length > maxLabel) report.add('E143', at, `this label has ${length} characters`);
			if (choice.risky && !why?.source) report.add('E151', at, 'this choice is marked risky and explains nothing');
		}
		const words = countWords(node);
		if (words > maxWords) report.add('E160', node.at, `“${node.id}” has ${words} words to read at once`);
	}
}

/** Reports a module that only informs (every module has at least one act of practice), and a quiz id used twice. */
export function checkPractice({ nodes, front }: SourceModule, report: Report): void {
	const ids = new Set<string>();
	let practises = false;
	for (const node of nodes)
		for (const block of node.blocks) {
			if (block.type !== 'quiz' && block.type !== 'exercise') continue;
			if (ids.has(block.id)) report.add('E012', block.question.at, `“${block.id}” is already the id of another quiz`);
			ids.add(block.id);
			practises ||= block.type === 'quiz' || !['poll', 'reflect'].includes(block.kind);
		}
	if (!practises) report.add('E155', front.locate('id'), 'this module only informs');
}

/** Words on the screen at once: text, notes, bubbles and questions. A film goes by; explanations come later. */
function countWords(node: SourceNode): number {
	const texts = node.blocks.flatMap(unitsOf).map(({ source }) => withoutMarks(source));
	return texts.reduce((sum, text) => sum + listWords(text).length, 0);
}

function unitsOf(block: SourceBlock): Unit[] {
	switch (block.type) {
		case 'prose':
			return block.parts.flatMap((part) => (part.tag === 'p' ? [part.unit] : part.items));
		case 'note':
			return [block.unit];
		case 'chat':
			return block.lines.map(({ unit }) => unit);
		case 'quiz':
			return [block.question, ...block.options.map(({ unit }) => unit)];
		case 'exercise':
			return [block.question, ...block.groups.flatMap(unitsOfGroup)];
		default:
			return [];
	}
}

function unitsOfGroup({ label, items }: SourceGroup): Unit[] {
	return [...(label ? [label] : []), ...items.flatMap(({ unit, pair }) => (pair ? [unit, pair] : [unit]))];
}
