import { publicRoute } from '$lib/auth/guards.server';
import { directionOf } from '$lib/i18n/locales';
import { getMessages } from '$lib/i18n/messages.server';
import type { LayoutServerLoad } from './$types';

/** What every page, error pages included, has at hand: its language, all words of that language, and whether this is a demo. */
export const load: LayoutServerLoad = ({ locals }) => {
	publicRoute();
	const { locale, demo } = locals;
	return { locale, dir: directionOf(locale), messages: getMessages(locale), demo };
};
