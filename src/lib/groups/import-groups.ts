// A list of groups as a spreadsheet saves it (CSV, with commas or semicolons): read whole, every fault named with its row, and
// nothing taken over while there is one. Pure.
import { settings, type Setting } from './group';

export interface ImportedGroup {
	/** As the spreadsheet numbers it: the heading is row 1. */
	row: number;
	name: string;
	setting: Setting;
	/** Usernames of its coaches; empty when they come later. */
	coaches: string[];
}

export type ImportFault =
	| 'empty'
	| 'too-long'
	| 'heading'
	| 'columns'
	| 'quote'
	| 'name-missing'
	| 'name-long'
	| 'name-twice'
	| 'name-taken'
	| 'setting'
	| 'coach';

export interface ImportProblem {
	row: number;
	fault: ImportFault;
	/** What stood there, at most 40 characters. */
	found: string;
}

export type ImportRead = { ok: true; groups: ImportedGroup[] } | { ok: false; problems: ImportProblem[] };

/** Bytes and rows that one file may have. */
export const importLimits = { characters: 200_000, rows: 1_000 };

/** The heading that a file must begin with; capitals don’t matter. */
export const importHeading = ['name', 'setting', 'coaches'] as const;

export interface Known {
	/** Names of groups that exist, in lower case. */
	names: ReadonlySet<string>;
	/** Usernames of coaches of the organisation, in lower case. */
	coaches: ReadonlySet<string>;
}

/** Reads a file. Gives all its groups, or all its problems, in the order of the rows. */
export function readGroupFile(text: string, known: Known): ImportRead {
	const clean = text.replace(/^\ufeff/, '');
	if (clean.trim() === '') return { ok: false, problems: [{ row: 1, fault: 'empty', found: '' }] };
	const lines = clean.length > importLimits.characters ? null : parseCsv(clean);
	if (lines === null || lines.length > importLimits.rows + 1)
		return { ok: false, problems: [{ row: 1, fault: 'too-long', found: '' }] };
	const problems: ImportProblem[] = [];
	const groups: ImportedGroup[] = [];
	const add = (row: number, fault: ImportFault, found = '') => problems.push({ row, fault, found: found.slice(0, 40) });
	const heading = lines[0]?.cells.map((cell) => cell.trim().toLowerCase()).join();
	if (heading !== importHeading.join()) add(1, 'heading', heading);
	const seen = new Set<string>();
	for (const { row, cells, open } of lines.slice(1)) {
		if (cells.every((cell) => cell.trim() === '')) continue;
		if (open) add(row, 'quote', cells.at(-1));
		else if (cells.length !== importHeading.length) add(row, 'columns', String(cells.length));
		else groups.push(readRow(row, cells, known, seen, add));
	}
	if (groups.length === 0 && problems.length === 0) add(1, 'empty');
	return problems.length > 0 ? { ok: false, problems } : { ok: true, groups };
}

function readRow(
	row: number,
	cells: string[],
	known: Known,
	seen: Set<string>,
	add: (row: number, fault: ImportFault, found?: string) => void
): ImportedGroup {
	const [name = '', typed = '', listed = ''] = cells.map((cell) => cell.normalize('NFKC').replace(/\s+/g, ' ').trim());
	const key = name.toLowerCase();
	if (name === '') add(row, 'name-missing');
	else if (name.length > 60) add(row, 'name-long', name);
	else if (seen.has(key)) add(row, 'name-twice', name);
	else if (known.names.has(key)) add(row, 'name-taken', name);
	seen.add(key);
	const setting = settings.find((each) => each === typed.toLowerCase());
	if (setting === undefined) add(row, 'setting', typed);
	const coaches = listed
		.split(/[\s|]+/)
		.map((coach) => coach.toLowerCase())
		.filter((coach) => coach !== '');
	for (const coach of coaches) if (!known.coaches.has(coach)) add(row, 'coach', coach);
	return { row, name, setting: setting ?? 'other', coaches: [...new Set(coaches)] };
}

interface Line {
	row: number;
	cells: string[];
	/** True for a quotation mark that isn't closed. */
	open: boolean;
}

/** RFC 4180, with `;` where the first line has more of it than of `,`: what French and Dutch spreadsheets write. */
function parseCsv(text: string): Line[] {
	const first = text.slice(0, text.search(/\r?\n|$/));
	const separator = first.split(';').length > first.split(',').length ? ';' : ',';
	const lines: Line[] = [];
	let [row, cell, cells, quoted] = [1, '', [] as string[], false];
	const endLine = () => {
		lines.push({ row, cells: [...cells, cell], open: quoted });
		[cell, cells] = ['', []];
	};
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? '';
		if (quoted) {
			if (character !== '"') cell += character;
			else if (text[at + 1] === '"') cell += text[at++];
			else quoted = false;
		} else if (character === '"' && cell.trim() === '') [quoted, cell] = [true, ''];
		else if (character === separator) [cells, cell] = [[...cells, cell], ''];
		else if (character === '\n') {
			endLine();
			row += 1;
		} else if (character !== '\r') cell += character;
	}
	if (cell !== '' || cells.length > 0) endLine();
	return lines;
}
