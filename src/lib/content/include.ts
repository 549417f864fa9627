// <Include file="../parts/x.svx"/>: blocks that several modules share, put in where they are named. What is wrong in them is told
// of their own file.
import { dirname, join } from 'node:path/posix';
import type { Html, Nodes, RootContent } from 'mdast';
import { checkCharacters } from './check-characters';
import { Report, type Place } from './finding';
import { parseFile, placeOf } from './markdown';

/** Text of a file by its path from the root; null when there is none. */
export type ReadPart = (path: string) => string | null;

/** The blocks with every include replaced by what it names; one that can't be is reported and left out. */
export function expandIncludes(
	blocks: RootContent[],
	report: Report,
	read: ReadPart,
	chain: string[] = [report.file]
): RootContent[] {
	return blocks.flatMap((block) => {
		const path = block.type === 'html' ? findPath(block) : null;
		if (path === null) return [block];
		const refuse = (message: string) => {
			report.add('E019', placeOf(block), message);
			return [];
		};
		const file = join(dirname(chain.at(-1)!), path);
		if (!/(^|\/)parts\/[a-z0-9-]+\.svx$/.test(file))
			return refuse(`“${path}” is not a file of a folder parts, like ../parts/help.svx`);
		if (chain.includes(file)) return refuse(`“${path}” includes itself (${[...chain.slice(1), file].join(' → ')})`);
		const text = read(file);
		if (text === null) return refuse(`there is no file “${file}”`);
		const characters = new Report(file);
		const sound = checkCharacters(text, characters);
		for (const { code, message, line, column } of characters.findings) report.add(code, { file, line, column }, message);
		if (!sound) return [];
		const inner = parseFile(text);
		for (const each of inner) locate(each, file);
		const node = inner.find(({ type }) => type === 'yaml' || type === 'heading');
		if (node) {
			report.add('E019', placeOf(node), 'a part holds blocks only: no front matter, no headings');
			return [];
		}
		return expandIncludes(inner, report, read, [...chain, file]);
	});
}

/** The file that an include names; null for any other tag. */
function findPath({ value }: Html): string | null {
	return /^<Include\s+file="([^"<>]*)"\s*\/>$/.exec(value.trim())?.[1] ?? null;
}

/** Notes in every node of a tree which file it comes from (see `placeOf`). */
function locate(node: Nodes, file: string): void {
	if (node.position) Object.assign(node.position.start, { file } satisfies Pick<Place, 'file'>);
	if ('children' in node) for (const child of node.children) locate(child, file);
}
