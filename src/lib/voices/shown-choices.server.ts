// Keeps what coaches see of choices behind what is counted: a node's picture is first shown in the transaction that counts its
// fifth first play, then renewed when at least five more have answered, once a day at most: somebody who adds four plays of
// their own to see the fifth can't do so over and over.
import { and, eq, sum } from 'drizzle-orm';
import type { Transaction } from '../database/database.server';
import { mayRenew } from './disclosure';
import type { Renewals } from './renewals';
import type { Participation } from './schema';
import { choiceCountTable, shownChoicesTable } from './tables.server';

interface NodeOfGroup {
	groupId: string;
	module: string;
	node: string;
}

/**
 * Renews the shown choices of every node that these events touched, that has five more respondents than shown and wasn't
 * renewed today. A transaction that fails afterwards leaves them remembered: their next picture then waits for tomorrow.
 */
export async function renewShownChoices(
	tx: Transaction,
	events: Participation[],
	renewals: Renewals,
	day: string
): Promise<void> {
	const touched = new Map<string, NodeOfGroup>();
	for (const event of events) {
		if (event.kind !== 'choice' || event.attempt !== 'first') continue;
		const { groupId, module, node } = event;
		touched.set(JSON.stringify([groupId, module, node]), { groupId, module, node });
	}
	for (const [key, place] of touched) if (await renewNode(tx, place, renewals.has(key, day))) renewals.add(key, day);
}

/** The first picture (nothing is shown yet) never waits for another day. */
async function renewNode(tx: Transaction, { groupId, module, node }: NodeOfGroup, renewedToday: boolean): Promise<boolean> {
	const counted = choiceCountTable;
	const live = await tx
		.select({ choice: counted.choice, count: sum(counted.count).mapWith(Number) })
		.from(counted)
		.where(and(eq(counted.groupId, groupId), eq(counted.module, module), eq(counted.node, node)))
		.groupBy(counted.choice);
	const shown = shownChoicesTable;
	const here = and(eq(shown.groupId, groupId), eq(shown.module, module), eq(shown.node, node));
	const before = await tx.select().from(shown).where(here);
	if (!mayRenew(total(live), total(before)) || (renewedToday && before.length > 0)) return false;
	await tx.delete(shown).where(here);
	await tx.insert(shown).values(live.map(({ choice, count }) => ({ groupId, module, node, choice, count })));
	return true;
}

function total(rows: { count: number }[]): number {
	return rows.reduce((all, { count }) => all + count, 0);
}
