// The server's door to learning modules: which there are, and one of them in one language.
import { modules } from 'virtual:relais-content';
import type { Locale } from '$lib/i18n/locales';
import type { CompiledModule, ModuleSummary } from './graph';
import { offeredFrom } from './offer';

/** The modules offered in a language (translated enough), in alphabetical order of their slugs. */
export function listModules(locale: Locale): ModuleSummary[] {
	return Object.values(modules)
		.map(({ texts }) => texts[locale].summary)
		.filter(({ translated }) => translated >= offeredFrom);
}

/** One module in one language, offered or not (untranslated units are in French); null when there is none. */
export function findModule(slug: string, locale: Locale): CompiledModule | null {
	const found = Object.hasOwn(modules, slug) ? modules[slug] : undefined;
	return found ? { graph: found.graph, ...found.texts[locale] } : null;
}
