// Which words of a module are whose: the narrator's own (judged for tone) and what a reader reads through (judged for ease).
import type { SourceBlock, SourceModule, SourceNode, Unit } from './source';

/** The units in which the module itself speaks: not the labels, nor what people of the story say. */
export function listNarration({ nodes, units }: SourceModule): Unit[] {
	const meta = units.filter(({ id }) => /^meta\.(title|summary|forewarning|memo)$/.test(id));
	return [
		...meta,
		...nodes.flatMap(({ title, blocks, choices }) => [title, ...blocks.flatMap(narrationOf), ...choices.flatMap(whyOf)])
	];
}

/** All that is read on the screens of a node, explanations included. */
export function listReading({ title, blocks, choices }: SourceNode): Unit[] {
	return [title, ...blocks.flatMap(readingOf), ...choices.flatMap((choice) => [choice.label, ...whyOf(choice)])];
}

function narrationOf(block: SourceBlock): Unit[] {
	switch (block.type) {
		case 'chat':
			return [];
		case 'film':
			return block.shots.filter(({ who }) => !who).map(({ unit }) => unit);
		case 'video':
			return block.cues.filter(({ who }) => !who).map(({ unit }) => unit);
		case 'quiz':
			return [block.question, ...block.options.map(({ why }) => why)];
		case 'exercise':
			return [block.question, ...block.groups.flatMap(({ items }) => items.map(({ why }) => why))];
		default:
			return readingOf(block);
	}
}

function readingOf(block: SourceBlock): Unit[] {
	switch (block.type) {
		case 'prose':
			return block.parts.flatMap((part) => (part.tag === 'p' ? [part.unit] : part.items));
		case 'note':
			return [block.unit];
		case 'chat':
			return block.lines.map(({ unit }) => unit);
		case 'film':
			return block.shots.map(({ unit }) => unit);
		case 'video':
			return block.cues.map(({ unit }) => unit);
		case 'quiz':
			return [block.question, ...block.options.flatMap(({ unit, why }) => [unit, why])];
		case 'exercise':
			return [block.question, ...block.groups.flatMap(({ items }) => items.flatMap(({ unit, why }) => [unit, why]))];
		case 'image':
			return [block.alt];
		default:
			return [];
	}
}

function whyOf({ why }: { why?: Unit }): Unit[] {
	return why ? [why] : [];
}
