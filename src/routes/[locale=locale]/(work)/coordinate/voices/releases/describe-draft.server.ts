// A draft in words: per area and indicator what would be published, what not, and why.
import type { Locale } from '$lib/i18n/locales';
import type { Key } from '$lib/i18n/translator';
import { getTranslator } from '$lib/i18n/messages.server';
import { nameOf, totalDimension, type Cell } from '$lib/voices/cells';
import { crossings, type CellReason } from '$lib/voices/cross-table';
import type { CrossTable } from '$lib/voices/cross-table.server';
import type { Reason } from '$lib/voices/figure';
import type { Draft } from '$lib/voices/release.server';
import { cellText, describeArea, describeTable, nameCategory, nameIndicator } from '../../../../(learn)/voices/figures.server';

const reasonKeys = {
	'few-respondents': 'voices.reasonRespondents',
	'few-in-cell': 'voices.reasonCell',
	'country-rule': 'voices.reasonCountry',
	audit: 'voices.reasonAudit',
	table: 'voices.reasonTable'
} as const satisfies Record<Reason, string>;

export function describeDraft(
	{ release, reasons, failures, tables }: Draft,
	organisations: { id: string; name: string }[],
	locale: Locale
) {
	const t = getTranslator(locale);
	const names = new Map(organisations.map(({ id, name }) => [`${release.country}/${id}`, name]));
	const areas = [...new Set(release.cells.map(({ area }) => area))].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
	const rows = areas.map((area) => ({
		area,
		name: names.get(area) ?? describeArea(area, locale),
		cells: release.cells
			.filter((cell) => cell.area === area)
			.map((cell) => {
				const reason = reasons.get(nameOf(cell));
				return { ...describeCells(cell, locale), reason: reason ? t(reasonKeys[reason]) : '' };
			})
	}));
	const count = (status: string) => release.cells.filter((cell) => cell.status === status).length;
	return {
		rows,
		things: release.things
			.filter(({ area }) => area === release.country)
			.map(({ indicator, value }) => ({ name: nameIndicator(indicator, locale), value })),
		records: release.records.length,
		published: count('published'),
		fewer: count('fewer'),
		withheld: count('withheld'),
		checked: release.audit.checked,
		failures: failures.map(({ name }) => name),
		tables: tables.made.map((table) => ({ ...describeTable(table, locale), withheld: countReasons(table.reasons, locale) })),
		refused: tables.refused.map((indicator) => nameCrossing(indicator, locale))
	};
}

/** A cell in words, for a row of a table. */
export function describeCells(cell: Cell, locale: Locale) {
	const category =
		cell.dimension === totalDimension
			? getTranslator(locale)('voices.total')
			: nameCategory(cell.indicator, cell.dimension, cell.category, locale);
	return { key: nameOf(cell), indicator: nameIndicator(cell.indicator, locale), category, text: cellText(cell, locale) };
}

/** "Plays begun: modules × languages". */
export function nameCrossing(indicator: string, locale: Locale): string {
	const t = getTranslator(locale);
	const sides = (crossings[indicator] ?? []).map((dimension) => t(`indicators.side_${dimension}` as Key));
	return `${nameIndicator(indicator, locale)} : ${sides.join(' × ')}`;
}

const cellReasons = {
	few: 'voices.crossFew',
	organisations: 'voices.crossOrganisations',
	complementary: 'voices.crossComplementary'
} as const satisfies Record<CellReason, Key>;

/** How many cells aren't told, reason by reason. */
function countReasons(reasons: CrossTable['reasons'], locale: Locale): string[] {
	const t = getTranslator(locale);
	return Object.entries(cellReasons).flatMap(([reason, key]) => {
		const n = reasons.flat().filter((each) => each === reason).length;
		return n > 0 ? [t(key, { n })] : [];
	});
}
