// Invitations in the database: made by the person above, found by their link, accepted once.
import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, inArray, isNull, lt, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { normaliseUsername, type Account, type Role } from './account';
import { countPeerExperts, endAccess, insertAccount, newId, toAccount } from './accounts.server';
import {
	invitationLifetime,
	invitationMemory,
	isInvitationToken,
	peerExpertsPerGroup,
	stateOfInvitation,
	type Invitation,
	type InvitationState
} from './invitation';
import { accountTable, authSessionTable, invitationTable } from './tables.server';

export interface WantedInvitation {
	role: Role;
	organisationId: string;
	/** Of a peer expert: required by sense. Of a coach: a group that the caller will give them. */
	groupId?: string | null;
	/** The account that invites; null for the instance's command line. */
	by: string | null;
}

/**
 * Makes an invitation. The token exists in the answer only: show it, never store it. Who may invite whom is for `can()`;
 * whether the group has room is judged when the link is used.
 */
export async function inviteAccount(
	database: Pick<Database, 'write'>,
	{ role, organisationId, groupId = null, by }: WantedInvitation,
	now: Date
): Promise<{ token: string; id: string }> {
	return database.write((tx) => insertInvitation(tx, { role, organisationId, groupId, accountId: null, invitedBy: by }, now));
}

/**
 * Gives an account a new access by a one-time link. Its authSessions end now; its passphrase and second factor are replaced
 * when the link is used, so that a link made by mistake harms nobody. Null when there is no such open account.
 */
export async function resetAccess(
	database: Database,
	accountId: string,
	by: string | null,
	now: Date
): Promise<{ token: string; id: string } | null> {
	return database.write(async (tx) => {
		const open = and(eq(accountTable.id, accountId), isNull(accountTable.closedAt));
		const [account] = await tx.select().from(accountTable).where(open);
		if (account === undefined) return null;
		const earlier = and(eq(invitationTable.accountId, accountId), isNull(invitationTable.usedAt));
		await tx
			.update(invitationTable)
			.set({ withdrawnAt: now })
			.where(and(earlier, isNull(invitationTable.withdrawnAt)));
		await tx.delete(authSessionTable).where(eq(authSessionTable.accountId, accountId));
		const { role, organisationId, groupId } = account;
		return insertInvitation(tx, { role, organisationId, groupId, accountId, invitedBy: by }, now);
	});
}

export type FoundInvitation =
	| { state: 'open'; invitation: Invitation; account: (Account & { username: string }) | null }
	| { state: Exclude<InvitationState, 'open'> | 'unknown' };

/** What a link leads to. An altered token is as unknown as an invented one. */
export async function findInvitation(database: Database, token: string, now: Date): Promise<FoundInvitation> {
	return lookUp(database.read, token, now);
}

export interface Acceptance {
	/** Ignored where an account that exists gets a new access. */
	username: string;
	name: string;
	passphraseHash: string;
}

export type AcceptResult =
	| { ok: true; account: Account; invitation: Invitation }
	| { ok: false; reason: Exclude<InvitationState, 'open'> | 'unknown' | 'username-taken' | 'group-full' };

/**
 * Uses a link: makes the account, or renews the access of the one it is for, all or nothing. `joined` runs in the same
 * transaction, for what the account should find when it arrives.
 */
export async function acceptInvitation(
	database: Pick<Database, 'write'>,
	token: string,
	wanted: Acceptance,
	now: Date,
	joined?: (tx: Transaction, account: Account, invitation: Invitation) => Promise<void>
): Promise<AcceptResult> {
	return database.write(async (tx): Promise<AcceptResult> => {
		const found = await lookUp(tx, token, now);
		if (found.state !== 'open') return { ok: false, reason: found.state };
		const { invitation } = found;
		const made =
			invitation.accountId === null ? await makeAccount(tx, invitation, wanted, now) : await renew(tx, found.account, wanted);
		if (typeof made === 'string') return { ok: false, reason: made };
		await tx.update(invitationTable).set({ usedAt: now }).where(eq(invitationTable.id, invitation.id));
		await joined?.(tx, made, invitation);
		return { ok: true, account: made, invitation: { ...invitation, usedAt: now } };
	});
}

export interface InvitationFilter {
	organisationId?: string;
	groupIds?: readonly string[];
	roles?: readonly Role[];
}

/** Invitations of an organisation or of groups with what became of each, newest first, at most a hundred. */
export async function listInvitations(
	database: Database,
	{ organisationId, groupIds, roles }: InvitationFilter,
	now: Date
): Promise<(Invitation & { state: InvitationState })[]> {
	const conditions: SQL[] = [];
	if (organisationId !== undefined) conditions.push(eq(invitationTable.organisationId, organisationId));
	if (groupIds !== undefined) conditions.push(inArray(invitationTable.groupId, [...groupIds]));
	if (roles !== undefined) conditions.push(inArray(invitationTable.role, [...roles]));
	const newest = desc(invitationTable.createdAt);
	const rows = await database.read
		.select()
		.from(invitationTable)
		.where(and(...conditions))
		.orderBy(newest)
		.limit(100);
	return rows.map((row) => ({ ...toInvitation(row), state: stateOfInvitation(row, now) }));
}

/** The invitation with this id, for judging who may withdraw it; null when there is none. */
export async function findInvitationById(database: Database, id: string): Promise<Invitation | null> {
	const [row] = await database.read.select().from(invitationTable).where(eq(invitationTable.id, id));
	return row === undefined ? null : toInvitation(row);
}

/** Makes an open invitation useless; false when it was used, withdrawn or expired already. */
export async function withdrawInvitation(database: Pick<Database, 'write'>, id: string, now: Date): Promise<boolean> {
	return database.write(async (tx) => {
		const [row] = await tx.select().from(invitationTable).where(eq(invitationTable.id, id));
		if (row === undefined || stateOfInvitation(row, now) !== 'open') return false;
		await tx.update(invitationTable).set({ withdrawnAt: now }).where(eq(invitationTable.id, id));
		return true;
	});
}

type NewRow = Pick<Invitation, 'role' | 'organisationId' | 'groupId' | 'accountId' | 'invitedBy'>;

async function insertInvitation(tx: Transaction, row: NewRow, now: Date): Promise<{ token: string; id: string }> {
	const token = randomBytes(32).toString('base64url');
	const id = newId();
	const forgotten = new Date(now.getTime() - invitationMemory);
	await tx.delete(invitationTable).where(lt(invitationTable.expiresAt, forgotten));
	const expiresAt = new Date(now.getTime() + invitationLifetime);
	await tx.insert(invitationTable).values({ id, tokenHash: hashToken(token), ...row, createdAt: now, expiresAt });
	return { token, id };
}

async function lookUp(reader: Pick<Transaction, 'select'>, token: string, now: Date): Promise<FoundInvitation> {
	if (!isInvitationToken(token)) return { state: 'unknown' };
	const [row] = await reader
		.select()
		.from(invitationTable)
		.leftJoin(accountTable, eq(accountTable.id, invitationTable.accountId))
		.where(eq(invitationTable.tokenHash, hashToken(token)));
	if (row === undefined) return { state: 'unknown' };
	const state = stateOfInvitation(row.invitation, now);
	if (state !== 'open') return { state };
	if (row.account !== null && row.account.closedAt !== null) return { state: 'withdrawn' };
	const account = row.account && { ...toAccount(row.account), username: row.account.username };
	return { state, invitation: toInvitation(row.invitation), account };
}

async function makeAccount(
	tx: Transaction,
	{ role, organisationId, groupId }: Invitation,
	{ username, name, passphraseHash }: Acceptance,
	now: Date
): Promise<Account | 'username-taken' | 'group-full'> {
	const same = eq(accountTable.username, normaliseUsername(username));
	const [taken] = await tx.select({ id: accountTable.id }).from(accountTable).where(same);
	if (taken !== undefined) return 'username-taken';
	const isExpert = role === 'peer-expert';
	if (isExpert && groupId !== null && (await countPeerExperts(tx, groupId)) >= peerExpertsPerGroup) return 'group-full';
	const ownGroup = isExpert ? groupId : null;
	return insertAccount(tx, { username, name, passphraseHash, role, organisationId, groupId: ownGroup }, now);
}

async function renew(tx: Transaction, account: Account | null, { passphraseHash }: Acceptance): Promise<Account | 'unknown'> {
	if (account === null) return 'unknown';
	const { id, role, name, organisationId, groupId } = account;
	await endAccess(tx, id);
	await tx.update(accountTable).set({ passphraseHash }).where(eq(accountTable.id, id));
	return { id, role, name, organisationId, groupId };
}

function toInvitation(row: typeof invitationTable.$inferSelect): Invitation {
	const { id, role, organisationId, groupId, accountId, invitedBy, createdAt, expiresAt, usedAt, withdrawnAt } = row;
	return { id, role, organisationId, groupId, accountId, invitedBy, createdAt, expiresAt, usedAt, withdrawnAt };
}

function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
