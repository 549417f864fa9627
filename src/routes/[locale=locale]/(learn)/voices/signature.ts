// Who signed figures, when, for which quarter: in a sentence that stays in order where the writing runs from right to left.
import { writeDay } from '$lib/i18n/day';
import { isolate, isolateLtr } from '$lib/i18n/isolate';
import type { Locale } from '$lib/i18n/locales';
import type { Translate } from '$lib/i18n/translator';

interface Signature {
	period: string;
	signedOn: string;
	signedAs: string;
}

export function writeSignature(t: Translate, locale: Locale, { period, signedOn, signedAs }: Signature): string {
	return t('voices.signed', {
		period: isolateLtr(period),
		day: writeDay(locale, signedOn),
		by: isolate(signedAs)
	});
}
