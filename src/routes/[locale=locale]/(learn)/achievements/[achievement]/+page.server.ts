// What it took to receive a badge: the page that every badge names. Made at build time.
import { publicRoute } from '$lib/auth/guards.server';
import { achievements } from '$lib/certification/badge';
import { error } from '@sveltejs/kit';
import { locales, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () =>
	locales.flatMap(({ id }) => achievements.map((achievement) => ({ locale: id, achievement })));

export const load: PageServerLoad = ({ params, locals }) => {
	publicRoute();
	const achievement = achievements.find((each) => each === params.achievement);
	if (achievement) return { achievement };
	error(404, { id: locals.requestId, message: getTranslator(params.locale as Locale)('errors.notFound') });
};
