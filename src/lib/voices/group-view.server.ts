// What a coach may see of a group. There is one view, over all time: a second one over a quarter could be subtracted from it.
import { and, eq, sum } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { viewGroup, type GroupModule } from './group-view';
import { participationCountTable, shownChoicesTable } from './tables.server';

/** A group's participation, per module; the caller has made sure that the account coaches this group. */
export async function getGroupParticipation(voices: Database, groupId: string): Promise<GroupModule[]> {
	const counted = participationCountTable;
	const participation = await voices.read
		.select({
			module: counted.module,
			started: sum(counted.started).mapWith(Number),
			completed: sum(counted.completed).mapWith(Number)
		})
		.from(counted)
		.where(and(eq(counted.groupId, groupId), eq(counted.attempt, 'first')))
		.groupBy(counted.module);
	const shown = await voices.read.select().from(shownChoicesTable).where(eq(shownChoicesTable.groupId, groupId));
	return viewGroup({ participation, shown });
}
