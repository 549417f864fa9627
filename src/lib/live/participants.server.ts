// The phones in the room: a random token each, known here by its hash; an animal instead of a name.
import { randomInt } from 'node:crypto';
import { and, count, eq, gt, sql } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { makeTypedCode } from '../forms/typed-code';
import { hashToken, randomId, type Live } from './lives.server';
import { mostPhones, nameOf } from './names';
import { answerTable, callTable, lineTable, liveTable, participantTable, reEntryTable } from './tables.server';

export interface Participant {
	no: number;
	name: string;
}

/** How long a re-entry code waits for its phone, milliseconds. */
const reEntryLife = 10 * 60_000;
const reEntryLength = 6;
const lineLength = 140;

export type Joined = { ok: true; token: string; participant: Participant } | { ok: false; reason: 'closed' | 'full' };

/** Lets a phone in while the door is open. The door is asked inside the transaction that writes. */
export async function joinLive(database: Pick<Database, 'write'>, liveId: string): Promise<Joined> {
	const token = randomId();
	return database.write(async (tx) => {
		const [live] = await tx.select({ state: liveTable.state }).from(liveTable).where(eq(liveTable.id, liveId));
		if (!live?.state.door) return { ok: false, reason: 'closed' } as const;
		const [last] = await tx
			.select({ no: sql<number>`coalesce(max(no), -1)` })
			.from(participantTable)
			.where(eq(participantTable.liveId, liveId));
		const no = (last?.no ?? -1) + 1;
		if (no >= mostPhones) return { ok: false, reason: 'full' } as const;
		const name = nameOf(no, turnOf(liveId));
		await tx.insert(participantTable).values({ liveId, no, token: hashToken(token), name });
		return { ok: true, token, participant: { no, name } } as const;
	});
}

function turnOf(liveId: string): number {
	return [...liveId].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 432, 7);
}

/** The phone that holds a token; null for a stranger. */
export async function findParticipant(database: Database, liveId: string, token: string): Promise<Participant | null> {
	const [row] = await database.read
		.select({ no: participantTable.no, name: participantTable.name })
		.from(participantTable)
		.where(and(eq(participantTable.liveId, liveId), eq(participantTable.token, hashToken(token))));
	return row ?? null;
}

/** How many phones came in. */
export async function countJoined(database: Database, liveId: string): Promise<number> {
	const [row] = await database.read.select({ n: count() }).from(participantTable).where(eq(participantTable.liveId, liveId));
	return row?.n ?? 0;
}

/** How many answered (or passed) a prompt. */
export async function countAnswered(database: Database, liveId: string, prompt: string): Promise<number> {
	const [row] = await database.read
		.select({ n: count() })
		.from(answerTable)
		.where(and(eq(answerTable.liveId, liveId), eq(answerTable.prompt, prompt)));
	return row?.n ?? 0;
}

/** Own answers by participant and prompt: `{ option, n }`. */
export async function listOwn(
	database: Database,
	liveId: string,
	prompts: readonly string[],
	no?: number
): Promise<Map<number, Record<string, { a: string; n: number }>>> {
	const own = new Map<number, Record<string, { a: string; n: number }>>();
	for (const prompt of prompts) {
		const where = [eq(answerTable.liveId, liveId), eq(answerTable.prompt, prompt)];
		if (no !== undefined) where.push(eq(answerTable.participant, no));
		const rows = await database.read
			.select()
			.from(answerTable)
			.where(and(...where));
		for (const { participant, option, n } of rows) own.set(participant, { ...own.get(participant), [prompt]: { a: option, n } });
	}
	return own;
}

/** A code that gives a phone its place back; null when no phone has this name. The code replaces an earlier one. */
export async function offerReEntry(
	database: Pick<Database, 'write'>,
	liveId: string,
	name: string,
	now: number
): Promise<string | null> {
	const code = makeTypedCode(reEntryLength, (n) => randomInt(n));
	return database.write(async (tx) => {
		const [found] = await tx
			.select({ no: participantTable.no })
			.from(participantTable)
			.where(and(eq(participantTable.liveId, liveId), eq(participantTable.name, name)));
		if (!found) return null;
		await tx.delete(reEntryTable).where(and(eq(reEntryTable.liveId, liveId), eq(reEntryTable.participant, found.no)));
		await tx.insert(reEntryTable).values({ liveId, code, participant: found.no, expiresAt: now + reEntryLife });
		return code;
	});
}

/** Takes a place back: the phone gets a new token, and whoever held the old one is out. */
export async function reEnter(
	database: Pick<Database, 'write'>,
	liveId: string,
	code: string,
	now: number
): Promise<{ token: string; participant: Participant } | null> {
	const token = randomId();
	return database.write(async (tx) => {
		const offer = and(eq(reEntryTable.liveId, liveId), eq(reEntryTable.code, code), gt(reEntryTable.expiresAt, now));
		const [found] = await tx.select().from(reEntryTable).where(offer);
		if (!found) return null;
		await tx.delete(reEntryTable).where(offer);
		const who = and(eq(participantTable.liveId, liveId), eq(participantTable.no, found.participant));
		await tx
			.update(participantTable)
			.set({ token: hashToken(token) })
			.where(who);
		const [row] = await tx.select().from(participantTable).where(who);
		return row ? { token, participant: { no: row.no, name: row.name } } : null;
	});
}

/** "I want to talk": the coach sees the animal until somebody says it was seen. Calling twice is calling once. */
export async function callCoach(database: Pick<Database, 'write'>, liveId: string, name: string): Promise<void> {
	await database.write(async (tx) => {
		const [waiting] = await tx
			.select()
			.from(callTable)
			.where(and(eq(callTable.liveId, liveId), eq(callTable.name, name), eq(callTable.seen, 0)));
		if (!waiting) await tx.insert(callTable).values({ id: randomId(), liveId, name });
	});
}

/** Keeps a line of feedback for an adult to read; once a phone, and without a word of whose it is. */
export async function sendLine(database: Pick<Database, 'write'>, liveId: string, no: number, words: string): Promise<boolean> {
	return database.write(async (tx) => {
		const sent = await tx
			.update(participantTable)
			.set({ lineSent: 1 })
			.where(and(eq(participantTable.liveId, liveId), eq(participantTable.no, no), eq(participantTable.lineSent, 0)));
		if (sent.rowsAffected === 0) return false;
		await tx.insert(lineTable).values({ id: randomId(), liveId, words: words.slice(0, lineLength) });
		return true;
	});
}

/** Calls that wait and lines to read (coach); approved lines (everybody). */
export async function listCallsAndLines(database: Database, liveId: string) {
	const calls = await database.read
		.select({ id: callTable.id, name: callTable.name })
		.from(callTable)
		.where(and(eq(callTable.liveId, liveId), eq(callTable.seen, 0)));
	const lines = await database.read
		.select({ id: lineTable.id, words: lineTable.words, approved: lineTable.approved })
		.from(lineTable)
		.where(eq(lineTable.liveId, liveId));
	return { calls, lines };
}

/** What a coach decides about a call or a line; false when there is no such one in this live. */
export async function decide(
	database: Pick<Database, 'write'>,
	liveId: Live['id'],
	what: 'approve' | 'reject' | 'seen',
	id: string
): Promise<boolean> {
	return database.write(async (tx) => {
		const line = and(eq(lineTable.liveId, liveId), eq(lineTable.id, id));
		const call = and(eq(callTable.liveId, liveId), eq(callTable.id, id));
		if (what === 'approve') return (await tx.update(lineTable).set({ approved: 1 }).where(line)).rowsAffected > 0;
		if (what === 'reject') return (await tx.delete(lineTable).where(line)).rowsAffected > 0;
		return (await tx.update(callTable).set({ seen: 1 }).where(call)).rowsAffected > 0;
	});
}
