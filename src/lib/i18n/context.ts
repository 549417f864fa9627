// How components reach the translator of their page: the layout (or an island's root) sets it once.
import { createContext } from 'svelte';
import type { Locale } from './locales';
import type { Translate } from './translator';

export interface Language {
	readonly locale: Locale;
	readonly dir: 'ltr' | 'rtl';
	readonly t: Translate;
}

export const [useLanguage, setLanguage] = createContext<Language>();
