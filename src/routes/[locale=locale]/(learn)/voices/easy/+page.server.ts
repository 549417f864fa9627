// The figures and answers in easy language, for young people who read little.
import { publicRoute } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { listPublicConsultations } from '$lib/voices/consultations.server';
import { listReleases } from '$lib/voices/release.server';
import { dayOf } from '$lib/voices/period';
import { describeConsultation } from '../describe.server';
import { chartsOf } from '../figures.server';

export const prerender = false;

const told = ['plays-completed', 'meetings-reached', 'consultations-answered'];

export const load = async ({ params }) => {
	publicRoute();
	const { voices } = getInstance();
	const locale = params.locale as Locale;
	const today = dayOf(new Date());
	const consultations = await listPublicConsultations(voices);
	const [newest] = (await listReleases(voices)).filter(({ source }) => source === '');
	const charts = newest ? chartsOf(newest.release, newest.release.country, locale) : [];
	return {
		consultations: consultations.map((each) => describeConsultation(each, locale, today)),
		figures: told.flatMap((id) =>
			charts.filter(({ indicator }) => indicator === id).map(({ indicator, total }) => ({ indicator, total }))
		)
	};
};
