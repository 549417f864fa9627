// Translation files (gettext PO): msgctxt is the id of a unit, msgid the French text it was translated from, msgstr the
// translation, `fuzzy` a stale one. Any PO editor can write them.
import { po, type GetTextTranslation, type GetTextTranslations } from 'gettext-parser';
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
		const { headers, translations } = po.parse(text, { validation: true });
		const lines = indexLines(text);
		const byUnit = new Map<string, Translation>();
		for (const entry of listEntries(translations)) {
			byUnit.set(entry.msgctxt, {
				source: entry.msgid,
				text: entry.msgstr[0] ?? '',
				fuzzy: isFuzzy(entry),
				line: lines.get(entry.msgctxt) ?? 1
			});
		}
		return { ok: true, translations: { byUnit, nativeReview: headers?.['X-Native-Review']?.toLowerCase() === 'yes' } };
	} catch (thrown) {
		return { ok: false, message: thrown instanceof Error ? thrown.message : String(thrown) };
	}
}

/**
 * The text of a PO file brought up to date: every unit in reading order; a translation whose French changed is kept and marked
 * fuzzy with the previous French beside it; one whose unit is gone is kept as obsolete (`#~`).
 */
export function updatePo(previous: string | null, locale: string, moduleId: string, units: Unit[]): string {
	const old: Partial<GetTextTranslations> = previous === null ? {} : po.parse(previous);
	const known = [...listEntries(old.translations ?? {}), ...listEntries(old.obsolete ?? {})];
	const entries = new Map(known.toReversed().map((entry) => [entry.msgctxt, entry]));
	const used = new Set<Entry>();
	const translations: GetTextTranslations['translations'] = { '': { '': { msgid: '', msgstr: [''] } } };
	for (const unit of units) {
		const entry = findEntry(unit, entries, known);
		if (entry) used.add(entry);
		translations[unit.id] = { [unit.source]: updateEntry(entry, unit) };
	}
	const obsolete: GetTextTranslations['translations'] = {};
	for (const entry of known) {
		if (!entry.msgstr[0] || used.has(entry) || translations[entry.msgctxt]?.[entry.msgid]) continue;
		obsolete[entry.msgctxt] = { [entry.msgid]: { ...entry, obsolete: true } };
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

/** The unit's own entry; where its French differs, one of the same node with the same French: the text has only moved. */
function findEntry(unit: Unit, entries: Map<string, Entry>, known: Entry[]): Entry | undefined {
	const own = entries.get(unit.id);
	if (own?.msgid === unit.source) return own;
	const node = unit.id.slice(0, unit.id.indexOf('.') + 1);
	const moved = known.find(({ msgctxt, msgid, msgstr }) => msgid === unit.source && msgctxt.startsWith(node) && msgstr[0]);
	return moved ?? own;
}

function updateEntry(old: Entry | undefined, unit: Unit): GetTextTranslation {
	const entry = { msgctxt: unit.id, msgid: unit.source, msgstr: old?.msgstr ?? [''] };
	const { translator, previous } = old?.comments ?? {};
	const notes = translator ? { translator } : {};
	if (!old?.msgstr[0] || (old.msgid === unit.source && !isFuzzy(old))) return { ...entry, comments: notes };
	const before = old.msgid === unit.source ? previous : `msgid ${JSON.stringify(old.msgid)}`;
	return { ...entry, comments: { ...notes, flag: 'fuzzy', ...(before && { previous: before }) } };
}

type Entry = GetTextTranslation & { msgctxt: string };

function listEntries(translations: GetTextTranslations['translations']): Entry[] {
	return Object.entries(translations).flatMap(([msgctxt, byText]) =>
		msgctxt === '' ? [] : Object.values(byText).map((entry) => ({ ...entry, msgctxt }))
	);
}

function isFuzzy(entry: GetTextTranslation): boolean {
	return /(^|[\s,])fuzzy($|[\s,])/.test(entry.comments?.flag ?? '');
}

function indexLines(text: string): Map<string, number> {
	const found = text.split('\n').map((line, index) => [/^msgctxt "(.*)"/.exec(line)?.[1], index + 1] as const);
	return new Map(found.filter((entry): entry is [string, number] => entry[0] !== undefined));
}
