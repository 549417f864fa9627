// From the text of a module to its source form: front matter, then one node per `##` heading.
import type { Heading, RootContent } from 'mdast';
import type { Report } from './finding';
import { expandIncludes, type ReadPart } from './include';
import { readFrontMatter, type LocatedFrontMatter } from './front-matter';
import { parseFile, placeOf } from './markdown';
import { readNode } from './node';
import { Reading } from './reading';
import type { SourceModule } from './source';
import { expandVersions } from './versions';

/** Reads a module; null (with findings) when its front matter can't be used, as nothing can be said of the rest then. */
export function parseModule(source: string, report: Report, readPart: ReadPart = () => null): SourceModule | null {
	const [first, ...written] = parseFile(source);
	if (first?.type !== 'yaml') {
		report.add('E001', { line: 1, column: 1 }, 'this file has no front matter');
		return null;
	}
	const front = readFrontMatter(first.value, placeOf(first).line + 1, report);
	if (!front) return null;

	const content = expandIncludes(written, report, readPart);
	const reading = new Reading(front, report);
	readFrontMatterUnits(reading, front);
	const nodes = splitAtHeadings(content, report).map(([heading, inner]) => readNode(reading, heading, inner));
	const module = { file: report.file, front, nodes, units: reading.units };
	expandVersions(module, report);
	return module;
}

function readFrontMatterUnits(reading: Reading, { data, locate }: LocatedFrontMatter): void {
	for (const field of ['title', 'summary', 'forewarning', 'memo'] as const) {
		const words = data[field];
		if (words) reading.plain(`meta.${field}`, words, locate(field));
	}
	for (const group of ['objectives', 'people'] as const)
		for (const [id, words] of Object.entries(data[group])) reading.plain(`meta.${group}.${id}`, words, locate(group, id));
}

function splitAtHeadings(content: RootContent[], report: Report): [Heading, RootContent[]][] {
	const sections: [Heading, RootContent[]][] = [];
	for (const block of content) {
		const section = sections.at(-1);
		if (block.type === 'heading' && block.depth === 2) sections.push([block, []]);
		else if (section) section[1].push(block);
		else report.add('E005', placeOf(block), 'this stands before the first node');
	}
	return sections;
}
