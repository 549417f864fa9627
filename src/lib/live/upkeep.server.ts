// What a live leaves behind: lives whose time is over are ended (which counts what was open and writes their record), and a day
// after its end everything of a live but the record is deleted and overwritten.
import { and, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { checkpoint, type Database } from '../database/database.server';
import { commandLive, randomId, type FindScript } from './lives.server';
import { liveTable } from './tables.server';

/** Milliseconds that a live is kept after its end. */
const kept = 24 * 3_600_000;
const every = 10 * 60_000;

/** Ends lives whose code has run out. Returns how many. */
async function endExpired(database: Database, findScript: FindScript, now: number): Promise<number> {
	const rows = await database.read
		.select({ id: liveTable.id, seq: liveTable.seq })
		.from(liveTable)
		.where(and(isNull(liveTable.endedAt), lt(liveTable.expiresAt, now)));
	for (const { id, seq } of rows) {
		const command = { cmd: 'stop' as const, ifSeq: seq, key: randomId() };
		const ended = await commandLive(database, findScript, { id, role: 'coach', command }, now);
		// A kit that is gone leaves nothing to count: the live just ends.
		if (!ended.ok) await database.write((tx) => tx.update(liveTable).set({ endedAt: now, open: '' }).where(eq(liveTable.id, id)));
	}
	return rows.length;
}

/** Deletes lives that ended a day ago, with phones, answers, calls and lines. Returns how many. */
async function purgeLives(database: Database, now: number): Promise<number> {
	const over = or(lt(liveTable.endedAt, now - kept), lt(liveTable.expiresAt, now - kept));
	const rows = await database.read.select({ id: liveTable.id }).from(liveTable).where(over);
	if (rows.length === 0) return 0;
	const ids = rows.map(({ id }) => id);
	await database.write((tx) => tx.delete(liveTable).where(inArray(liveTable.id, ids)));
	await checkpoint(database);
	return ids.length;
}

/** Does both now and then. Returns the end of it. */
export function startLiveUpkeep(
	database: Database,
	findScript: FindScript,
	now: () => number,
	onError: (error: unknown) => void
): () => void {
	const work = async () => {
		await endExpired(database, findScript, now());
		await purgeLives(database, now());
	};
	const timer = setInterval(() => void work().catch(onError), every).unref();
	void work().catch(onError);
	return () => clearInterval(timer);
}
