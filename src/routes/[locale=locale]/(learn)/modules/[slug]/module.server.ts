// What the three routes of a module share: which module, in which language, and which pages to make at build time.
import { error } from '@sveltejs/kit';
import { findModule, listSlugs } from '$lib/content/catalogue.server';
import type { CompiledModule } from '$lib/content/graph';
import { locales, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';

/** The module of the address; throws the 404 page in words. */
export function getModule(params: { locale: string; slug: string }, locals: App.Locals): CompiledModule {
	const locale = params.locale as Locale;
	const module = findModule(params.slug, locale);
	if (module) return module;
	error(404, { id: locals.requestId, message: getTranslator(locale)('player.pageNoModule') });
}

/** Every module in every language, drafts too: a story without a translation is told in French rather than not at all. */
export function listModulePages(): { locale: string; slug: string }[] {
	return listSlugs().flatMap((slug) => locales.map(({ id }) => ({ locale: id, slug })));
}
