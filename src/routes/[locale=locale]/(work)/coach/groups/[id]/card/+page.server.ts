import { requireRole } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { describeGroup } from '../../../describe.server';
import { describeJoinCard } from '../../../join-card.server';
import { getOwnGroup } from '../own-group.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const group = await getOwnGroup(event, account, 'see');
	const locale = event.params.locale as Locale;
	return { group: describeGroup(group, locale, new Date()), card: describeJoinCard(group, locale) };
};
