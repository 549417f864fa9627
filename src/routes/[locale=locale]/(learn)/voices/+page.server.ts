// What young people said, what was asked, what was done; and the figures, open to everybody.
import { publicRoute } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { listPublicConsultations } from '$lib/voices/consultations.server';
import { listReleases } from '$lib/voices/release.server';
import { dayOf, yearOf } from '$lib/voices/period';
import { rollUp } from '$lib/voices/roll-up';
import { describeConsultation } from './describe.server';
import { chartsOf, describeArea, describeTable, nameIndicator } from './figures.server';

export const prerender = false;

export const load = async (event) => {
	publicRoute();
	const { voices } = getInstance();
	const locale = event.params.locale as Locale;
	const today = dayOf(new Date());
	const [consultations, releases] = await Promise.all([listPublicConsultations(voices), listReleases(voices)]);
	const own = releases.filter(({ source }) => source === '');
	const wanted = event.url.searchParams.get('release');
	const shown = own.find(({ id }) => id === wanted) ?? own[0] ?? null;
	const severalCountries = new Set(own.map(({ release }) => release.country)).size > 1;
	const network = releases.some(({ source }) => source !== '') ? rollUp(releases.map(({ release }) => release)) : [];
	return {
		consultations: consultations.map((each) => describeConsultation(each, locale, today)),
		releases: own.map(({ id, release: { period, country } }) => ({
			...{ id, year: yearOf(period), country },
			label: severalCountries ? `${describeArea(country, locale)} · ${period}` : period
		})),
		shown: shown && {
			id: shown.id,
			period: shown.release.period,
			signedOn: shown.release.signedOn,
			signedAs: shown.release.signedAs,
			charts: chartsOf(shown.release, shown.release.country, locale),
			tables: (shown.release.tables ?? []).map((table) => describeTable(table, locale))
		},
		network: network.map(({ indicator, ...row }) => ({
			...row,
			name: nameIndicator(indicator, locale),
			countries: row.countries.map((each) => ({ ...each, name: describeArea(each.country, locale) }))
		}))
	};
};
