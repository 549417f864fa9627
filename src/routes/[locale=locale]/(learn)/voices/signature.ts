// Who signed figures, when, for which quarter: in a sentence that stays in order where the writing runs from right to left.
import { writeDay } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import type { Translate } from '$lib/i18n/translator';

interface Signature {
	period: string;
	signedOn: string;
	signedAs: string;
}

export function writeSignature(t: Translate, locale: Locale, { period, signedOn, signedAs }: Signature): string {
	// A quarter is digits around a slash: alone it would be turned round.
	return t('voices.signed', {
		period: `\u2066${period}\u2069`,
		day: writeDay(locale, signedOn),
		by: `\u2068${signedAs}\u2069`
	});
}
