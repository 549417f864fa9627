// Who has an account: for lists of colleagues and peer experts. Never a passphrase, a factor or a device.
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { likePattern, type ListQuery } from '../forms/list-query';
import { roles, type Role } from './account';
import { accountTable } from './tables.server';

export interface Entry {
	id: string;
	name: string;
	username: string;
	role: Role;
	organisationId: string;
	/** Of a peer expert. */
	groupId: string | null;
	createdAt: Date;
	closedAt: Date | null;
}

const columns = {
	id: accountTable.id,
	name: accountTable.name,
	username: accountTable.username,
	role: accountTable.role,
	organisationId: accountTable.organisationId,
	groupId: accountTable.groupId,
	createdAt: accountTable.createdAt,
	closedAt: accountTable.closedAt
};

export const entrySorts = ['name', 'role', 'created'] as const;
export const entryStates = ['open', 'closed'] as const;
const sorts = { name: accountTable.name, role: accountTable.role, created: accountTable.createdAt };

/** A page of the accounts of an organisation (null: of the instance), filtered by role and state, found by name. */
export async function listEntries(
	database: Database,
	organisationId: string | null,
	query: ListQuery<(typeof entrySorts)[number]>,
	size: number
): Promise<{ rows: Entry[]; total: number }> {
	const conditions: (SQL | undefined)[] = [];
	if (organisationId !== null) conditions.push(eq(accountTable.organisationId, organisationId));
	const role = roles.find((each) => each === query.filters.role);
	if (role !== undefined) conditions.push(eq(accountTable.role, role));
	conditions.push(query.filters.state === 'closed' ? isNotNull(accountTable.closedAt) : isNull(accountTable.closedAt));
	if (query.search !== '') {
		const pattern = likePattern(query.search);
		const found = (column: typeof accountTable.name | typeof accountTable.username) => sql`${column} LIKE ${pattern} ESCAPE '\\'`;
		conditions.push(or(found(accountTable.name), found(accountTable.username)));
	}
	const where = and(...conditions);
	const [all] = await database.read.select({ n: count() }).from(accountTable).where(where);
	const direction = query.descending ? desc : asc;
	const rows = await database.read
		.select(columns)
		.from(accountTable)
		.where(where)
		.orderBy(direction(sorts[query.sort]), asc(accountTable.id))
		.limit(size)
		.offset((query.page - 1) * size);
	return { rows, total: all?.n ?? 0 };
}

/** One account of the organisation, closed ones too; null when it has none of that id. */
export async function findEntry(database: Database, organisationId: string, id: string): Promise<Entry | null> {
	const [row] = await database.read
		.select(columns)
		.from(accountTable)
		.where(and(eq(accountTable.id, id), eq(accountTable.organisationId, organisationId)));
	return row ?? null;
}

/** The accounts of these ids, by id; those that are erased since are missing. */
export async function findEntries(database: Database, ids: readonly string[]): Promise<Map<string, Entry>> {
	if (ids.length === 0) return new Map();
	const rows = await database.read
		.select(columns)
		.from(accountTable)
		.where(inArray(accountTable.id, [...new Set(ids)]));
	return new Map(rows.map((row) => [row.id, row]));
}

/** The open accounts of an organisation with a role, by name; 500 at most. */
export async function listColleagues(database: Database, organisationId: string, ...wanted: Role[]): Promise<Entry[]> {
	return database.read
		.select(columns)
		.from(accountTable)
		.where(
			and(eq(accountTable.organisationId, organisationId), inArray(accountTable.role, wanted), isNull(accountTable.closedAt))
		)
		.orderBy(accountTable.name)
		.limit(500);
}

/** The peer experts of these groups, oldest first: active and paused ones, not those who left. */
export async function listPeersOf(database: Database, groupIds: readonly string[]): Promise<(Entry & { groupId: string })[]> {
	if (groupIds.length === 0) return [];
	const rows = await database.read
		.select(columns)
		.from(accountTable)
		.where(
			and(inArray(accountTable.groupId, [...groupIds]), eq(accountTable.role, 'peer-expert'), isNull(accountTable.closedAt))
		)
		.orderBy(accountTable.createdAt);
	return rows.flatMap((row) => (row.groupId === null ? [] : [{ ...row, groupId: row.groupId }]));
}

/** How many open accounts of a role an organisation has: the last coordinator can't be removed. */
export async function countOpen(database: Database, organisationId: string, role: Role): Promise<number> {
	const [row] = await database.read
		.select({ n: count() })
		.from(accountTable)
		.where(and(eq(accountTable.organisationId, organisationId), eq(accountTable.role, role), isNull(accountTable.closedAt)));
	return row?.n ?? 0;
}
