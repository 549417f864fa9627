// The entries of a PO file as nearly all are written: read by one expression, in one walk through the text. A file that has anything
// else (obsolete entries, plurals, other spacing, a fault) is left to the parser of gettext, which knows all of the format.
import type { Translation } from './po';

const comments = String.raw`(?:#(?:[ ,.:|].*)?\n)*`;
const strings = String.raw`(?:"(?:[^"\\\n]|\\.)*"\n)+`;
const headShape = new RegExp(`${comments}msgid ""\\nmsgstr ${strings}\\n*`, 'y');
const entryShape = new RegExp(`(${comments})msgctxt (${strings})msgid (${strings})msgstr (${strings})\\n*`, 'y');

export interface Entries {
	/** The text of the header, with its comments. */
	head: string;
	byUnit: Map<string, Translation>;
}

/** Reads the entries of a file; null when it is not as nearly all are. */
export function readEntries(text: string): Entries | null {
	// A line may end in several ways, and a byte order mark may stand before the first: not here.
	if (/[\r\uFEFF]/.test(text)) return null;
	const whole = text.endsWith('\n') ? text : `${text}\n`;
	headShape.lastIndex = 0;
	const head = headShape.exec(whole)?.[0];
	if (head === undefined) return null;
	const byUnit = new Map<string, Translation>();
	let line = 1 + countLines(head);
	for (let at = head.length; at < whole.length; at = entryShape.lastIndex) {
		entryShape.lastIndex = at;
		const found = entryShape.exec(whole);
		if (!found) return null;
		const [entry, notes = '', context = '', id = '', text = ''] = found;
		const unit = join(context);
		const source = join(id);
		if (isUnusual(unit, context, source) || byUnit.has(unit)) return null;
		const fuzzy = notes !== '' && /^#,(?:.*[\s,])?fuzzy(?:[\s,]|$)/m.test(notes);
		byUnit.set(unit, { source, text: join(text), fuzzy, line: line + countLines(notes) });
		line += countLines(entry);
	}
	return { head, byUnit };
}

/** No name, one that is a number or has an escape, a text that is the name of a property: the parser has its own mind of these. */
function isUnusual(unit: string, context: string, source: string): boolean {
	return unit === '' || context.includes('\\') || /^\d+$/.test(unit) || source in {};
}

/** The strings of a value, one to a line, as one text without quotes and escapes. */
function join(value: string): string {
	const text = value.slice(1, -2).replaceAll('"\n"', '');
	return text.includes('\\') ? text.replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character) : text;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };

function countLines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
	return count;
}
