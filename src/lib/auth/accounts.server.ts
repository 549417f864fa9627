// Making, finding, changing and ending accounts.
import { randomBytes } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { normaliseUsername, type Account, type Role } from './account';
import { accountTable, authSessionTable, passkeyTable, recoveryCodeTable, totpTable } from './tables.server';

export interface NewAccount {
	username: string;
	/** From `hashPassphrase`: hashing takes time, and must not happen inside a transaction. */
	passphraseHash: string;
	name: string;
	role: Role;
	organisationId: string;
	/** Of a peer expert only. */
	groupId?: string | null;
}

/** Makes an account and returns it. A username that is taken is a bug of the caller's: the database refuses it. */
export async function createAccount(database: Pick<Database, 'write'>, wanted: NewAccount, now: Date): Promise<Account> {
	return database.write((tx) => insertAccount(tx, wanted, now));
}

/** The same inside a transaction that does more. */
export async function insertAccount(tx: Transaction, wanted: NewAccount, now: Date): Promise<Account> {
	const { name, role, organisationId, groupId = null, passphraseHash } = wanted;
	const account: Account = { id: newId(), role, name, organisationId, groupId };
	const username = normaliseUsername(wanted.username);
	await tx.insert(accountTable).values({ ...account, username, passphraseHash, createdAt: now });
	return account;
}

/** The account that may sign in with this username, with its passphrase hash; null when there is none or it is closed. */
export async function findAccountByUsername(
	database: Database,
	username: string
): Promise<{ account: Account; passphraseHash: string } | null> {
	const [row] = await database.read
		.select()
		.from(accountTable)
		.where(and(eq(accountTable.username, normaliseUsername(username)), isNull(accountTable.closedAt)));
	return row === undefined ? null : { account: toAccount(row), passphraseHash: row.passphraseHash };
}

/** The open account with this id; null when there is none or it is closed. */
export async function findAccount(database: Database, id: string): Promise<(Account & { username: string }) | null> {
	const [row] = await database.read
		.select()
		.from(accountTable)
		.where(and(eq(accountTable.id, id), isNull(accountTable.closedAt)));
	return row === undefined ? null : { ...toAccount(row), username: row.username };
}

/** What of an account others of the programme may need; never its passphrase hash. */
export function toAccount(row: typeof accountTable.$inferSelect): Account {
	const { id, role, name, organisationId, groupId } = row;
	return { id, role, name, organisationId, groupId };
}

export type AccountChange = { ok: true } | { ok: false; reason: 'unknown' | 'last' | 'not-possible' | 'changed-meanwhile' };

/**
 * Closes an account: it can't sign in any more, on any device, and its means of signing in are deleted. `last`: an
 * organisation keeps its last coordinator and an instance its last network admin.
 */
export async function closeAccount(database: Database, accountId: string, now: Date): Promise<AccountChange> {
	return database.write(async (tx) => {
		const account = await findOpen(tx, accountId);
		if (account === null) return { ok: false, reason: 'unknown' };
		if (await isLast(tx, account)) return { ok: false, reason: 'last' };
		await endAccess(tx, accountId);
		await tx.update(accountTable).set({ closedAt: now }).where(eq(accountTable.id, accountId));
		return { ok: true };
	});
}

/** Opens a closed account again (undo), without its second factor; false when there is no closed one. */
export async function reopenAccount(database: Database, accountId: string): Promise<boolean> {
	const open = { closedAt: null };
	const { rowsAffected } = await database.write((tx) => tx.update(accountTable).set(open).where(eq(accountTable.id, accountId)));
	return rowsAffected > 0;
}

/** Deletes an account and all that hangs on it, for good: a peer expert's right on leaving. */
export async function eraseAccount(database: Database, accountId: string): Promise<AccountChange> {
	return database.write(async (tx) => {
		const [row] = await tx.select().from(accountTable).where(eq(accountTable.id, accountId));
		if (row === undefined) return { ok: false, reason: 'unknown' };
		if (row.closedAt === null && (await isLast(tx, toAccount(row)))) return { ok: false, reason: 'last' };
		await tx.delete(accountTable).where(eq(accountTable.id, accountId));
		return { ok: true };
	});
}

/**
 * Changes an adult's role; every authSession of the account ends. `was` is the role that the caller saw: when somebody
 * changed it meanwhile, nothing is overwritten.
 */
export async function changeRole(
	database: Database,
	accountId: string,
	{ was, role }: { was: Role; role: Role }
): Promise<AccountChange> {
	return database.write(async (tx) => {
		const account = await findOpen(tx, accountId);
		if (account === null) return { ok: false, reason: 'unknown' };
		if (account.role !== was) return { ok: false, reason: 'changed-meanwhile' };
		// A peer expert is a pseudonym of a minor with a shorter passphrase: an adult gets an invitation of their own.
		if (was === 'peer-expert' || role === 'peer-expert') return { ok: false, reason: 'not-possible' };
		if (role !== was && (await isLast(tx, account))) return { ok: false, reason: 'last' };
		await tx.update(accountTable).set({ role }).where(eq(accountTable.id, accountId));
		await tx.delete(authSessionTable).where(eq(authSessionTable.accountId, accountId));
		return { ok: true };
	});
}

/** Ends every authSession of an account and deletes its second factors. */
export async function endAccess(tx: Transaction, accountId: string): Promise<void> {
	for (const table of [authSessionTable, passkeyTable, totpTable, recoveryCodeTable])
		await tx.delete(table).where(eq(table.accountId, accountId));
}

/** How many open peer experts a group has. */
export async function countPeerExperts(tx: Pick<Transaction, 'select'>, groupId: string): Promise<number> {
	const open = and(eq(accountTable.groupId, groupId), eq(accountTable.role, 'peer-expert'), isNull(accountTable.closedAt));
	const [row] = await tx.select({ n: count() }).from(accountTable).where(open);
	return row?.n ?? 0;
}

async function findOpen(tx: Transaction, accountId: string): Promise<Account | null> {
	const [row] = await tx
		.select()
		.from(accountTable)
		.where(and(eq(accountTable.id, accountId), isNull(accountTable.closedAt)));
	return row === undefined ? null : toAccount(row);
}

async function isLast(tx: Transaction, { role, organisationId }: Account): Promise<boolean> {
	if (role !== 'coordinator' && role !== 'network-admin') return false;
	const same = [eq(accountTable.role, role), isNull(accountTable.closedAt)];
	if (role === 'coordinator') same.push(eq(accountTable.organisationId, organisationId));
	const [row] = await tx
		.select({ n: count() })
		.from(accountTable)
		.where(and(...same));
	return (row?.n ?? 0) <= 1;
}

export function newId(): string {
	return randomBytes(12).toString('base64url');
}
