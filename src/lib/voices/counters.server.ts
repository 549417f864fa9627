// Adds events to the counters in place: no row is ever an event.
import { sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.server';
import type { Participation } from './schema';
import { choiceCountTable, endingCountTable, participationCountTable } from './tables.server';

export interface Dated {
	event: Participation;
	period: string;
}

/** Adds each event to its counters: one statement per counter, however many events move it. */
export async function addToCounters(tx: Transaction, events: Dated[]): Promise<void> {
	await addParticipations(
		tx,
		events.filter(({ event }) => event.kind !== 'choice')
	);
	for (const [{ event, period }, count] of group(events)) {
		if (event.kind === 'start') continue;
		const row = { ...dimensionsOf(event, period), node: event.node, count };
		if (event.kind === 'end') await addEnding(tx, row);
		else await addChoice(tx, { ...row, choice: event.choice });
	}
}

async function addParticipations(tx: Transaction, events: Dated[]): Promise<void> {
	for (const [{ event, period }, count] of group(events)) {
		const moved = event.kind === 'start' ? { started: count, completed: 0 } : { started: 0, completed: count };
		const t = participationCountTable;
		await tx
			.insert(t)
			.values({ ...dimensionsOf(event, period), ...moved })
			.onConflictDoUpdate({
				target: [t.groupId, t.module, t.period, t.organisationId, t.version, t.locale, t.attempt],
				set: { started: sql`${t.started} + ${moved.started}`, completed: sql`${t.completed} + ${moved.completed}` }
			});
	}
}

async function addChoice(tx: Transaction, row: typeof choiceCountTable.$inferInsert): Promise<void> {
	const t = choiceCountTable;
	await tx
		.insert(t)
		.values(row)
		.onConflictDoUpdate({
			target: [t.groupId, t.module, t.node, t.choice, t.period, t.organisationId, t.version, t.locale, t.attempt],
			set: { count: sql`${t.count} + ${row.count}` }
		});
}

async function addEnding(tx: Transaction, row: typeof endingCountTable.$inferInsert): Promise<void> {
	const t = endingCountTable;
	await tx
		.insert(t)
		.values(row)
		.onConflictDoUpdate({
			target: [t.groupId, t.module, t.node, t.period, t.organisationId, t.version, t.locale, t.attempt],
			set: { count: sql`${t.count} + ${row.count}` }
		});
}

function dimensionsOf({ groupId, organisationId, module, version, locale, attempt }: Participation, period: string) {
	return { groupId, organisationId, period, module, version, locale, attempt };
}

/** Events that move the same counter, with how many they are. */
function group(events: Dated[]): [Dated, number][] {
	const counted = new Map<string, [Dated, number]>();
	for (const dated of events) {
		const { id: _, ...facts } = dated.event;
		const key = JSON.stringify([dated.period, Object.entries(facts).sort()]);
		const [first, count] = counted.get(key) ?? [dated, 0];
		counted.set(key, [first, count + 1]);
	}
	return [...counted.values()];
}
