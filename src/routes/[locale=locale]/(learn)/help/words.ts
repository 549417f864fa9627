// Dates, languages and lists in the words of the reader's language. Digits stay Latin beside numbers that are dialled.
import type { Locale } from '$lib/i18n/locales';

/** `2026-11` as "novembre 2026", `2019` as "2019". */
export function formatCheckedOn(checkedOn: string, locale: Locale): string {
	const [year = 0, month] = checkedOn.split('-').map(Number);
	if (month === undefined) return String(year);
	const format = new Intl.DateTimeFormat(`${locale}-u-nu-latn`, { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return format.format(new Date(Date.UTC(year, month - 1, 1)));
}

/** `['fr', 'nl']` as "Français, néerlandais". */
export function languageNames(codes: string[], locale: Locale): string {
	const names = new Intl.DisplayNames(locale, { type: 'language' });
	const words = listWords(
		codes.map((code) => names.of(code) ?? code),
		locale
	);
	return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
}

/** Words as a list that reads well in any language. */
export function listWords(words: string[], locale: Locale): string {
	return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(words);
}
