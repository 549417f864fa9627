// Translation files (gettext PO): msgctxt is the id of a unit, msgid the French text it was translated from, msgstr the
// translation, `fuzzy` a stale one. Any PO editor can write them.
import { po, type GetTextTranslation, type GetTextTranslations } from 'gettext-parser';
import { readEntries } from './po-entries';
import type { Unit } from './source';

export interface Translation {
	/** The French text that was translated. */
	source: string;
	text: string;
	/** The French text has changed since, by the mark in the file. */
	fuzzy: boolean;
	/** Line of the entry in its file. */
	line: number;
}

export interface Translations {
	byUnit: Map<string, Translation>;
	/** A native speaker has read it all (header X-Native-Review). */
	nativeReview: boolean;
}

export type ReadPo = { ok: true; translations: Translations } | { ok: false; message: string };

/** Reads the text of a PO file. */
export function readPo(text: string): ReadPo {
	try {
		const read = readEntries(text);
		const { headers, translations } = parse(read?.head ?? text, true);
		const nativeReview = headers?.['X-Native-Review']?.toLowerCase() === 'yes';
		if (read) return { ok: true, translations: { byUnit: read.byUnit, nativeReview } };
		const lines = indexLines(text);
		const byUnit = new Map<string, Translation>();
		for (const entry of listEntries(translations)) {
			byUnit.set(entry.msgctxt, {
				source: entry.msgid,
				text: entry.msgstr[0] ?? '',
				fuzzy: listFlags(entry.comments?.flag).includes('fuzzy'),
				line: lines.get(entry.msgctxt) ?? 1
			});
		}
		return { ok: true, translations: { byUnit, nativeReview } };
	} catch (thrown) {
		return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
	}
}

/**
 * The text of a PO file brought up to date: every unit in reading order; a translation whose French changed is kept and marked
 * fuzzy with the previous French beside it; one whose unit is gone is kept as obsolete (`#~`). Headers, notes and marks that an
 * editor wrote stay.
 */
export function updatePo(previous: string | null, locale: string, moduleId: string, units: Unit[]): string {
	const old: Partial<GetTextTranslations> = previous === null ? {} : parse(previous, false);
	const known = [...listEntries(old.translations ?? {}), ...listEntries(old.obsolete ?? {})];
	const entries = new Map(known.toReversed().map((entry) => [entry.msgctxt, entry]));
	const head = old.translations?.['']?.['']?.comments;
	const translations: GetTextTranslations['translations'] = {
		'': { '': { msgid: '', msgstr: [''], ...(head && { comments: head }) } }
	};
	const used = new Set<Entry>();
	for (const unit of units) {
		const entry = entries.get(unit.id);
		if (entry) used.add(entry);
		translations[unit.id] = { [unit.source]: updateEntry(entry, unit) };
	}
	const obsolete: GetTextTranslations['translations'] = {};
	for (const entry of known) {
		const { msgctxt, msgid } = entry;
		if (!entry.msgstr[0] || used.has(entry) || translations[msgctxt]?.[msgid]) continue;
		obsolete[msgctxt] = { [msgid]: { ...entry, obsolete: true }, ...obsolete[msgctxt] };
	}
	const headers = {
		'Project-Id-Version': `Relais ${moduleId}`,
		'Content-Type': 'text/plain; charset=utf-8',
		'Content-Transfer-Encoding': '8bit',
		Language: locale,
		'X-Native-Review': 'no',
		...old.headers
	};
	return po.compile({ charset: 'utf-8', headers, translations, obsolete }, { foldLength: 0 }).toString().trimEnd() + '\n';
}

function parse(text: string, validation: boolean): GetTextTranslations {
	return po.parse(text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n'), { validation });
}

function updateEntry(old: Entry | undefined, unit: Unit): GetTextTranslation {
	const entry = { msgctxt: unit.id, msgid: unit.source, msgstr: old?.msgstr ?? [''] };
	const { flag, previous, ...notes } = old?.comments ?? {};
	const flags = listFlags(flag).filter((name) => name !== 'fuzzy');
	const isCurrent = old?.msgid === unit.source;
	const stale = Boolean(old?.msgstr[0]) && (!isCurrent || listFlags(flag).includes('fuzzy'));
	const before = isCurrent ? previous : `msgid ${JSON.stringify(old?.msgid)}`;
	const marks = stale ? ['fuzzy', ...flags] : flags;
	const comments = {
		...notes,
		...(marks.length > 0 && { flag: marks.join(', ') }),
		...(stale && before && { previous: before })
	};
	return { ...entry, comments };
}

type Entry = GetTextTranslation & { msgctxt: string };

function listEntries(translations: GetTextTranslations['translations']): Entry[] {
	return Object.entries(translations).flatMap(([msgctxt, byText]) =>
		Object.values(byText).flatMap((entry) => (msgctxt || entry.msgid ? { ...entry, msgctxt } : []))
	);
}

function listFlags(flag = ''): string[] {
	return flag.split(/[\s,]+/).filter(Boolean);
}

/** The line of each context; an editor may have wrapped it: `msgctxt ""`, then its pieces. */
function indexLines(text: string): Map<string, number> {
	const lines = new Map<string, number>();
	const pieces = /^msgctxt[ \t]+((?:"(?:[^"\\\n]|\\.)*"\s*?(?:\r?\n|$))+)/gm;
	let line = 1;
	let from = 0;
	for (const { 1: strings = '', index } of text.matchAll(pieces)) {
		line += text.slice(from, index).split('\n').length - 1;
		from = index;
		const id = [...strings.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece).join('');
		lines.set(id, line);
	}
	return lines;
}
