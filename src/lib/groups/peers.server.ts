// Peer experts as their group knows them: active or having a break. Their account and its end belong to `auth`.
import { eq, inArray } from 'drizzle-orm';
import { listPeersOf } from './directory.server';
import type { Database } from '../database/database.server';
import { dayOf } from '../i18n/day';
import { writeAudit, type Actor } from '../ops/audit.server';
import { peerPauseTable } from './tables.server';

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
	const pauses = ids.length === 0 ? [] : await database.read.select().from(peerPauseTable).where(inArray(peerPauseTable.accountId, ids));
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
export async function setPause(database: Database, by: Actor, peer: Pick<Peer, 'id' | 'name'>, paused: boolean, now: Date): Promise<void> {
	await database.write(async (tx) => {
		const own = eq(peerPauseTable.accountId, peer.id);
		const before = await tx.select().from(peerPauseTable).where(own);
		if (before.length > 0 === paused) return;
		if (paused) await tx.insert(peerPauseTable).values({ accountId: peer.id, pausedOn: dayOf(now) });
		else await tx.delete(peerPauseTable).where(own);
		const act = paused ? 'peer.pause' : 'peer.resume';
		await writeAudit(tx, { by, organisationId: by.organisationId, act, subject: peer.name }, now);
	});
}
