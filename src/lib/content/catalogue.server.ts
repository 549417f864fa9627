// The server's door to learning modules: which there are, and one of them in one language.
import { modules } from 'virtual:relais-content';
import { locales, type Locale } from '$lib/i18n/locales';
import type { CompiledModule, ModuleSummary } from './graph';
import { isOffered, type Completeness } from './offer';

/** The modules offered in a language (offer.ts), in alphabetical order of their slugs. Neither drafts nor boosters. */
export function listModules(locale: Locale): ModuleSummary[] {
	return listOffered(locale).filter(({ draft, booster }) => !draft && !booster);
}

/** The short version that refreshes a module, weeks later; null when there is none in this language. */
export function findBooster(moduleId: string, locale: Locale): ModuleSummary | null {
	return listOffered(locale).find(({ draft, booster }) => !draft && booster === moduleId) ?? null;
}

/** The slug of every module that has an address of its own, listed or not. */
export function listSlugs(): string[] {
	return Object.keys(modules);
}

function listOffered(locale: Locale): ModuleSummary[] {
	return Object.values(modules)
		.filter(({ completeness }) => isOffered(completeness[locale]))
		.map(({ texts }) => texts[locale].summary);
}

/** How far every module is in every language: for the people who translate. */
export function listCompleteness(): (Completeness & { slug: string; locale: Locale; offered: boolean })[] {
	return Object.entries(modules).flatMap(([slug, { completeness }]) =>
		locales.map(({ id: locale }) => ({ slug, locale, ...completeness[locale], offered: isOffered(completeness[locale]) }))
	);
}

/** One module in one language, offered or not (untranslated units are in French); null when there is none. */
export function findModule(slug: string, locale: Locale): CompiledModule | null {
	const found = Object.hasOwn(modules, slug) ? modules[slug] : undefined;
	return found ? { graph: found.graph, ...found.texts[locale] } : null;
}
