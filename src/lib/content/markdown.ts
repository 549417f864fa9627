// CommonMark in, syntax tree out: whole files, a line of text, or a few blocks. In a line, nothing starts a block, so a
// translation that begins with "2." or "#" stays a sentence.
import type { Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import type { Place } from './finding';
import { listParts, readBlocks } from './quick-blocks';
import { readInline } from './quick-inline';

const blockConstructs = ['blockQuote', 'codeFenced', 'headingAtx', 'htmlFlow', 'list', 'setextUnderline', 'thematicBreak'];
const never = ['codeIndented', 'definition'];

/**
 * The blocks of a module file, front matter first. Node by node: a parser's work grows faster than the text, and a tag that is never
 * closed then ends with its node.
 */
export function parseFile(source: string): RootContent[] {
	const front = /^---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(source)?.[0] ?? '';
	const [first = '', ...sections] = source.slice(front.length).split(/^(?=##[ \t])/m);
	const blocks = fromMarkdown(front + first, {
		extensions: [frontmatter(['yaml']), { disable: { null: never } }],
		mdastExtensions: [frontmatterFromMarkdown(['yaml'])]
	}).children;
	let above = countLines(front + first);
	for (const section of sections) {
		blocks.push(...parseSection(section, above));
		above += countLines(section);
	}
	return blocks;
}

/** Part by part: a parser of all CommonMark only reads those that quick-blocks.ts doesn't know. */
function parseSection(text: string, above: number): RootContent[] {
	const parts = listParts(text);
	if (!parts) return parseSlowly(text, above);
	return parts.flatMap((part) => {
		const down = above + part.above;
		return readBlocks(part.lines, { line: down + 1, column: 1 }) ?? parseSlowly(part.lines.join('\n'), down);
	});
}

/** The blocks as the parser of all CommonMark reads them, so many lines further down. */
function parseSlowly(text: string, above = 0): RootContent[] {
	const blocks = fromMarkdown(text, { extensions: [{ disable: { null: never } }] }).children;
	for (const block of blocks) moveDown(block, above);
	return blocks;
}

function countLines(text: string): number {
	return text.split(/\r\n|\n|\r/).length - 1;
}

function moveDown(node: Nodes, lines: number): void {
	if (node.position) node.position.start.line += lines;
	if ('children' in node) for (const child of node.children) moveDown(child, lines);
}

/** Parses a line of text; paragraphs, if there are several, are kept apart by a line break. */
export function parseInline(text: string): PhrasingContent[] {
	// Most lines hold no mark at all, and a whole parser for each would be most of the time that a check takes.
	if (!/[\\*_`[\]<>&\n\r\t\0]/.test(text)) return text.trim() ? [{ type: 'text', value: text.trim() }] : [];
	return remember(lines, text, () => {
		const quick = readInline([text], { line: 1, column: 1 });
		if (quick) return quick;
		const { children } = fromMarkdown(text, { extensions: [{ disable: { null: [...blockConstructs, ...never] } }] });
		return joinParagraphs(children);
	});
}

/** Parses a few blocks (the text of a note). */
export function parseBlocks(text: string): RootContent[] {
	return remember(blocks, text, () => parseSection(text, 0));
}

/** A text is read several times (its marks, its links, its words), the French one for every language: it is parsed once. */
const lines = new Map<string, PhrasingContent[]>();
const blocks = new Map<string, RootContent[]>();
/** Texts of a large module; what is older is of another one. */
const mostRemembered = 2_000;

function remember<T>(known: Map<string, T>, text: string, parse: () => T): T {
	const found = known.get(text);
	if (found) return found;
	if (known.size >= mostRemembered) known.clear();
	const parsed = parse();
	known.set(text, parsed);
	return parsed;
}

/** The contents of some paragraphs as one line, a line break between them. Other blocks are left out. */
export function joinParagraphs(blocks: RootContent[]): PhrasingContent[] {
	const paragraphs = blocks.filter((block): block is Paragraph => block.type === 'paragraph');
	return paragraphs.flatMap(({ children }, index) => (index === 0 ? children : [{ type: 'break' }, ...children]));
}

/** The lines of a unit's text: the line itself, or each paragraph and list item of a few blocks. */
export function listLines(kind: 'inline' | 'blocks', text: string): PhrasingContent[][] {
	if (kind === 'inline') return [parseInline(text)];
	return parseBlocks(text).flatMap((block) => {
		if (block.type === 'list') return block.children.map(({ children }) => joinParagraphs(children));
		return block.type === 'paragraph' ? [block.children] : [];
	});
}

/** A line without the spaces at its start. */
export function trimStart(nodes: PhrasingContent[]): PhrasingContent[] {
	const [first, ...rest] = nodes;
	if (first?.type !== 'text') return nodes;
	const value = first.value.trimStart();
	return value ? [{ ...first, value }, ...rest] : rest;
}

/** Where a node of the tree begins. */
export function placeOf(node: Nodes | undefined): Place {
	const { line = 1, column = 1, file } = (node?.position?.start ?? {}) as Partial<Place>;
	return { line, column, ...(file && { file }) };
}
