// Finds the live of this address for an account that may host it, and what its page is given. Somebody else's live doesn't exist.
import { error } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { findGroupForCoach } from '$lib/groups/groups.server';
import type { Locale } from '$lib/i18n/locales';
import { getMessages, getTranslator } from '$lib/i18n/messages.server';
import type { HostData } from '$lib/live/host/host-island';
import { getLives } from '$lib/live/running.server';
import { signStaffToken } from '$lib/live/staff-token.server';
import type { HostView } from '$lib/live/view';
import { findLive } from '$lib/live/lives.server';
import { getInstance } from '$lib/ops/instance.server';
import { describeWayIn } from './way-in.server';

interface HostEvent {
	params: { id: string; locale: string };
	locals: App.Locals;
}

/** What the host's or the coach's page is given. Throws the 404 page for a live that isn't the account's to host. */
export async function openHostPage({ params, locals }: HostEvent, account: Account, role: 'host' | 'coach'): Promise<HostData> {
	const { accounts, live: database, settings } = getInstance();
	const locale = params.locale as Locale;
	const { hub } = getLives();
	const live = await findLive(database, params.id);
	const group = live && (await findGroupForCoach(accounts, account, live.groupId, 'host'));
	const room = live && group && (await hub.findRoom(live.code));
	const seen = room && (await room.look({ audience: role, locale }));
	if (!live || !seen) {
		const t = getTranslator(locale);
		error(404, { id: locals.requestId, message: t('host.notFound') });
	}
	const sign = (as: 'host' | 'coach' | 'screen') => signStaffToken(settings.secret, as, live.id, live.expiresAt);
	const page = `/${locale}/host/${live.id}`;
	return {
		...{ locale, code: live.code, role, token: sign(role), view: seen.view as HostView },
		messages: getMessages(locale, 'host', 'live'),
		...describeWayIn(live.code),
		screen: `/${locale}/live/${live.code}/screen#${sign('screen')}`,
		other: account.role === 'coach' ? (role === 'host' ? `${page}/coach` : page) : null,
		log: `/${locale}/lives/${live.groupId}`
	};
}
