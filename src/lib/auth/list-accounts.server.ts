// Lists of accounts for those who look after them: filtered, sorted and cut into pages by the database.
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, like, or, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { normaliseUsername, type Account, type Role } from './account';
import { toAccount } from './accounts.server';
import { accountTable } from './tables.server';

export interface ListedAccount extends Account {
	readonly username: string;
	readonly createdAt: Date;
	readonly closedAt: Date | null;
}

export interface AccountFilter {
	organisationId?: string;
	groupIds?: readonly string[];
	ids?: readonly string[];
	roles?: readonly Role[];
	/** Part of a name or username. */
	search?: string;
	/** Open ones unless told otherwise. */
	state?: 'open' | 'closed' | 'all';
	sort?: 'name' | 'role' | 'newest';
	/** From 1. */
	page?: number;
	perPage?: number;
}

/** One page of the accounts that fit, and how many fit in all. */
export async function listAccounts(database: Database, filter: AccountFilter): Promise<{ rows: ListedAccount[]; total: number }> {
	const { sort = 'name', page = 1, perPage = 50 } = filter;
	const fits = and(...conditions(filter));
	const [total] = await database.read.select({ n: count() }).from(accountTable).where(fits);
	const rows = await database.read
		.select()
		.from(accountTable)
		.where(fits)
		.orderBy(...orders[sort])
		.limit(perPage)
		.offset((Math.max(1, page) - 1) * perPage);
	return { rows: rows.map(toListed), total: total?.n ?? 0 };
}

const byName = [asc(accountTable.name), asc(accountTable.id)];
const orders = { name: byName, role: [asc(accountTable.role), ...byName], newest: [desc(accountTable.createdAt), ...byName] };

function conditions({ organisationId, groupIds, ids, roles, search = '', state = 'open' }: AccountFilter): SQL[] {
	const all: (SQL | undefined)[] = [];
	if (organisationId !== undefined) all.push(eq(accountTable.organisationId, organisationId));
	if (groupIds !== undefined) all.push(inArray(accountTable.groupId, [...groupIds]));
	if (ids !== undefined) all.push(inArray(accountTable.id, [...ids]));
	if (roles !== undefined) all.push(inArray(accountTable.role, [...roles]));
	if (state === 'open') all.push(isNull(accountTable.closedAt));
	if (state === 'closed') all.push(isNotNull(accountTable.closedAt));
	const part = `%${normaliseUsername(search).replace(/[%_]/g, '')}%`;
	if (part !== '%%') all.push(or(like(accountTable.username, part), like(accountTable.name, part)));
	return all.filter((condition) => condition !== undefined);
}

function toListed(row: typeof accountTable.$inferSelect): ListedAccount {
	const { username, createdAt, closedAt } = row;
	return { ...toAccount(row), username, createdAt, closedAt };
}
