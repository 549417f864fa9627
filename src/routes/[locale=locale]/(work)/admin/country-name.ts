// A country's name in the reader's language.
import type { Locale } from '$lib/i18n/locales';

export function countryName(locale: Locale, country: string): string {
	try {
		return new Intl.DisplayNames([locale], { type: 'region' }).of(country.toUpperCase()) ?? country;
	} catch {
		return country;
	}
}
