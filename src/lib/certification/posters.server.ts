// The words of posters: written by the peer expert, printed once the coach approved them.
import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { dayOf } from '../i18n/day';
import { writeAudit, type Actor } from '../ops/audit.server';
import type { Poster } from './poster';
import { posterTable } from './tables.server';

/** The poster of an account; null before its first words. */
export async function findPoster(database: Database, accountId: string): Promise<Poster | null> {
	const [row] = await database.read.select().from(posterTable).where(eq(posterTable.accountId, accountId));
	return row === undefined ? null : { place: row.place, times: row.times, approvedOn: row.approvedOn };
}

/** Keeps the words; other ones than before wait for approval again. */
export async function savePoster(database: Database, accountId: string, words: { place: string; times: string }): Promise<void> {
	await database.write(async (tx) => {
		const [before] = await tx.select().from(posterTable).where(eq(posterTable.accountId, accountId));
		if (before?.place === words.place && before.times === words.times) return;
		const row = { ...words, approvedOn: null };
		const target = posterTable.accountId;
		await tx
			.insert(posterTable)
			.values({ accountId, ...row })
			.onConflictDoUpdate({ target, set: row });
	});
}

/** Approves the words that the coach read, or takes that back. False when they are other ones by now. */
export async function approvePoster(
	database: Database,
	by: Actor,
	accountId: string,
	{ place, times, approved }: { place: string; times: string; approved: boolean },
	now: Date
): Promise<boolean> {
	return database.write(async (tx) => {
		const read = and(eq(posterTable.accountId, accountId), eq(posterTable.place, place), eq(posterTable.times, times));
		const approvedOn = approved ? dayOf(now) : null;
		const { rowsAffected } = await tx.update(posterTable).set({ approvedOn }).where(read);
		if (rowsAffected === 0) return false;
		const act = approved ? 'poster-approve' : 'path-undo';
		await writeAudit(tx, { by, organisationId: by.organisationId, act, subject: '', subjectId: accountId }, now);
		return true;
	});
}
