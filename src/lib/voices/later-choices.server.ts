// Choices of plays that aren't the first. One person can play again as often as they like, so these are no respondents: they
// are counted apart, shown from ten on and in steps of ten, and only added up over a whole module's goals (group-goals.ts).
import { and, eq, gt, sql, sum } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import type { Renewals } from './renewals';
import type { Participation } from './schema';
import { laterChoiceTable } from './tables.server';

/** Fewer later answers of a module than this aren't shown, and the picture waits for as many more. */
const laterStep = 10;

const later = laterChoiceTable;

/** Adds the later choices among these events, and renews what coaches see of each module that has ten more. */
export async function addLaterChoices(
	tx: Transaction,
	events: readonly Participation[],
	renewals: Renewals,
	day: string
): Promise<void> {
	const modules = new Map<string, { groupId: string; module: string }>();
	for (const event of events) {
		if (event.kind !== 'choice' || event.attempt !== 'later') continue;
		const { groupId, module, node, choice } = event;
		await tx
			.insert(later)
			.values({ groupId, module, node, choice, count: 1 })
			.onConflictDoUpdate({
				target: [later.groupId, later.module, later.node, later.choice],
				set: { count: sql`${later.count} + 1` }
			});
		modules.set(JSON.stringify(['later', groupId, module]), { groupId, module });
	}
	for (const [key, { groupId, module }] of modules) {
		const here = and(eq(later.groupId, groupId), eq(later.module, module));
		const [total] = await tx
			.select({ count: sum(later.count).mapWith(Number), shown: sum(later.shown).mapWith(Number) })
			.from(later)
			.where(here);
		if (!total || total.count - total.shown < laterStep || (total.shown > 0 && renewals.has(key, day))) continue;
		await tx
			.update(later)
			.set({ shown: sql`${later.count}` })
			.where(here);
		renewals.add(key, day);
	}
}

/** What a coach may see of a group's later choices, to be added up by goal. */
export async function listLaterChoices(
	voices: Database,
	groupId: string
): Promise<{ module: string; node: string; choice: string; count: number }[]> {
	return voices.read
		.select({ module: later.module, node: later.node, choice: later.choice, count: later.shown })
		.from(later)
		.where(and(eq(later.groupId, groupId), gt(later.shown, 0)));
}
