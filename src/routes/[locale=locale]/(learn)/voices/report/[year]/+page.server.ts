// The yearly report, July to June, made from the frozen quarters: nothing in it is computed anew from counts.
import { error } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { indicators } from '$lib/indicators/definitions';
import { getInstance } from '$lib/ops/instance.server';
import { listPublicConsultations } from '$lib/voices/consultations.server';
import { totalDimension } from '$lib/voices/cells';
import type { ReleaseRecord } from '$lib/voices/release';
import { listReleases } from '$lib/voices/release.server';
import { dayOf, daysOf, quartersOf, yearOf } from '$lib/voices/period';
import { describeConsultation } from '../../describe.server';
import { cellText, defineIndicator, nameIndicator, recordText } from '../../figures.server';

export const prerender = false;

interface ReportRow {
	id: string;
	number: string;
	document: string;
	name: string;
	definition: string;
	/** A number for each quarter; null for a recorded indicator. */
	quarters: { label: string; value: number | null; text: string }[] | null;
	record: (ReleaseRecord & { text: string }) | null;
}

export const load = async ({ params, locals, url }) => {
	publicRoute();
	const locale = params.locale as Locale;
	const { voices } = getInstance();
	const all = (await listReleases(voices)).filter(
		({ source, release }) => source === '' && yearOf(release.period) === params.year
	);
	// One country a report; an instance may serve several.
	const country = url.searchParams.get('country') ?? all[0]?.release.country;
	const releases = all.filter(({ release }) => release.country === country);
	if (releases.length === 0) error(404, { id: locals.requestId, message: getTranslator(locale)('voices.reportNotFound') });
	const quarters = quartersOf(params.year).map((period) => ({
		period,
		release: releases.find(({ release }) => release.period === period)?.release ?? null
	}));
	const rows = indicators.flatMap(({ id, how, kind, number, document }): ReportRow[] => {
		const words = { id, number, document, name: nameIndicator(id, locale), definition: defineIndicator(id, locale) };
		if (how === 'recorded') {
			const records = releases.flatMap(({ release }) => release.records.filter(({ indicator }) => indicator === id));
			const [last] = records;
			return last ? [{ ...words, quarters: null, record: { ...last, text: recordText(last.value, locale) } }] : [];
		}
		const cells = quarters.map(({ period, release }) => {
			const thing = release?.things.find(({ area, indicator }) => area === country && indicator === id);
			const cell = release?.cells.find(
				({ area, indicator, dimension }) => area === country && indicator === id && dimension === totalDimension
			);
			const value = kind === 'things' ? (thing?.value ?? null) : (cell?.value ?? null);
			const text = thing ? cellText({ status: 'published', value: thing.value }, locale) : cell ? cellText(cell, locale) : '–';
			return { label: period.slice(-2), value, text };
		});
		return cells.some(({ text }) => text !== '–') ? [{ ...words, quarters: cells, record: null }] : [];
	});
	const { from } = daysOf(`${params.year}/Q1`);
	const { to } = daysOf(`${params.year}/Q4`);
	const consultations = (await listPublicConsultations(voices)).filter(({ openedOn, answeredOn }) =>
		[openedOn, answeredOn].some((day) => day !== null && day >= from && day <= to)
	);
	return {
		year: params.year,
		rows,
		signed: releases.map(({ release }) => ({ period: release.period, signedOn: release.signedOn, signedAs: release.signedAs })),
		consultations: consultations.map((each) => describeConsultation(each, locale, dayOf(new Date())))
	};
};
