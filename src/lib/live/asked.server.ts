// Sentences for a consultation, written in a meeting: each phone may send one. That it did is a row among its answers, which is
// deleted with them a day after the meeting; the words go elsewhere.
import { and, eq } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { answerTable } from './tables.server';

/** No question of a live has this id. */
const prompt = 'wrote';

/** Takes the phone's one sentence; false when it was taken before. */
export async function takeTurn(database: Pick<Database, 'write'>, liveId: string, participant: number): Promise<boolean> {
	const row = { liveId, prompt, participant, option: prompt, n: 1 };
	const { rowsAffected } = await database.write((tx) => tx.insert(answerTable).values(row).onConflictDoNothing());
	return rowsAffected > 0;
}

/** Gives the turn back when the sentence couldn't be kept. */
export async function giveTurnBack(database: Pick<Database, 'write'>, liveId: string, participant: number): Promise<void> {
	const own = and(eq(answerTable.liveId, liveId), eq(answerTable.prompt, prompt), eq(answerTable.participant, participant));
	await database.write((tx) => tx.delete(answerTable).where(own));
}
