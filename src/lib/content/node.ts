// Reads one node: its heading with annotations, its title, its blocks, its choices.
import type { Blockquote, Heading, Html, List, Paragraph, RootContent } from 'mdast';
import { readNodeAnnotations, takeDelay } from './annotations';
import { isChoiceList, readChoices } from './choices';
import { readExercise } from './exercise';
import { readFilm } from './film';
import type { ExerciseKind } from './graph';
import { toPlainText } from './inline';
import { placeOf } from './markdown';
import { readQuiz } from './quiz';
import { findSecondSpeaker, splitSpeaker, type Reading } from './reading';
import { idPattern } from './schema';
import type { SourceBlock, SourceNode } from './source';
import { readTag, type Tag } from './tag';
import { isOneOf, quizExercises } from './vocabulary';

/** Reads the node that a `##` heading opens; `content` is all up to the next one. */
export function readNode(reading: Reading, heading: Heading, content: RootContent[]): SourceNode {
	return new NodeReader(reading, heading).read(content);
}

class NodeReader {
	private readonly node: SourceNode;
	private readonly counts: Record<string, number> = {};
	private readonly choiceIds = new Set<string>();

	constructor(
		private readonly reading: Reading,
		heading: Heading
	) {
		const at = placeOf(heading);
		const annotationsFrom = heading.children.findIndex(({ type }) => type === 'inlineCode');
		const words = annotationsFrom < 0 ? heading.children : heading.children.slice(0, annotationsFrom);
		const id = toPlainText(words).trim();
		if (!idPattern.test(id)) reading.report.add('E104', at, `“${id}” can’t be the id of a node`);
		const annotations = annotationsFrom < 0 ? [] : heading.children.slice(annotationsFrom);
		const title = { id: `${id}.title`, source: '', kind: 'plain', at } as const;
		this.node = { id, at, title, blocks: [], choices: [], ...readNodeAnnotations(annotations, reading.report) };
	}

	read(content: RootContent[]): SourceNode {
		const [first, ...rest] = content;
		const title = first?.type === 'heading' && first.depth === 3 ? toPlainText(first.children).trim() : '';
		if (title) this.node.title = this.reading.plain(this.node.title.id, title, placeOf(first));
		else this.reading.report.add('E105', this.node.at, `the node “${this.node.id}” has no title`);
		const blocks = title ? rest : content;
		for (let index = 0; index < blocks.length; index++) index = this.readBlock(blocks, index);
		return this.node;
	}

	/** Reads the block at an index and gives the index of the last one it used. */
	private readBlock(blocks: RootContent[], index: number): number {
		const block = blocks[index]!;
		if (block.type === 'list' && isChoiceList(block)) {
			this.node.choices.push(...readChoices(this.reading, this.node.id, block, this.choiceIds));
			return index;
		}
		if (this.node.choices.length > 0) this.reading.report.add('E014', placeOf(block), 'this comes after the choices');
		if (block.type === 'html') return this.readTagged(blocks, index, block);
		if (block.type === 'paragraph') this.readParagraph(block);
		else if (block.type === 'list') this.readList(block);
		else if (block.type === 'blockquote') this.readNote(block);
		else if (block.type === 'heading')
			this.reading.report.add('E145', placeOf(block), 'a node has one title, right below its id');
		else this.reading.report.add('E008', placeOf(block), `${block.type} can’t stand in a node`);
		return index;
	}

	private readTagged(blocks: RootContent[], index: number, html: Html): number {
		const tag = readTag(html, this.reading.report);
		if (!tag) return index;
		if (tag.kind === 'close') {
			this.reading.report.add('E006', placeOf(html), `</${tag.name}> closes nothing`);
			return index;
		}
		if (tag.kind === 'single') {
			this.node.blocks.push(tag.name === 'Help' ? { type: 'help' } : this.readImage(tag, html));
			return index;
		}
		const length = blocks.slice(index + 1).findIndex((block) => block.type === 'html' && block.value.trim() === `</${tag.name}>`);
		if (length < 0) {
			this.reading.report.add('E006', placeOf(html), `<${tag.name}> is never closed: </${tag.name}> is missing`);
			// Up to the choices, all may have been meant for the block: one finding says it.
			const choices = blocks.findIndex((block, at) => at > index && block.type === 'list' && isChoiceList(block));
			return (choices < 0 ? blocks.length : choices) - 1;
		}
		const inner = blocks.slice(index + 1, index + 1 + length);
		this.node.blocks.push(...this.readPair(tag, html, inner));
		return index + 1 + length;
	}

	private readPair(tag: Tag, html: Html, inner: RootContent[]): SourceBlock[] {
		const id = this.nextId(tag.name.toLowerCase());
		if (tag.name === 'Film') return readFilm(this.reading, id, tag, html, inner);
		const { type = '' } = tag.attributes;
		if (tag.name === 'Quiz' && !isOneOf(quizExercises, type)) return readQuiz(this.reading, id, tag, html, inner);
		const kind = tag.name === 'Quiz' ? type : tag.name.toLowerCase();
		return readExercise(this.reading, id, kind as ExerciseKind, tag, html, inner);
	}

	private readImage({ attributes: { src = '', alt = '' } }: Tag, html: Html): SourceBlock {
		const at = placeOf(html);
		if (!/^\/(?!\/)[\w/.-]+$/.test(src))
			this.reading.report.add('E007', at, `src="${src}" is not a path on this site, like /art/x.svg`);
		if (!alt.trim()) this.reading.report.add('E140', at, 'this image has no alt text');
		return { type: 'image', src, alt: this.reading.plain(`${this.nextId('image')}.alt`, alt.trim(), at) };
	}

	private readParagraph(paragraph: Paragraph): void {
		const spoken = splitSpeaker(paragraph.children);
		const at = placeOf(paragraph);
		if (!spoken) {
			const unit = this.reading.inline(this.nextId('p'), paragraph.children, at);
			this.lastOf('prose', () => ({ type: 'prose', parts: [] })).parts.push({ tag: 'p', unit });
			return;
		}
		const second = findSecondSpeaker(paragraph);
		if (second) this.reading.report.add('E008', second, 'two bubbles in one paragraph: put an empty line between them');
		const who = this.reading.findPerson(spoken.name, at);
		const { words, delay } = takeDelay(spoken.words, this.reading.report);
		const unit = this.reading.inline(this.nextId('chat'), words, at);
		this.lastOf('chat', () => ({ type: 'chat', lines: [] })).lines.push({ who: who ?? '', unit, ...(delay && { delay }) });
	}

	private readList(list: List): void {
		const id = this.nextId('list');
		const items = list.children.map((item, index) =>
			this.reading.inline(`${id}.${index + 1}`, this.reading.itemLine(item), placeOf(item))
		);
		this.lastOf('prose', () => ({ type: 'prose', parts: [] })).parts.push({ tag: list.ordered ? 'ol' : 'ul', items });
	}

	private readNote(quote: Blockquote): void {
		this.node.blocks.push({ type: 'note', unit: this.reading.blocks(this.nextId('note'), quote.children, placeOf(quote)) });
	}

	/** The last block if it is of this type, else a new one: neighbours of one kind make one block. */
	private lastOf<T extends SourceBlock['type']>(type: T, create: () => SourceBlock & { type: T }): SourceBlock & { type: T } {
		const last = this.node.blocks.at(-1);
		if (last?.type === type) return last as SourceBlock & { type: T };
		const created = create();
		this.node.blocks.push(created);
		return created;
	}

	private nextId(kind: string): string {
		this.counts[kind] = (this.counts[kind] ?? 0) + 1;
		return `${this.node.id}.${kind}${this.counts[kind]}`;
	}
}
