import { requireRole } from '$lib/auth/guards.server';
import { countPages, pageSize, readListQuery } from '$lib/forms/list-query';
import { findAccounts } from '$lib/groups/directory.server';
import { settings } from '$lib/groups/group';
import { groupSorts, groupStates, listGroups } from '$lib/groups/group-list.server';
import { dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const { accounts } = getInstance();
	const query = readListQuery(event.url.searchParams, { sorts: groupSorts, filters: { setting: settings, state: groupStates } });
	const { rows, total } = await listGroups(accounts, account.organisationId, query, pageSize, new Date());
	const names = await findAccounts(
		accounts,
		rows.flatMap(({ coachIds }) => coachIds)
	);
	return {
		query,
		total,
		pages: countPages(total),
		rows: rows.map(({ id, name, setting, openedAt, closedAt, createdAt, coachIds, peers }) => ({
			id,
			name,
			setting,
			state: closedAt !== null ? ('closed' as const) : openedAt === null ? ('preparing' as const) : ('open' as const),
			coaches: coachIds.map((coachId) => names.get(coachId)?.name ?? ''),
			peers,
			createdOn: dayOf(createdAt)
		})),
		done: event.url.searchParams.get('done')
	};
};
