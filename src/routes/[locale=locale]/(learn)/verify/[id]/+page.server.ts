// What is known of one badge. The server answers from its own table; the browser then verifies the signed badge itself.
import { publicRoute } from '$lib/auth/guards.server';
import { stateOf } from '$lib/certification/badge';
import { publishBadge } from '$lib/certification/badge-publish.server';
import { getInstance } from '$lib/ops/instance.server';
import type { Locale } from '$lib/i18n/locales';
import { wordsOf } from '../../../../badges/publish.server';
import { describeVerify } from '../verify.server';

export const prerender = false;

export const load = async ({ params }) => {
	publicRoute();
	const locale = params.locale as Locale;
	const published = await publishBadge(getInstance(), params.id, wordsOf);
	if (published === null) return { verify: await describeVerify(locale, { found: { word: 'unknown' } }) };
	const { badge, organisation, credential } = published;
	const { id, achievement, month, validUntil, commitment } = badge;
	const facts = { id, achievement, month, validUntil, commitment, issuer: wordsOf(badge, organisation).issuer };
	const found = { word: stateOf(badge, new Date()), facts };
	return { verify: await describeVerify(locale, { found, credential }) };
};
