// Checks of a file before it is parsed: damage that no parser should meet, and characters that an author can't see.
import type { Report } from './finding';

/** A module of forty nodes has some 40,000 characters. */
const mostCharacters = 512 * 1024;
/** Quotation and list marks one inside another on a line, and brackets or stars in a paragraph: what people write has a few. */
const mostMarks = { line: 8, paragraph: 1000 };

// eslint-disable-next-line no-control-regex -- these are what the rule is about
const unreadable = /[\uFFFD\0-\x08\x0B\x0C\x0E-\x1F\x7F]/;
const direction = /[\u202A-\u202E\u2066-\u2069]/;
const opening = /^(?:\s*(?:>|[-*+](?=\s)|\d+[.)](?=\s)))*/;
const nestedAnywhere = new RegExp(`^(?:[^\\S\\n]*(?:>|[-*+](?=\\s)|\\d+[.)](?=\\s))){${mostMarks.line + 1}}`, 'm');

/** Reports what is wrong with the characters of a file; false when it must not be parsed at all. */
export function checkCharacters(text: string, report: Report): boolean {
	if (text.length > mostCharacters) {
		report.add('E180', { line: 1, column: 1 }, `this file has ${text.length} characters, ${mostCharacters} at most`);
		return false;
	}
	return isPlain(text) || checkLines(text.split('\n'), report);
}

/** Whether no line can be at fault: four searches through the whole text spare almost every file the reading of its lines. */
function isPlain(text: string): boolean {
	if (unreadable.test(text) || direction.test(text) || nestedAnywhere.test(text)) return false;
	return (text.match(/[[{*_]/g)?.length ?? 0) <= mostMarks.paragraph;
}

function checkLines(lines: string[], report: Report): boolean {
	let marks = 0;
	let sound = true;
	for (const [index, line] of lines.entries()) {
		const broken = line.search(unreadable);
		if (broken >= 0) report.add('E016', { line: index + 1, column: broken + 1 }, 'a character here could not be read');
		const turned = findDirectionMark(line);
		if (turned >= 0)
			report.add('E017', { line: index + 1, column: turned + 1 }, 'an invisible mark here turns the direction of the text');
		const nested = opening.exec(line)![0].replace(/[\s\d]/g, '').length;
		marks = line.trim() ? marks + (line.match(/[[{*_]/g)?.length ?? 0) : 0;
		if (sound && (nested > mostMarks.line || marks > mostMarks.paragraph)) {
			const what = nested > mostMarks.line ? `${nested} marks one inside another` : 'a paragraph full of marks';
			report.add('E018', { line: index + 1, column: 1 }, what);
			sound = false;
		}
	}
	return sound;
}

/**
 * Column of a mark of direction that may not be there; -1 for none. Embeddings and overrides (U+202A-202E) show a text in another
 * order than it is; isolates (U+2066-2069) must be closed on their line. The plain marks LRM, RLM and ALM are of use in Arabic.
 */
function findDirectionMark(line: string): number {
	const forced = line.search(/[\u202A-\u202E]/);
	if (forced >= 0) return forced;
	const open: number[] = [];
	for (const { 0: mark, index } of line.matchAll(/[\u2066-\u2069]/g)) {
		if (mark !== '\u2069') open.push(index);
		else if (open.pop() === undefined) return index;
	}
	return open[0] ?? -1;
}
