import { requireRole } from '$lib/auth/guards.server';
import { dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { describePeer } from '../../peer-sheet.server';
import { getOwnPlace } from '../own.server';

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert');
	const { peer, group } = await getOwnPlace(event, account);
	return {
		sheet: await describePeer(getInstance().accounts, peer, group.name, event.params.locale as Locale, dayOf(new Date()))
	};
};
