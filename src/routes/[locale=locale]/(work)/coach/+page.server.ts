import { requireRole } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { getInstance } from '$lib/ops/instance.server';
import { getGroupParticipation } from '$lib/voices/group-view.server';
import { describeGroup, describeModules } from './describe.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const { accounts, voices } = getInstance();
	const locale = event.params.locale as Locale;
	const now = new Date();
	const groups = await listGroupsOfCoach(accounts, account);
	return {
		groups: await Promise.all(
			groups.map(async (group) => ({
				...describeGroup(group, locale, now),
				modules: describeModules(await getGroupParticipation(voices, group.id), locale)
			}))
		)
	};
};
