// Checks of the ids of translation units: each names one text, in the module and in its translation files.
import type { Report } from './finding';
import type { SourceModule } from './source';

/** Reports ids that two texts of a module share: a node called "meta" takes those of the front matter. */
export function checkUnits({ units }: Pick<SourceModule, 'units'>, report: Report): void {
	const seen = new Set<string>();
	for (const { id, at } of units) {
		if (seen.has(id)) report.add('E171', at, `“${id}” is already the id of another text`);
		seen.add(id);
	}
}

/** Reports ids that stand twice in a PO file: which of the two translations would count? */
export function checkEntries(po: string, report: Report): void {
	const seen = new Set<string>();
	for (const [index, line] of po.split('\n').entries()) {
		if (!line.startsWith('msgctxt')) continue;
		const id = /^msgctxt\s+"(.+)"\s*$/.exec(line)?.[1];
		if (id === undefined) continue;
		if (seen.has(id)) report.add('E171', { line: index + 1, column: 1 }, `“${id}” stands in this file twice`);
		seen.add(id);
	}
}
