import { requireRole } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { listPeers } from '$lib/groups/peers.server';
import { getInstance } from '$lib/ops/instance.server';
import { listParticipation } from '$lib/voices/coach-list.server';
import { describeGroup, titleOf } from '../describe.server';

/** Groups on one page, and the modules named for each. */
const perPage = 24;
const modulesShown = 3;

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const { accounts, voices } = getInstance();
	const locale = event.params.locale as Locale;
	const now = new Date();
	const all = await listGroupsOfCoach(accounts, account, now);
	const pages = Math.max(1, Math.ceil(all.length / perPage));
	const wanted = Number(event.url.searchParams.get('page'));
	const page = Number.isInteger(wanted) && wanted >= 1 && wanted <= pages ? wanted : 1;
	const groups = all.slice((page - 1) * perPage, page * perPage);
	const ids = groups.map(({ id }) => id);
	const [participation, peers] = await Promise.all([listParticipation(voices, ids), listPeers(accounts, ids)]);
	return {
		page,
		pages,
		total: all.length,
		groups: groups.map((group) => {
			const modules = participation.get(group.id) ?? [];
			return {
				...describeGroup(group, locale, now),
				preparing: group.openedAt === null,
				peers: peers.filter(({ groupId }) => groupId === group.id).length,
				modules: modules.slice(0, modulesShown).map((module) => ({ ...module, title: titleOf(module.module, locale) })),
				moreModules: Math.max(0, modules.length - modulesShown)
			};
		})
	};
};
