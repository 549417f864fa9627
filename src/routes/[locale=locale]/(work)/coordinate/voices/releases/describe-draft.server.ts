// A draft in words: per area and indicator what would be published, what not, and why.
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { nameOf, totalDimension } from '$lib/voices/cells';
import type { Reason } from '$lib/voices/figure';
import type { Draft } from '$lib/voices/release.server';
import { cellText, describeArea, nameCategory, nameIndicator } from '../../../../(learn)/voices/figures.server';

const reasonKeys = {
	'few-respondents': 'voices.reasonRespondents',
	'few-in-cell': 'voices.reasonCell',
	'country-rule': 'voices.reasonCountry',
	audit: 'voices.reasonAudit'
} as const satisfies Record<Reason, string>;

export function describeDraft(
	{ release, reasons, failures }: Draft,
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
				const category =
					cell.dimension === totalDimension
						? t('voices.total')
						: nameCategory(cell.indicator, cell.dimension, cell.category, locale);
				return {
					key: nameOf(cell),
					indicator: nameIndicator(cell.indicator, locale),
					category,
					text: cellText(cell, locale),
					reason: reason ? t(reasonKeys[reason]) : ''
				};
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
		failures: failures.map(({ name }) => name)
	};
}
