// A tally as it must not be: read all, change one, write all back, without a lock. The model test must find what it loses.
import { setTimeout as pause } from 'node:timers/promises';
import { and, eq } from 'drizzle-orm';
import type { Database } from '../../src/lib/database/database.server';
import { answerTable } from '../../src/lib/live/tables.server';
import type { Vote, VoteBox } from '../../src/lib/live/votes.server';

/** Acknowledges every answer and keeps most of them. */
export function racyVotes(database: Database): Pick<VoteBox, 'put' | 'close'> {
	return {
		async put({ liveId, prompt, participant, option, n }: Vote) {
			const where = and(eq(answerTable.liveId, liveId), eq(answerTable.prompt, prompt));
			const rows = await database.read.select().from(answerTable).where(where);
			await pause(Math.random() * 5);
			const others = rows.filter((row) => row.participant !== participant);
			await database.write(async (tx) => {
				await tx.delete(answerTable).where(where);
				await tx.insert(answerTable).values([...others, { liveId, prompt, participant, option, n }]);
			});
			return 'accepted' as const;
		},
		close: async () => undefined
	};
}
