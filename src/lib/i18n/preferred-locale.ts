// Picks the interface language that a browser asks for (RFC 9110, section 12.5.4: quality values, prefix matching).
import { isLocale, sourceLocale, type Locale } from './locales';

/** The best interface language for an `Accept-Language` header; the source language when none fits. */
export function preferredLocale(header: string | null): Locale {
	const wanted = (header ?? '')
		.split(',')
		.map((part) => {
			const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
			const weight = parameters.map((parameter) => /^\s*q=(.*)$/.exec(parameter)?.[1]).find((value) => value !== undefined);
			return { language: range.trim().split('-')[0] ?? '', quality: Number(weight ?? 1) || 0 };
		})
		.filter((choice) => choice.quality > 0)
		.sort((a, b) => b.quality - a.quality);
	for (const { language } of wanted) if (isLocale(language)) return language;
	return sourceLocale;
}
