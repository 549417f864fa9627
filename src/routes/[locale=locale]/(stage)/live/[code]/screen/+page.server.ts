// The big screen. The page is the same for every code; what it may show it asks for itself, with the host's link or with the code
// while the door is open.
import { publicRoute } from '$lib/auth/guards.server';
import { isCode, normaliseCode } from '$lib/groups/code';
import type { Locale } from '$lib/i18n/locales';
import { getMessages } from '$lib/i18n/messages.server';
import type { ScreenData } from '$lib/live/screen/screen-island';
import { describeWayIn } from '../../../host/way-in.server';

export const prerender = false;

export const load = ({ params }) => {
	publicRoute();
	const locale = params.locale as Locale;
	const typed = normaliseCode(params.code);
	const code = isCode(typed) ? typed : '';
	const screen: ScreenData = {
		...{ locale, code, token: null, view: null, messages: getMessages(locale, 'live') },
		...describeWayIn(code)
	};
	return { screen };
};
