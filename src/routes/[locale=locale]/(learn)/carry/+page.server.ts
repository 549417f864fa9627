// "Take my progress along". The page is the same for all: the code is made and read on the device, and nothing of it is sent.
import { publicRoute } from '$lib/auth/guards.server';
import { findModule, listModules } from '$lib/content/catalogue.server';
import { locales, sourceLocale, type Locale } from '$lib/i18n/locales';
import { getMessages } from '$lib/i18n/messages.server';
import type { EntryGenerator, PageServerLoad } from './$types';
import type { CarryData } from './carry';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map(({ id }) => ({ locale: id }));

export const load: PageServerLoad = ({ params }): { carry: CarryData } => {
	publicRoute();
	const locale = params.locale as Locale;
	const { memo = {} } = getMessages(locale, 'memo');
	const words = Object.entries(memo).filter(([key]) => key.startsWith('carry'));
	const modules = listModules(sourceLocale).flatMap(({ slug }) => {
		const module = findModule(slug, locale);
		return module ? [{ title: module.summary.title, graph: module.graph }] : [];
	});
	return { carry: { locale, messages: { memo: Object.fromEntries(words) }, modules } };
};
