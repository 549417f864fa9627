// A phone's place in a live. Without its cookie it is a door, the same for every code; with it, the view of this moment. The cookie
// is the live's own and is set by its machine endpoints.
import { publicRoute } from '$lib/auth/guards.server';
import { isCode, normaliseCode } from '$lib/groups/code';
import { directionOf, type Locale } from '$lib/i18n/locales';
import { getMessages } from '$lib/i18n/messages.server';
import { getLives } from '$lib/live/running.server';
import { formAnswers, type PhoneData } from '$lib/live/phone/phone';

export const prerender = false;

export const load = async ({ params, cookies, url }) => {
	publicRoute();
	const locale = params.locale as Locale;
	const typed = normaliseCode(params.code);
	const code = isCode(typed) ? typed : '';
	const { hub, cookie } = getLives();
	const token = cookies.get(cookie);
	const room = token && code ? await hub.findRoom(code) : null;
	const participant = room && token ? await hub.findPhone(room, token) : null;
	const seen = room && participant ? await room.look({ audience: 'phone', locale, participant }) : null;
	const phone: PhoneData = {
		...{ locale, code, dir: directionOf(locale), messages: { live: listPhoneMessages(locale) } },
		view: (seen?.view ?? null) as PhoneData['view'],
		own: (seen?.own ?? null) as PhoneData['own'],
		answered: formAnswers.find((each) => each === url.searchParams.get('problem')) ?? null,
		resting: url.searchParams.get('rest') === '1'
	};
	return { phone, ownScript: true };
};

/** The area `live` without the words of the big screen and of the page for codes. */
function listPhoneMessages(locale: Locale) {
	const { live = {} } = getMessages(locale, 'live');
	return Object.fromEntries(Object.entries(live).filter(([key]) => !/^(screen|code)/.test(key)));
}
