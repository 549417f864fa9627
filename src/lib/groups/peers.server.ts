// Peer experts as their group knows them: active or having a break. Their account and its end belong to `auth`.
import { eq, inArray } from 'drizzle-orm';
import { eraseAccount, type AccountChange } from '../auth/accounts.server';
import { listAccounts } from '../auth/list-accounts.server';
import type { Database } from '../database/database.server';
import { dayOf } from '../i18n/day';
import type { Act } from '../ops/audit';
import { unlinkAudit, writeAudit, type Actor } from '../ops/audit.server';
import { listPeersOf } from './directory.server';
import { peerPauseTable } from './tables.server';

/** How long the account of who left can be opened again, in days. */
const leftDays = 30;

export interface Peer {
	readonly id: string;
	/** The pseudonym: nothing else is known here. */
	readonly name: string;
	readonly username: string;
	readonly groupId: string;
	readonly organisationId: string;
	readonly joinedOn: string;
	/** Null while active. */
	readonly pausedOn: string | null;
}

/** The peer experts of these groups, by pseudonym. */
export async function listPeers(database: Database, groupIds: readonly string[]): Promise<Peer[]> {
	const entries = await listPeersOf(database, groupIds);
	const ids = entries.map(({ id }) => id);
	const pauses =
		ids.length === 0 ? [] : await database.read.select().from(peerPauseTable).where(inArray(peerPauseTable.accountId, ids));
	const pausedOn = new Map(pauses.map((pause) => [pause.accountId, pause.pausedOn]));
	return entries.map(({ id, name, username, groupId, organisationId, createdAt }) => ({
		id,
		name,
		username,
		groupId,
		organisationId,
		joinedOn: dayOf(createdAt),
		pausedOn: pausedOn.get(id) ?? null
	}));
}

/** Pauses a peer expert, or ends the pause. By themselves or by the coach; no reason is asked. */
export async function setPause(database: Database, by: Actor, peer: Pick<Peer, 'id'>, paused: boolean, now: Date): Promise<void> {
	await database.write(async (tx) => {
		const own = eq(peerPauseTable.accountId, peer.id);
		const before = await tx.select().from(peerPauseTable).where(own);
		if (before.length > 0 === paused) return;
		if (paused) await tx.insert(peerPauseTable).values({ accountId: peer.id, pausedOn: dayOf(now) });
		else await tx.delete(peerPauseTable).where(own);
		const act = paused ? 'peer-pause' : 'peer-resume';
		await writeAudit(tx, { by, organisationId: by.organisationId, act, subject: '', subjectId: peer.id }, now);
	});
}

/** Writes down an act on somebody's account or invitation, done by `auth`. */
export async function auditAccount(
	database: Database,
	by: Actor,
	act: Act,
	subjectId: string | null,
	subject: string,
	now: Date
): Promise<void> {
	const { organisationId } = by;
	await database.write((tx) => writeAudit(tx, { by, organisationId, act, subject, ...(subjectId && { subjectId }) }, now));
}

/** A peer expert's leaving for good: the account and all that hangs on it, and their traces in the log. */
export async function erasePeer(database: Database, by: Actor, accountId: string, now: Date): Promise<AccountChange> {
	const erased = await eraseAccount(database, accountId);
	if (!erased.ok) return erased;
	await database.write(async (tx) => {
		await unlinkAudit(tx, accountId);
		await writeAudit(
			tx,
			{ by: by.id === accountId ? null : by, organisationId: by.organisationId, act: 'peer-erase', subject: '' },
			now
		);
	});
	return erased;
}

/** Erases peer experts who left more than 30 days ago, in case it was a mistake; returns how many. */
export async function forgetPeers(database: Database, now: Date): Promise<number> {
	const { rows } = await listAccounts(database, { roles: ['peer-expert'], state: 'closed', perPage: 500 });
	const due = rows.filter(({ closedAt }) => closedAt !== null && now.getTime() - closedAt.getTime() > leftDays * 86_400_000);
	for (const { id } of due) {
		await eraseAccount(database, id);
		await database.write((tx) => unlinkAudit(tx, id));
	}
	return due.length;
}
