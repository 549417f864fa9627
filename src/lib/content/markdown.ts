// CommonMark in, syntax tree out: whole files, a line of text, or a few blocks. In a line, nothing starts a block, so a
// translation that begins with "2." or "#" stays a sentence.
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import type { Place } from './finding';

const blockConstructs = ['blockQuote', 'codeFenced', 'headingAtx', 'htmlFlow', 'list', 'setextUnderline', 'thematicBreak'];
const never = ['codeIndented', 'definition'];

/** Parses a module file, front matter included. */
export function parseFile(source: string): Root {
	return fromMarkdown(source, {
		extensions: [frontmatter(['yaml']), { disable: { null: never } }],
		mdastExtensions: [frontmatterFromMarkdown(['yaml'])]
	});
}

/** Parses a line of text; paragraphs, if there are several, are kept apart by a line break. */
export function parseInline(text: string): PhrasingContent[] {
	// Most lines hold no mark at all, and a whole parser for each would be most of the time that a check takes.
	if (!/[\\*_`[\]<>&!\n\r\t\0]/.test(text)) return text.trim() ? [{ type: 'text', value: text.trim() }] : [];
	const { children } = fromMarkdown(text, { extensions: [{ disable: { null: [...blockConstructs, ...never] } }] });
	return joinParagraphs(children);
}

/** Parses a few blocks (the text of a note). */
export function parseBlocks(text: string): RootContent[] {
	return fromMarkdown(text, { extensions: [{ disable: { null: never } }] }).children;
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
