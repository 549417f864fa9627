// Reads one node: its heading with annotations, its title, its blocks, its choices.
import type { Blockquote, Heading, Html, List, Paragraph, RootContent } from 'mdast';
import { readNodeAnnotations, takeBubbleAnnotations, takeCondition } from './annotations';
import { isChoiceList, readChoices } from './choices';
import { readExercise } from './exercise';
import { readFilm } from './film';
import type { Place } from './finding';
import type { Expression } from './graph';
import { toPlainText } from './inline';
import { placeOf } from './markdown';
import { readQuiz } from './quiz';
import { findSecondSpeaker, splitSpeaker, type Reading } from './reading';
import { idPattern } from './schema';
import type { SourceBlock, SourceExerciseKind, SourceNode } from './source';
import { readTag, type Tag } from './tag';
import { isOneOf, quizExercises } from './vocabulary';
import { nameVersion } from './versions';
import { readVideo } from './video';

/** Reads the node that a `##` heading opens; `content` is all up to the next one. */
export function readNode(reading: Reading, heading: Heading, content: RootContent[]): SourceNode {
	return new NodeReader(reading, heading).read(content);
}

class NodeReader {
	private readonly node: SourceNode;
	private readonly counts: Record<string, number> = {};
	private readonly choiceIds = new Set<string>();
	/** Where the block that is being read stands. */
	private at: Place = { line: 1, column: 1 };

	constructor(
		private readonly reading: Reading,
		heading: Heading
	) {
		const at = placeOf(heading);
		const annotationsFrom = heading.children.findIndex(({ type }) => type === 'inlineCode');
		const words = annotationsFrom < 0 ? heading.children : heading.children.slice(0, annotationsFrom);
		const written = toPlainText(words).trim();
		if (!idPattern.test(written)) reading.report.add('E104', at, `“${written}” can’t be the id of a node`);
		const { ages, ...notes } = readNodeAnnotations(
			annotationsFrom < 0 ? [] : heading.children.slice(annotationsFrom),
			reading.report
		);
		const version = ages?.[0] ? { version: { of: written, ages } } : {};
		const id = ages?.[0] ? nameVersion(written, ages[0]) : written;
		const title = { id: `${id}.title`, node: id, source: '', kind: 'plain', at } as const;
		this.node = { id, at, title, blocks: [], choices: [], ...notes, ...version };
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
		this.at = placeOf(block);
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
		if (tag.name === 'Video') return readVideo(this.reading, id, tag, html, inner);
		const { type = '' } = tag.attributes;
		if (tag.name === 'Quiz' && !isOneOf(quizExercises, type)) return readQuiz(this.reading, id, tag, html, inner);
		const kind = tag.name === 'Quiz' ? type : tag.name.toLowerCase();
		return readExercise(this.reading, id, kind as SourceExerciseKind, tag, html, inner);
	}

	private readImage({ attributes: { src = '', alt = '' } }: Tag, html: Html): SourceBlock {
		const at = placeOf(html);
		if (!/^(media\/[\w.-]+|\/(?!\/)[\w/.-]+)$/.test(src))
			this.reading.report.add(
				'E007',
				at,
				`src="${src}" is no file of the folder media beside the module, nor a path on this site`
			);
		if (!alt.trim()) this.reading.report.add('E140', at, 'this image has no alt text');
		return { type: 'image', src, at, alt: this.reading.plain(`${this.nextId('image')}.alt`, alt.trim(), at) };
	}

	private readParagraph(paragraph: Paragraph): void {
		const spoken = splitSpeaker(paragraph.children);
		const at = placeOf(paragraph);
		if (!spoken) {
			const { words, if: condition } = takeCondition(paragraph.children, this.reading.report);
			const unit = this.reading.inline(this.nextId('p'), words, at);
			this.lastOf('prose', condition, () => ({ type: 'prose', parts: [] })).parts.push({ tag: 'p', unit });
			return;
		}
		const second = findSecondSpeaker(paragraph);
		if (second) this.reading.report.add('E008', second, 'two bubbles in one paragraph: put an empty line between them');
		const who = this.reading.findPerson(spoken.name, at);
		const { words, delay, if: condition } = takeBubbleAnnotations(spoken.words, this.reading.report);
		const unit = this.reading.inline(this.nextId('chat'), words, at);
		const { lines } = this.lastOf('chat', condition, () => ({ type: 'chat', lines: [] }));
		lines.push({ who: who ?? '', unit, ...(delay && { delay }) });
	}

	private readList(list: List): void {
		const id = this.nextId('list');
		const items = list.children.map((item, index) =>
			this.reading.inline(`${id}.${index + 1}`, this.reading.itemLine(item), placeOf(item))
		);
		this.lastOf('prose', undefined, () => ({ type: 'prose', parts: [] })).parts.push({ tag: list.ordered ? 'ol' : 'ul', items });
	}

	private readNote(quote: Blockquote): void {
		const at = placeOf(quote);
		const last = quote.children.at(-1);
		const { words, if: condition } = takeCondition(last?.type === 'paragraph' ? last.children : [], this.reading.report);
		const blocks = condition ? [...quote.children.slice(0, -1), { ...last, children: words } as Paragraph] : quote.children;
		const unit = this.reading.blocks(this.nextId('note'), blocks, at);
		this.node.blocks.push({ type: 'note', unit, ...(condition && { if: condition, at }) });
	}

	/** The last block if it is of this type and condition, else a new one: such neighbours make one block. */
	private lastOf<T extends 'prose' | 'chat'>(
		type: T,
		condition: Expression | undefined,
		create: () => SourceBlock & { type: T }
	): SourceBlock & { type: T } {
		const last = this.node.blocks.at(-1);
		if (last?.type === type && JSON.stringify(last.if) === JSON.stringify(condition)) return last as SourceBlock & { type: T };
		const created = { ...create(), ...(condition && { if: condition, at: this.at }) };
		this.node.blocks.push(created);
		return created;
	}

	private nextId(kind: string): string {
		this.counts[kind] = (this.counts[kind] ?? 0) + 1;
		return `${this.node.id}.${kind}${this.counts[kind]}`;
	}
}
