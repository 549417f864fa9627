// The server's door to kits: which there are, and one of them in one language.
import { kits } from 'virtual:relais-kits';
import type { Locale } from '$lib/i18n/locales';
import type { CompiledKit } from './kit';

/** Every kit in a language (what isn't translated is in French), in alphabetical order of their slugs. */
export function listKits(locale: Locale): CompiledKit[] {
	return Object.values(kits).map(({ kit, texts }) => ({ kit, text: texts[locale] }));
}

/** One kit in one language; null when there is none. */
export function findKit(slug: string, locale: Locale): CompiledKit | null {
	const found = Object.hasOwn(kits, slug) ? kits[slug] : undefined;
	return found ? { kit: found.kit, text: found.texts[locale] } : null;
}
