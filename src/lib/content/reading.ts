// What every reader of a node shares: where to report, how to make units, and the small shapes that several blocks have.
import type { Blockquote, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Place, Report } from './finding';
import { listForbidden, toMarks, toPlainText } from './inline';
import { joinParagraphs, placeOf } from './markdown';
import type { Unit } from './source';

/** What a reader must know of the front matter: who may speak. */
interface People {
	data: { people: Record<string, string> };
}

/** The reading of one module (or kit). */
export class Reading {
	readonly units: Unit[] = [];

	constructor(
		readonly front: People,
		readonly report: Report
	) {}

	/** A unit of plain words. */
	plain(id: string, source: string, at: Place): Unit {
		const unit: Unit = { id, node: nodeOf(id), source, kind: 'plain', at };
		this.units.push(unit);
		return unit;
	}

	/** A unit of one line with marks; what may not be in it is reported. */
	inline(id: string, nodes: PhrasingContent[], at: Place): Unit {
		for (const { at: place, message } of listForbidden(nodes)) this.report.add('E008', place, message);
		const unit: Unit = { id, node: nodeOf(id), source: toMarks(nodes), kind: 'inline', at };
		this.units.push(unit);
		return unit;
	}

	/** A unit of paragraphs and simple lists. */
	blocks(id: string, blocks: RootContent[], at: Place): Unit {
		const texts = blocks.map((block) => {
			if (block.type === 'paragraph') return this.lineOf(block.children);
			if (block.type === 'list') return block.children.map((item, index) => this.itemOf(item, block, index)).join('\n');
			this.report.add('E008', placeOf(block), `${block.type} can’t stand in a note`);
			return '';
		});
		const unit: Unit = { id, node: nodeOf(id), source: texts.filter(Boolean).join('\n\n'), kind: 'blocks', at };
		this.units.push(unit);
		return unit;
	}

	/** The explanation written as a quotation below a choice or an option: one line. */
	explanation(id: string, quote: Blockquote): Unit {
		this.onlyParagraphs(quote.children, 'an explanation');
		return this.inline(id, joinParagraphs(quote.children), placeOf(quote));
	}

	/** The line of a list item that holds nothing else. */
	itemLine(item: ListItem): PhrasingContent[] {
		this.onlyParagraphs(item.children, 'a list item');
		return joinParagraphs(item.children);
	}

	/** Finds the person (front matter) of a displayed name; null, reported, when there is none. */
	findPerson(name: string, at: Place): string | null {
		const found = Object.entries(this.front.data.people).find(([, shown]) => shown === name);
		if (!found) this.report.add('E009', at, `nobody is called “${name}” in the front matter`);
		return found?.[0] ?? null;
	}

	private onlyParagraphs(blocks: RootContent[], where: string): void {
		for (const block of blocks)
			if (block.type !== 'paragraph') this.report.add('E008', placeOf(block), `${block.type} can’t stand in ${where}`);
	}

	private lineOf(nodes: PhrasingContent[]): string {
		for (const { at, message } of listForbidden(nodes)) this.report.add('E008', at, message);
		return toMarks(nodes);
	}

	private itemOf(item: ListItem, list: List, index: number): string {
		return `${list.ordered ? `${index + 1}.` : '-'} ${this.lineOf(this.itemLine(item))}`;
	}
}

/** The node in the id that says a place; '' for the front matter. */
function nodeOf(place: string): string {
	const node = place.slice(0, place.indexOf('.'));
	return node === 'meta' ? '' : node;
}

/** Splits `**Name:** words`; null when a line does not begin with a bold name and a colon. */
export function splitSpeaker(nodes: PhrasingContent[]): { name: string; words: PhrasingContent[] } | null {
	const [first, second, ...rest] = nodes;
	if (first?.type !== 'strong') return null;
	const bold = toPlainText(first.children).trim();
	if (bold.endsWith(':')) {
		const words = second?.type === 'text' ? [{ ...second, value: second.value.trimStart() }, ...rest] : nodes.slice(1);
		return { name: bold.slice(0, -1).trim(), words };
	}
	if (second?.type !== 'text' || !/^\s*:/.test(second.value)) return null;
	return { name: bold, words: [{ ...second, value: second.value.replace(/^\s*:\s*/, '') }, ...rest] };
}

/** Where a second bubble begins inside one paragraph, because the author forgot the empty line; undefined otherwise. */
export function findSecondSpeaker(paragraph: Paragraph): Place | undefined {
	const lines = paragraph.children;
	const index = lines.findIndex((node, at) => {
		const before = lines[at - 1];
		const breaks = before?.type === 'break' || (before?.type === 'text' && /\n\s*$/.test(before.value));
		return breaks && splitSpeaker(lines.slice(at)) !== null;
	});
	return index > 0 ? placeOf(lines[index]) : undefined;
}
