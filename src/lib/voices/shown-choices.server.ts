// Keeps what coaches see of choices behind what is counted: a node's picture is renewed only when at least five more first
// plays have answered there, in the transaction that counts the fifth.
import { and, eq, sum } from 'drizzle-orm';
import type { Transaction } from '../database/database.server';
import { mayRenew } from './disclosure';
import type { Participation } from './schema';
import { choiceCountTable, shownChoicesTable } from './tables.server';

interface NodeOfGroup {
	groupId: string;
	module: string;
	node: string;
}

/** Renews the shown choices of every node that these events touched and that has five more respondents than shown. */
export async function renewShownChoices(tx: Transaction, events: Participation[]): Promise<void> {
	const touched = new Map<string, NodeOfGroup>();
	for (const event of events) {
		if (event.kind !== 'choice' || event.attempt !== 'first') continue;
		const { groupId, module, node } = event;
		touched.set(JSON.stringify([groupId, module, node]), { groupId, module, node });
	}
	for (const place of touched.values()) await renewNode(tx, place);
}

async function renewNode(tx: Transaction, { groupId, module, node }: NodeOfGroup): Promise<void> {
	const counted = choiceCountTable;
	const live = await tx
		.select({ choice: counted.choice, count: sum(counted.count).mapWith(Number) })
		.from(counted)
		.where(and(eq(counted.groupId, groupId), eq(counted.module, module), eq(counted.node, node), eq(counted.attempt, 'first')))
		.groupBy(counted.choice);
	const shown = shownChoicesTable;
	const here = and(eq(shown.groupId, groupId), eq(shown.module, module), eq(shown.node, node));
	const before = await tx.select().from(shown).where(here);
	if (!mayRenew(total(live), total(before))) return;
	await tx.delete(shown).where(here);
	await tx.insert(shown).values(live.map(({ choice, count }) => ({ groupId, module, node, choice, count })));
}

function total(rows: { count: number }[]): number {
	return rows.reduce((all, { count }) => all + count, 0);
}
