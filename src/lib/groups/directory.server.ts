// Names to ids: whose account an id in a list of coaches, an audit log or an attendance list is. Closed accounts have one too.
import type { Role } from '../auth/account';
import { listAccounts, type ListedAccount } from '../auth/list-accounts.server';
import type { Database } from '../database/database.server';

/** The accounts of these ids, by id; erased ones are missing. */
export async function findAccounts(database: Database, ids: readonly string[]): Promise<Map<string, ListedAccount>> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return new Map();
	const { rows } = await listAccounts(database, { ids: wanted, state: 'all', perPage: wanted.length });
	return new Map(rows.map((row) => [row.id, row]));
}

/** The open accounts of an organisation with one of these roles, by name; 500 at most. */
export async function listColleagues(database: Database, organisationId: string, ...roles: Role[]): Promise<ListedAccount[]> {
	return (await listAccounts(database, { organisationId, roles, perPage: 500 })).rows;
}

/** The peer experts of these groups, by pseudonym: active and paused ones, not those who left. */
export async function listPeersOf(
	database: Database,
	groupIds: readonly string[]
): Promise<(ListedAccount & { groupId: string })[]> {
	if (groupIds.length === 0) return [];
	const { rows } = await listAccounts(database, { groupIds, roles: ['peer-expert'], perPage: 2_000 });
	return rows.flatMap((row) => (row.groupId === null ? [] : [{ ...row, groupId: row.groupId }]));
}
