// Reads the YAML block at the top of a module and says where each wrong field stands.
import * as v from 'valibot';
import { isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { Place, Report } from './finding';
import { frontMatterSchema, unitFrontMatterSchema, type FrontMatter } from './schema';
import { isTrainingFile } from './training';

export interface Located<Data> {
	data: Data;
	/** Where a field stands in the file, for findings about it. */
	locate(...path: (string | number)[]): Place;
}
export type LocatedFrontMatter = Located<FrontMatter>;

/** Parses and checks the front matter of a module or a training unit; null (with findings) when it can't be used. */
export function readFrontMatter(yaml: string, firstLine: number, report: Report): LocatedFrontMatter | null {
	const schema: v.GenericSchema<unknown, FrontMatter> = isTrainingFile(report.file) ? unitFrontMatterSchema : frontMatterSchema;
	return readFields(schema, yaml, firstLine, report);
}

/**
 * Parses a YAML block and checks it with a schema; null (with findings) when it can't be used.
 * `firstLine` is the line of the file on which the YAML text begins.
 */
export function readFields<Data extends { intensity: number; forewarning?: string | undefined }>(
	schema: v.GenericSchema<unknown, Data>,
	yaml: string,
	firstLine: number,
	report: Report
): Located<Data> | null {
	const lines = new LineCounter();
	const document = parseDocument(yaml, { lineCounter: lines });
	const placeAt = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: line + firstLine - 1, column: col };
	};
	const problems = document.errors.map(({ pos, message }) => ({
		offset: /closing "quote/.test(message) ? offsetOfOpenQuote(yaml) : pos[0],
		message: firstLineOf(message)
	}));
	visit(document, {
		Alias: (_key, { range, source }) => {
			problems.push({ offset: range?.[0] ?? 0, message: `“*${source}” has a meaning in YAML: put the text between quotes` });
		}
	});
	for (const { offset, message } of problems) report.add('E001', placeAt(offset), message);
	if (problems.length > 0) return null;

	const locate = (...path: (string | number)[]): Place => placeAt(offsetOf(document, path));
	const checked = v.safeParse(schema, document.toJS());
	if (!checked.success) {
		for (const issue of checked.issues) {
			const path = (issue.path ?? []).map(({ key }) => key as string | number);
			report.add('E002', locate(...path), describe(path, issue));
		}
		return null;
	}
	const data = checked.output;
	if (data.intensity > 1 && !data.forewarning)
		report.add('E002', locate('intensity'), '“forewarning” is compulsory from intensity 2 on');
	return { data, locate };
}

function describe(path: (string | number)[], issue: v.BaseIssue<unknown>): string {
	const field = `“${path.join('.')}”`;
	if (issue.expected === 'never') return `${field} is not a known field`;
	if (issue.input === undefined) return `${field} is missing`;
	return `${field} ${issue.message}`;
}

// The nearest part of the path that is in the file: a missing field is shown at its parent.
function offsetOf(document: Document, path: (string | number)[]): number {
	for (let length = path.length; length > 0; length--) {
		const node = document.getIn(path.slice(0, length), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return 0;
}

// A quotation that is never closed is noticed at the end of the block only: it is shown where it most likely opens.
function offsetOfOpenQuote(yaml: string): number {
	const open = yaml.split('\n').find((line) => line.split('"').length % 2 === 0) ?? '';
	return yaml.indexOf(open) + Math.max(0, open.indexOf('"'));
}

function firstLineOf(message: string): string {
	return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '');
}
