// The help card: every number to call, small enough for a pocket. Made at build time, like the page that it is a short form of.
import { publicRoute } from '$lib/auth/guards.server';
import { getHelpPack, listTalkLines } from '$lib/content/help.server';
import { locales, type Locale } from '$lib/i18n/locales';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map(({ id }) => ({ locale: id }));

export const load: PageServerLoad = ({ params }) => {
	publicRoute();
	const { first, other } = listTalkLines(params.locale as Locale, new Date());
	return { emergency: getHelpPack().emergency, lines: [...first, ...other] };
};
