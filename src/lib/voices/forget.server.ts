// Forgets the ids of events when their quarter is over; from then on nothing but counts is left.
import { lt, sql } from 'drizzle-orm';
import { checkpoint, type Database } from '../database/database.server';
import { periodOf } from './period';
import { seenEventTable } from './tables.server';

const chunk = 2_000;

/** Deletes the event ids of past quarters and overwrites them in the file and its WAL. Returns how many; other writes may pass between the chunks. */
export async function forgetEvents(voices: Database, now: Date): Promise<number> {
	const past = lt(seenEventTable.period, periodOf(now));
	let forgotten = 0;
	for (;;) {
		const ids = voices.read.select({ id: seenEventTable.eventId }).from(seenEventTable).where(past).limit(chunk);
		const { rowsAffected } = await voices.write((tx) =>
			tx.delete(seenEventTable).where(sql`${past} AND ${seenEventTable.eventId} IN ${ids}`)
		);
		forgotten += rowsAffected;
		if (rowsAffected === 0) break;
		await new Promise((resolve) => setImmediate(resolve));
	}
	if (forgotten > 0) {
		// Inside a page of the file, rows still lie in the order in which they came; writing it anew ends that.
		await voices.run('VACUUM');
		await checkpoint(voices);
	}
	return forgotten;
}
