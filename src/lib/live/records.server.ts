// Records of meetings in live.db: written with the command that ends one, or entered afterwards from paper; handed to the voices.
import { randomBytes } from 'node:crypto';
import { count, desc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { listFacts, type LiveFacts } from './record';
import type { Script } from './script';
import { participantTable, recordTable, type liveTable } from './tables.server';

type Live = typeof liveTable.$inferSelect;

/** Writes what remains of a live that ends, in the transaction that ends it. */
export async function writeRecord(tx: Transaction, live: Live, script: Script): Promise<void> {
	const [row] = await tx.select({ n: count() }).from(participantTable).where(eq(participantTable.liveId, live.id));
	const { groupId, organisationId, plan, state } = live;
	const facts = listFacts({
		// Of its own: the live's id would lead from the record to its code while both are there.
		id: randomBytes(12).toString('base64url'),
		...{ groupId, organisationId, plan, state },
		kitVersion: script.version,
		sensitiveSteps: script.steps.flatMap(({ id, sensitive }) => (sensitive ? [id] : [])),
		joined: row?.n ?? 0,
		day: new Date(live.createdAt).toISOString().slice(0, 10)
	});
	await insertRecord(tx, facts);
}

/** Keeps a meeting held on paper, entered afterwards: the same facts, tagged by how they were counted. */
export async function enterRecord(database: Pick<Database, 'write'>, facts: Omit<LiveFacts, 'id'>): Promise<LiveFacts> {
	const whole = { id: randomBytes(12).toString('base64url'), ...facts };
	await database.write((tx) => insertRecord(tx, whole));
	return whole;
}

async function insertRecord(tx: Transaction, facts: LiveFacts): Promise<void> {
	const { id, groupId, organisationId, day } = facts;
	await tx.insert(recordTable).values({ id, groupId, organisationId, day, facts });
}

/** The meetings of a group, newest first. */
export async function listRecords(database: Database, groupId: string): Promise<LiveFacts[]> {
	const rows = await database.read
		.select()
		.from(recordTable)
		.where(eq(recordTable.groupId, groupId))
		.orderBy(desc(recordTable.day));
	return rows.map(({ facts }) => withoutAsked(facts));
}

/**
 * Hands the facts that the voices don't have yet to `accept`, one after the other, oldest first. A fact is marked once accepted:
 * after a crash in between it is handed over again under the same id, and `accept` must count it once. Answers to consultations,
 * which may be few, don't stay behind. Returns how many.
 */
export async function handOver(database: Database, accept: (facts: LiveFacts) => Promise<void>): Promise<number> {
	const rows = await database.read.select().from(recordTable).where(eq(recordTable.handedOver, 0)).orderBy(recordTable.day);
	for (const { id, facts } of rows) {
		await accept(facts);
		const set = { handedOver: 1, facts: withoutAsked(facts) };
		await database.write((tx) => tx.update(recordTable).set(set).where(eq(recordTable.id, id)));
	}
	return rows.length;
}

function withoutAsked({ asked: _, ...facts }: LiveFacts): LiveFacts {
	return facts;
}
