// Business cards and posters in the languages of those who will hold them, whatever their owner reads. No name is known here: each has a
// line to write a first name on by hand.
import { renderSVG } from 'uqr';
import { getHelpPack } from '$lib/content/help.server';
import { directionOf, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';

/** Ten cards of 85 x 54 mm fill an A4. */
const cardsOnSheet = 10;

interface Words {
	lang: Locale;
	dir: 'ltr' | 'rtl';
	role: string;
	/** What the line for the hand is for. */
	name: string;
	/** Where the QR code leads, in words and without the scheme. */
	address: string;
	qr: string;
	qrLabel: string;
	emergency: string;
}

export interface CardWords extends Words {
	ask: string;
	proof: string;
}

export interface PosterWords extends Words {
	title: string;
	text: string;
	place: string;
	times: string;
	certified: string | null;
	calm: string;
}

function describe(lang: Locale, url: string): Words {
	const t = getTranslator(lang);
	return {
		...{ lang, dir: directionOf(lang), role: t('path.docRole'), name: t('path.docName') },
		address: url.replace(/^https?:\/\//, ''),
		qr: renderSVG(url, { ecc: 'M', border: 2 }),
		qrLabel: t('work.linkQr'),
		emergency: t('path.docEmergency', { numbers: listEmergency() })
	};
}

/** The country's numbers for danger, from its table: none is written into words. */
function listEmergency(): string {
	return getHelpPack()
		.emergency.map(({ number }) => number)
		.join(' · ');
}

/** A sheet of ten, the languages in turn. A holder's card leads to the page that verifies it, any other to help. */
export function describeCards(
	languages: readonly Locale[],
	origin: string,
	badge: { id: string; until: string } | null
): CardWords[] {
	return Array.from({ length: cardsOnSheet }, (_, index) => {
		const lang = languages[index % languages.length] ?? 'fr';
		const t = getTranslator(lang);
		const url = badge ? `${origin}/verify/${badge.id}` : `${origin}/${lang}/help`;
		const proof = badge ? t('path.docCertified', { month: writeMonth(lang, badge.until) }) : t('path.docHelp');
		return { ...describe(lang, url), ask: t('path.docAsk'), proof };
	});
}

/** One poster a language, with the words that the coach approved. */
export function describePosters(
	languages: readonly Locale[],
	origin: string,
	{ place, times }: { place: string; times: string },
	certified: boolean
): PosterWords[] {
	return languages.map((lang) => {
		const t = getTranslator(lang);
		return {
			...describe(lang, `${origin}/${lang}/help`),
			...{ title: t('path.docAsk'), text: t('path.docText'), calm: t('path.docCalm'), place, times },
			certified: certified ? t('path.docTrained') : null
		};
	});
}

function writeMonth(locale: Locale, month: string): string {
	const format = new Intl.DateTimeFormat(`${locale}-BE-u-nu-latn`, { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return format.format(Date.parse(`${month}-01T00:00:00Z`));
}
