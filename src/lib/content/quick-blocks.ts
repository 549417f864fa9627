// The blocks of a text as authors nearly always write them: headings, paragraphs, quotations, close lists and tags alone on a line.
// Exact or not at all, as quick-inline.ts is for lines.
import type { List, PhrasingContent, RootContent } from 'mdast';
import type { Place } from './finding';
import { readInline, startAt } from './quick-inline';

const listMark = /^ *(?:[-*+]|\d+[.)])(?: |$)/;

/** A part of a text that means the same alone. */
export interface Part {
	lines: string[];
	/** How many lines stand before it. */
	above: number;
}

/**
 * Cuts a text at the empty lines that end whatever stands above them: all but those before an indented line or, below a list, another
 * item. Null where something may go on behind an empty line: code, and what HTML calls raw text.
 */
export function listParts(text: string): Part[] | null {
	if (/[\r\t\0\uFEFF]|```|~~~|<(?:[!?]|script|pre|style|textarea)/i.test(text)) return null;
	const parts: Part[] = [];
	let part: Part | undefined;
	let hasList = false;
	let afterGap = true;
	for (const [above, line] of text.split('\n').entries()) {
		const isGap = /^ *$/.test(line);
		const isItem = listMark.test(line);
		if (!isGap && (!part || (afterGap && !line.startsWith(' ') && !(hasList && isItem)))) {
			part = { lines: [], above };
			parts.push(part);
			hasList = false;
		}
		part?.lines.push(line);
		hasList ||= isItem;
		afterGap = isGap;
	}
	return parts;
}

/** The blocks of some lines that begin in the same column; null when the parser must read them. */
export function readBlocks(lines: string[], { line, column }: Place): RootContent[] | null {
	const blocks: RootContent[] = [];
	for (let index = 0; index < lines.length;) {
		if (lines[index] === '') {
			index++;
			continue;
		}
		const found = readBlock(lines, index, { line: line + index, column });
		if (!found) return null;
		blocks.push(found.block);
		index += found.length;
	}
	return blocks;
}

/** A block and how many lines it takes. */
type Found = { block: RootContent; length: number } | null;

function readBlock(lines: string[], index: number, at: Place): Found {
	const first = lines[index]!;
	if (first.startsWith('#')) return readHeading(first, at);
	if (first.startsWith('>')) return readQuote(lines, index, at);
	if (first.startsWith('<')) return readTagLine(first, lines[index + 1], at);
	if (listMark.test(first)) return readList(lines.slice(index), at);
	return readParagraph(lines, index, at);
}

function readHeading(text: string, { line, column }: Place): Found {
	const marks = /^#{1,6} (?=\S)/.exec(text)?.[0].length;
	if (!marks || text.endsWith('#')) return null;
	const children = readInline([text.slice(marks)], { line, column: column + marks });
	const depth = (marks - 1) as 1 | 2 | 3 | 4 | 5 | 6;
	return children && { block: { type: 'heading', depth, children, position: startAt(line, column) }, length: 1 };
}

function readTagLine(text: string, below: string | undefined, { line, column }: Place): Found {
	if (below || !/^<(?:\/[A-Za-z]+|[A-Za-z]+(?: [a-z]+="[^"<>]*")* ?\/?)>$/.test(text)) return null;
	return { block: { type: 'html', value: text, position: startAt(line, column) }, length: 1 };
}

function readQuote(lines: string[], index: number, { line, column }: Place): Found {
	const inner: string[] = [];
	for (let below = lines[index]; below; below = lines[index + inner.length]) {
		if (!/^> \S/.test(below) && !(below === '>' && inner.length > 0)) return null;
		inner.push(below.slice(2));
	}
	const children = readBlocks(inner, { line, column: column + 2 });
	if (!children) return null;
	const block = { type: 'blockquote', children, position: startAt(line, column) } as RootContent;
	return { block, length: inner.length };
}

/** A list takes all that is left: what could follow it, the parser must say. */
function readList(lines: string[], { line, column }: Place): Found {
	const isOrdered = /^\d/.test(lines[0]!);
	const mark = isOrdered ? /^\d{1,9}\. (?=\S)/ : /^- (?=\S)/;
	const children: List['children'] = [];
	for (let index = 0; index < lines.length && lines.slice(index).some(Boolean);) {
		const indent = mark.exec(lines[index]!)?.[0].length;
		if (!indent) return null;
		const inner = [lines[index]!.slice(indent)];
		const margin = ' '.repeat(indent);
		for (let below = lines[index + 1]; below?.startsWith(margin); below = lines[index + inner.length])
			inner.push(below.slice(indent));
		const blocks = readBlocks(inner, { line: line + index, column: column + indent }) as List['children'][0]['children'] | null;
		if (!blocks || inner.includes('')) return null;
		children.push({ type: 'listItem', spread: false, checked: null, children: blocks, position: startAt(line + index, column) });
		index += inner.length;
	}
	const start = isOrdered ? parseInt(lines[0]!, 10) : null;
	const block: List = { type: 'list', ordered: isOrdered, start, spread: false, children, position: startAt(line, column) };
	return { block, length: lines.length };
}

function readParagraph(lines: string[], index: number, at: Place): Found {
	let length = 0;
	for (let below = lines[index]; below && !(length > 0 && /^[>#]/.test(below)); below = lines[index + length]) {
		// What begins so may be something else, or make the line above a heading.
		if (/^(?:[\s>#\-+=<~_]|\*(?:\s|$)|\d+[.)])/.test(below)) return null;
		length++;
	}
	const children: PhrasingContent[] | null = readInline(lines.slice(index, index + length), at);
	if (!children) return null;
	return { block: { type: 'paragraph', children, position: startAt(at.line, at.column) }, length };
}
