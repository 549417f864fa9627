// The interface languages. French is the source; a language's own name is written in its own script.

export const locales = [
	{ id: 'fr', name: 'Français', dir: 'ltr' },
	{ id: 'nl', name: 'Nederlands', dir: 'ltr' },
	{ id: 'en', name: 'English', dir: 'ltr' },
	{ id: 'ar', name: 'العربية', dir: 'rtl' }
] as const;

export type Locale = (typeof locales)[number]['id'];

export const sourceLocale: Locale = 'fr';

export function isLocale(value: string): value is Locale {
	return locales.some((locale) => locale.id === value);
}

/** Direction of writing of a language. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
	return locale === 'ar' ? 'rtl' : 'ltr';
}
