import { requireRole } from '$lib/auth/guards.server';
import { countPages, pageSize, readListQuery } from '$lib/forms/list-query';
import { findAccounts } from '$lib/groups/directory.server';
import { acts } from '$lib/ops/audit';
import { listAudit } from '$lib/ops/audit.server';
import { getInstance } from '$lib/ops/instance.server';

export const load = async (event) => {
	const account = requireRole(event, 'coordinator', 'network-admin');
	const { accounts } = getInstance();
	const query = readListQuery(event.url.searchParams, { sorts: ['at', 'act'], descending: true, filters: { act: acts } });
	const scope = account.role === 'network-admin' ? null : account.organisationId;
	const { rows, total } = await listAudit(accounts, scope, query, pageSize);
	const names = await findAccounts(
		accounts,
		rows.flatMap(({ actorId, subjectId }) => [actorId, subjectId].filter((id) => id !== null))
	);
	const nameOf = (id: string | null) => (id === null ? null : (names.get(id)?.name ?? null));
	return {
		query,
		total,
		pages: countPages(total),
		rows: rows.map(({ id, at, act, actorId, subject, subjectId }) => ({
			id,
			at: at.toISOString(),
			act,
			actor: nameOf(actorId),
			subject: [nameOf(subjectId), subject].filter(Boolean).join(' · ')
		}))
	};
};
