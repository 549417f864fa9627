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
	for (const [row, count] of group(events.flatMap(toPlay))) await addPlay(tx, row, count);
	for (const [row, count] of group(events.flatMap(toChoice))) await addChoice(tx, { ...row, count });
	for (const [row, count] of group(events.flatMap(toEnding))) await addEnding(tx, { ...row, count });
}

function toPlay({ event, period }: Dated) {
	if (event.kind === 'choice') return [];
	const { locale, attempt, kind } = event;
	return [{ ...dimensionsOf(event, period), locale, attempt, kind }];
}

/** Choices and endings count for first plays only. */
function toChoice({ event, period }: Dated) {
	if (event.kind !== 'choice' || event.attempt !== 'first') return [];
	return [{ ...dimensionsOf(event, period), node: event.node, choice: event.choice }];
}

function toEnding({ event, period }: Dated) {
	if (event.kind !== 'end' || event.attempt !== 'first') return [];
	return [{ ...dimensionsOf(event, period), node: event.node }];
}

async function addPlay(tx: Transaction, { kind, ...row }: ReturnType<typeof toPlay>[number], count: number): Promise<void> {
	const moved = kind === 'start' ? { started: count, completed: 0 } : { started: 0, completed: count };
	const t = participationCountTable;
	await tx
		.insert(t)
		.values({ ...row, ...moved })
		.onConflictDoUpdate({
			target: [t.groupId, t.module, t.period, t.organisationId, t.version, t.locale, t.attempt],
			set: { started: sql`${t.started} + ${moved.started}`, completed: sql`${t.completed} + ${moved.completed}` }
		});
}

async function addChoice(tx: Transaction, row: typeof choiceCountTable.$inferInsert): Promise<void> {
	const t = choiceCountTable;
	await tx
		.insert(t)
		.values(row)
		.onConflictDoUpdate({
			target: [t.groupId, t.module, t.node, t.choice, t.period, t.organisationId, t.version],
			set: { count: sql`${t.count} + ${row.count}` }
		});
}

async function addEnding(tx: Transaction, row: typeof endingCountTable.$inferInsert): Promise<void> {
	const t = endingCountTable;
	await tx
		.insert(t)
		.values(row)
		.onConflictDoUpdate({
			target: [t.groupId, t.module, t.node, t.period, t.organisationId, t.version],
			set: { count: sql`${t.count} + ${row.count}` }
		});
}

function dimensionsOf({ groupId, organisationId, module, version }: Participation, period: string) {
	return { groupId, organisationId, period, module, version };
}

/** Equal rows once, with how many they are. */
function group<Row extends object>(rows: Row[]): [Row, number][] {
	const counted = new Map<string, [Row, number]>();
	for (const row of rows) {
		const key = JSON.stringify(row);
		counted.set(key, [row, (counted.get(key)?.[1] ?? 0) + 1]);
	}
	return [...counted.values()];
}
