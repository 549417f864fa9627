// The words of a join card in the language of those who will hold it, whatever the coach reads.
import { peerExpertsPerGroup } from '$lib/auth/invitation';
import { formatCode } from '$lib/groups/code';
import type { Group } from '$lib/groups/group';
import { directionOf, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { describeJoinCode } from './groups/[id]/join-code.server';

export interface JoinCardWords {
	lang: Locale;
	dir: 'ltr' | 'rtl';
	heading: string;
	scan: string;
	type: string;
	promise: string;
	qrLabel: string;
	address: string;
	code: string;
	/** SVG. */
	qr: string;
}

export function describeJoinCard(group: Group, lang: Locale): JoinCardWords {
	const t = getTranslator(lang);
	const { name } = group;
	return {
		lang,
		dir: directionOf(lang),
		heading: t('coach.cardHeading', { name }),
		scan: t('coach.cardScan'),
		type: t('coach.cardType'),
		promise: t('coach.cardPromise'),
		qrLabel: t('coach.qrLabel', { name }),
		code: formatCode(group.code),
		...describeJoinCode(group, lang)
	};
}

export interface PosterWords {
	lang: Locale;
	dir: 'ltr' | 'rtl';
	title: string;
	text: string;
	help: string;
	/** That some of the group's peer experts are certified: how many of two, never who. */
	certified: string | null;
}

/** A poster that says whom to ask: a role, never a name or a face (P8). */
export function describePoster(lang: Locale, certified: number): PosterWords {
	const t = getTranslator(lang);
	return {
		lang,
		dir: directionOf(lang),
		title: t('coach.posterTitle'),
		text: t('coach.posterText'),
		help: t('coach.posterHelp'),
		certified: certified > 0 ? t('join.certified', { n: certified, most: peerExpertsPerGroup }) : null
	};
}
