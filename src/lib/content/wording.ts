// The words of a module in one language: each unit's translation, or its French text where there is none.
import type { RootContent } from 'mdast';
import type { Report } from './finding';
import { listForbidden, listLinks, renderInline } from './inline';
import { joinParagraphs, listLines, parseBlocks, parseInline } from './markdown';
import { isOffered, offeredFrom, type Completeness } from './offer';
import type { Translations } from './po';
import { listSafetyTexts } from './safety-texts';
import type { SourceModule, Unit } from './source';

/** What has words: a module, or a kit (which has no nodes). */
export type Worded = Pick<SourceModule, 'units' | 'nodes'>;

export interface Wording {
	/** The unit in this language: HTML, or plain words for a plain unit. */
	word(unit: Unit): string;
	/** Whether the unit had to fall back to French. */
	isMissing(unit: Unit): boolean;
	completeness: Completeness;
	nativeReview: boolean;
}

/** The wording of the source language itself. */
export function sourceWording(module: Worded, locale: string): Wording {
	const units = module.units.length;
	return {
		word: (unit) => render(unit, unit.source, locale),
		isMissing: () => false,
		completeness: { units, translated: units, stale: 0, missing: 0, safetyMissing: 0 },
		nativeReview: true
	};
}

/** The wording of another language; what a translator has to do is reported (against the PO file). */
export function translatedWording(module: Worded, locale: string, translations: Translations, report: Report): Wording {
	const texts = new Map<string, string>();
	const missing: Unit[] = [];
	let stale = 0;
	for (const unit of module.units) {
		const found = translations.byUnit.get(unit.id);
		if (!found?.text.trim()) {
			missing.push(unit);
			continue;
		}
		const at = { line: found.line, column: 1 };
		for (const message of listMarkupFaults(unit, found.text)) report.add('E173', at, `“${unit.id}”: ${message}`);
		texts.set(unit.id, found.text);
		if (!found.fuzzy && found.source === unit.source) continue;
		stale++;
		report.add('E172', at, `“${unit.id}” was translated from an older French text`);
	}
	const safety = listSafetyTexts(module);
	const safetyMissing = missing.filter((unit) => safety.has(unit));
	const completeness = {
		units: module.units.length,
		translated: module.units.length - stale - missing.length,
		stale,
		missing: missing.length,
		safetyMissing: safetyMissing.length
	};
	if (!isOffered(completeness))
		report.add('E170', { line: 1, column: 1 }, describeGap(completeness, safetyMissing.length > 0 ? safetyMissing : missing));
	return {
		word: (unit) => render(unit, texts.get(unit.id) ?? unit.source, locale),
		isMissing: (unit) => !texts.has(unit.id),
		completeness,
		nativeReview: translations.nativeReview
	};
}

function describeGap({ units, translated, safetyMissing }: Completeness, missing: Unit[]): string {
	const percent = `${Math.floor((translated / units) * 100)} % translated, ${offeredFrom * 100} % needed`;
	if (missing.length === 0) return percent;
	const what = safetyMissing > 0 ? 'missing of the safety texts, all needed' : 'missing';
	const more = missing.length > 3 ? ` and ${missing.length - 3} more` : '';
	const ids = missing.slice(0, 3).map(({ id }) => id);
	return `${percent}; ${what}: ${ids.join(', ')}${more}`;
}

function render(unit: Unit, text: string, locale: string): string {
	if (unit.kind === 'plain') return text;
	if (unit.kind === 'inline') return renderInline(parseInline(text), locale);
	return parseBlocks(text)
		.map((block) => renderBlock(block, locale))
		.join('');
}

function renderBlock(block: RootContent, locale: string): string {
	if (block.type === 'paragraph') return `<p>${renderInline(block.children, locale)}</p>`;
	if (block.type !== 'list') return '';
	const tag = block.ordered ? 'ol' : 'ul';
	const items = block.children.map((item) => `<li>${renderInline(joinParagraphs(item.children), locale)}</li>`);
	return `<${tag}>${items.join('')}</${tag}>`;
}

function listMarkupFaults(unit: Unit, text: string): string[] {
	if (unit.kind === 'plain') return [];
	const lines = listLines(unit.kind, text);
	const faults = lines.flatMap((line) => listForbidden(line).map(({ message }) => message));
	const expected = listLines(unit.kind, unit.source).flatMap(listLinks).join(' ');
	const links = lines.flatMap(listLinks).join(' ');
	if (links !== expected) faults.push(`its links (${links || 'none'}) are not those of the French text (${expected || 'none'})`);
	if (unit.kind === 'blocks')
		for (const { type } of parseBlocks(text))
			if (type !== 'paragraph' && type !== 'list') faults.push(`${type} can’t stand in a note`);
	return faults;
}
