// Counts participation. Events that arrive together share one transaction (each commit waits for the disk), and an event's
// id is remembered for the quarter, so that what a phone sends twice counts once.
import type { Database, Transaction } from '../database/database.server';
import { addToCounters } from './counters.server';
import { addLaterChoices } from './later-choices.server';
import { dayOf, periodOf } from './period';
import { Renewals } from './renewals';
import type { Participation } from './schema';
import { renewShownChoices } from './shown-choices.server';
import { seenEventTable } from './tables.server';

export type Recorded = 'counted' | 'repeated';

interface Waiting {
	event: Participation;
	period: string;
	resolve(recorded: Recorded): void;
	reject(error: unknown): void;
}

const waitingOf = new WeakMap<Database, Waiting[]>();
const renewalsOf = new WeakMap<Database, Renewals>();

/** SQLite takes 32,766 parameters a statement; an event needs two, and a batch should stay a few milliseconds. */
const maxBatch = 500;

/** Counts one event; resolves when it is on the disk. The same id again within the quarter changes nothing. Throws DatabaseError when it can't be kept. */
export function recordParticipation(voices: Database, event: Participation, now: Date): Promise<Recorded> {
	const period = periodOf(now);
	return new Promise((resolve, reject) => {
		const waiting = waitingOf.get(voices) ?? [];
		waiting.push({ event, period, resolve, reject });
		if (waiting.length > 1) return;
		waitingOf.set(voices, waiting);
		// Writes never let the event loop turn, so requests that have already arrived join only if we wait for one turn.
		setImmediate(() => void flush(voices, waiting, dayOf(now)));
	});
}

async function flush(voices: Database, waiting: Waiting[], day: string): Promise<void> {
	waitingOf.delete(voices);
	const renewals = renewalsOf.get(voices) ?? new Renewals();
	renewalsOf.set(voices, renewals);
	while (waiting.length > 0) {
		const batch = waiting.splice(0, maxBatch);
		try {
			const fresh = await voices.write((tx) => countBatch(tx, batch, renewals, day));
			for (const each of batch) each.resolve(fresh.has(each) ? 'counted' : 'repeated');
		} catch (error) {
			for (const each of batch) each.reject(error);
		}
	}
}

async function countBatch(tx: Transaction, batch: Waiting[], renewals: Renewals, day: string): Promise<Set<Waiting>> {
	const byId = new Map<string, Waiting>();
	for (const each of batch) if (!byId.has(idOf(each.period, each.event.id))) byId.set(idOf(each.period, each.event.id), each);
	const rows = [...byId.values()].map(({ event, period }) => ({ period, eventId: event.id }));
	const inserted = await tx.insert(seenEventTable).values(rows).onConflictDoNothing().returning();
	const fresh = inserted.flatMap(({ period, eventId }) => byId.get(idOf(period, eventId)) ?? []);
	await addToCounters(tx, fresh);
	const events = fresh.map(({ event }) => event);
	await renewShownChoices(tx, events, renewals, day);
	await addLaterChoices(tx, events, renewals, day);
	return new Set(fresh);
}

function idOf(period: string, eventId: string): string {
	return `${period} ${eventId}`;
}
