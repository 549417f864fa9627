// What both pages of verification hand on: the public keys and the words. The worker's address is the page's to add.
import type { VerifyData } from '$lib/certification/verify-data';
import { getRing } from '$lib/certification/badge-publish.server';
import type { Locale } from '$lib/i18n/locales';
import { getMessages } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';

export async function describeVerify(locale: Locale, more: Partial<VerifyData>): Promise<Omit<VerifyData, 'engine'>> {
	const { badges = {} } = getMessages(locale, 'badges');
	const words = Object.entries(badges).filter(([key]) => !/^(own|paper|achievement|criteria_|about_)/.test(key));
	return {
		...{ locale, messages: { badges: Object.fromEntries(words) } },
		...{ found: null, credential: null, refused: false, checkedAt: new Date().toISOString() },
		ring: await getRing(getInstance()),
		...more
	};
}
