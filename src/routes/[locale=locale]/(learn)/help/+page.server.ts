// The help page: made at build time, so that it costs the phone nothing and stands in its cache before it is needed.
import { dateLines, getHelpPack, listTalkLines } from '$lib/content/help.server';
import { publicRoute } from '$lib/auth/guards.server';
import { locales, type Locale } from '$lib/i18n/locales';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map(({ id }) => ({ locale: id }));

export const load: PageServerLoad = ({ params }) => {
	publicRoute();
	const now = new Date();
	const { emergency, lines, worry, timeZone } = getHelpPack();
	const dated = dateLines(lines, now);
	return {
		emergency,
		timeZone,
		talk: listTalkLines(params.locale as Locale, now),
		images: dated.filter(({ kind }) => kind === 'image'),
		care: dated.filter(({ kind }) => kind === 'care'),
		worry: dateLines(worry, now)
	};
};
