// The marks of a line as authors nearly always write them, read without a parser of all CommonMark: words, **bold**, *italics*,
// `annotations` and [links](#node). Exact or not at all: whatever is written in another way is the parser's (markdown.test.ts holds
// the two against each other).
import type { PhrasingContent } from 'mdast';
import type { Place } from './finding';

/** A character that is no mark, nor a space that a parser would take for another. */
const plain = String.raw`(?:[^\\\`*_[\]<&!\n\r\t\0]|!(?!\[))`;
/** What can follow a mark that ends a bold or italic part; such a mark opens behind nothing or a space. */
const tokens = new RegExp(
	[
		String.raw`(?<text>${plain}+|\[[ x]\](?= ))`,
		String.raw`\`(?<code>[^\`\s](?:[^\`\n\r\t\0]*[^\`\s])?)\`(?!\`)`,
		String.raw`(?<=^| )(?<stars>\*\*?)(?<bold>(?!\s)${plain}+(?<!\s))\k<stars>(?=[ .,:;?!]|$)`,
		String.raw`\[(?<label>[^\\\`_[\]<&\n]+)\]\((?<url>[#/][a-z0-9#/-]*)\)`
	].join('|'),
	'y'
);

/** The content of some lines of a paragraph that begin in the same column; null when the parser must read them. */
export function readInline(lines: string[], { line, column }: Place): PhrasingContent[] | null {
	const nodes: PhrasingContent[] = [];
	for (const [index, text] of lines.entries()) {
		if (text.startsWith(' ') || text.endsWith(' ')) return null;
		if (index > 0) addText(nodes, '\n', line + index - 1, column + lines[index - 1]!.length);
		if (!readLine(nodes, text, line + index, column)) return null;
	}
	return nodes;
}

function readLine(nodes: PhrasingContent[], text: string, line: number, column: number): boolean {
	for (let at = 0; at < text.length;) {
		tokens.lastIndex = at;
		const found = tokens.exec(text);
		if (!found) return false;
		const next = tokens.lastIndex;
		const { text: words, code, stars, bold, label, url } = found.groups!;
		const position = startAt(line, column + at);
		if (words !== undefined) addText(nodes, words, line, column + at);
		else if (code !== undefined) nodes.push({ type: 'inlineCode', value: code, position });
		else if (stars !== undefined) {
			const children: PhrasingContent[] = [];
			addText(children, bold!, line, column + at + stars.length);
			nodes.push({ type: stars === '*' ? 'emphasis' : 'strong', children, position });
		} else {
			const children: PhrasingContent[] = [];
			if (!readLine(children, label!, line, column + at + 1)) return false;
			nodes.push({ type: 'link', title: null, url: url!, children, position });
		}
		at = next;
	}
	return true;
}

/** Neighbouring pieces of text are one. */
function addText(nodes: PhrasingContent[], value: string, line: number, column: number): void {
	const last = nodes.at(-1);
	if (last?.type === 'text') last.value += value;
	else nodes.push({ type: 'text', value, position: startAt(line, column) });
}

/** A position whose end nobody asks for. */
export function startAt(line: number, column: number) {
	return { start: { line, column }, end: { line, column } };
}
