// "My memo": the line of every module. The page is the same for all; the island leaves the lines of what this device has done.
import { publicRoute } from '$lib/auth/guards.server';
import { findBooster, listModules } from '$lib/content/catalogue.server';
import { getHelpPack, listTopLines } from '$lib/content/help.server';
import { locales, sourceLocale, type Locale } from '$lib/i18n/locales';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map(({ id }) => ({ locale: id }));

export const load: PageServerLoad = ({ params }) => {
	publicRoute();
	const locale = params.locale as Locale;
	return {
		lines: listMemoLines(locale),
		emergency: getHelpPack().emergency.map(({ number, for: what }) => ({ number, name: what[locale] })),
		calls: listTopLines(locale, new Date())
	};
};

/** One line per module: in the reader's language, else in the source language, since the module was told in it too. */
function listMemoLines(locale: Locale) {
	const linesIn = (lang: Locale) =>
		listModules(lang).map(({ id, title, memo }) => ({ id, title, memo, lang, booster: findBooster(id, locale)?.slug }));
	const here = linesIn(locale);
	return [...here, ...linesIn(sourceLocale).filter(({ id }) => !here.some((line) => line.id === id))];
}
