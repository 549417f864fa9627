// The queue of sentences that wait to be read: by the coach of the group, then by the coordinator. What is approved leaves for the
// voices when its consultation is answered; what is refused, withdrawn or too old is overwritten.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { and, count, eq, inArray, lt, min } from 'drizzle-orm';
import { checkpoint, type Database } from '../database/database.server';
import { approvedDays, keepUntilOf, type PendingStatement, type StatementState } from './statement';
import { pendingStatementTable as t } from './tables.server';

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export type NewStatement = Omit<PendingStatement, 'id' | 'cleaned' | 'state'>;

/** A receipt code of ten letters (49 bits), to be shown once; only its hash is kept. */
export function makeReceipt(): string {
	return Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** Puts a sentence into the queue under its receipt code. */
export async function addStatement(moderation: Database, statement: NewStatement, receipt: string, now: Date): Promise<void> {
	const row = {
		...statement,
		...{ id: randomBytes(16).toString('base64url'), cleaned: '', state: 'written' as const },
		...{ receipt: hashReceipt(receipt), keepUntil: keepUntilOf(now) }
	};
	await moderation.write((tx) => tx.insert(t).values(row));
}

/** Takes a sentence back, whatever its state. False when no such code waits: never given, taken back before, or published. */
export async function withdrawStatement(moderation: Database, typed: string): Promise<boolean> {
	const code = typed
		.slice(0, 64)
		.normalize('NFKC')
		.replace(/[^0-9a-z]/gi, '')
		.toUpperCase();
	const { rowsAffected } = await moderation.write((tx) => tx.delete(t).where(eq(t.receipt, hashReceipt(code))));
	if (rowsAffected > 0) await checkpoint(moderation);
	return rowsAffected > 0;
}

/** What a coach has to read: the written sentences of these groups. */
export function listWritten(moderation: Database, groupIds: string[]): Promise<PendingStatement[]> {
	if (groupIds.length === 0) return Promise.resolve([]);
	return moderation.read
		.select(shown)
		.from(t)
		.where(and(inArray(t.groupId, groupIds), eq(t.state, 'written')))
		.orderBy(t.id);
}

/** How many written sentences wait in each group that has any, and the day by which the first of them is gone. */
export async function countWritten(moderation: Database, groupIds: string[]): Promise<Map<string, { n: number; until: string }>> {
	if (groupIds.length === 0) return new Map();
	const rows = await moderation.read
		.select({ groupId: t.groupId, n: count(), until: min(t.keepUntil) })
		.from(t)
		.where(and(inArray(t.groupId, groupIds), eq(t.state, 'written')))
		.groupBy(t.groupId);
	return new Map(rows.map(({ groupId, n, until }) => [groupId, { n, until: until ?? '' }]));
}

/** What a coordinator has to read: sentences that a coach of the organisation has cleaned. */
export function listRead(moderation: Database, organisationId: string): Promise<PendingStatement[]> {
	return moderation.read
		.select(shown)
		.from(t)
		.where(and(eq(t.organisationId, organisationId), eq(t.state, 'read')))
		.orderBy(t.id);
}

/** The sentences of a consultation that two adults have approved. */
export function listApproved(moderation: Database, consultationId: string): Promise<PendingStatement[]> {
	return moderation.read
		.select(shown)
		.from(t)
		.where(and(eq(t.consultationId, consultationId), eq(t.state, 'approved')))
		.orderBy(t.id);
}

export type Decided = 'done' | 'gone';

/** The coach passes a cleaned text on. `gone` when it was withdrawn, or decided by somebody else, meanwhile. */
export function passOn(moderation: Database, id: string, groupIds: string[], cleaned: string): Promise<Decided> {
	const mine = and(eq(t.id, id), eq(t.state, 'written'), inArray(t.groupId, groupIds));
	return decide(moderation, 'read', mine, { cleaned });
}

/** The coordinator approves a text; the raw words are overwritten. It waits a year at most for its consultation to be answered. */
export function approve(
	moderation: Database,
	{ id, organisationId, cleaned }: { id: string; organisationId: string; cleaned: string },
	now: Date
): Promise<Decided> {
	const mine = and(eq(t.id, id), eq(t.state, 'read'), eq(t.organisationId, organisationId));
	return decide(moderation, 'approved', mine, { cleaned, raw: '', keepUntil: keepUntilOf(now, approvedDays) });
}

/** Refuses a sentence: it is deleted and overwritten. */
export async function refuse(
	moderation: Database,
	id: string,
	scope: { groupIds: string[] } | { organisationId: string }
): Promise<Decided> {
	const mine = 'groupIds' in scope ? inArray(t.groupId, scope.groupIds) : eq(t.organisationId, scope.organisationId);
	const { rowsAffected } = await moderation.write((tx) => tx.delete(t).where(and(eq(t.id, id), mine)));
	if (rowsAffected > 0) await checkpoint(moderation);
	return rowsAffected > 0 ? 'done' : 'gone';
}

/** Takes approved sentences out of the queue: once they are published, no code leads to them any more. */
export async function takeOut(moderation: Database, ids: string[]): Promise<void> {
	if (ids.length === 0) return;
	await moderation.write((tx) => tx.delete(t).where(inArray(t.id, ids)));
	await checkpoint(moderation);
}

/** Deletes what nobody approved in time, and what was approved for a consultation that nobody answered. Returns how many. */
export async function forgetStatements(moderation: Database, now: Date): Promise<number> {
	const old = lt(t.keepUntil, now.toISOString().slice(0, 10));
	const { rowsAffected } = await moderation.write((tx) => tx.delete(t).where(old));
	if (rowsAffected > 0) await checkpoint(moderation);
	return rowsAffected;
}

const shown = {
	...{ id: t.id, consultationId: t.consultationId, step: t.step, organisationId: t.organisationId, groupId: t.groupId },
	...{ setting: t.setting, locale: t.locale, raw: t.raw, cleaned: t.cleaned, state: t.state }
};

async function decide(
	moderation: Database,
	state: StatementState,
	mine: ReturnType<typeof and>,
	change: { cleaned: string; raw?: string; keepUntil?: string }
): Promise<Decided> {
	const { rowsAffected } = await moderation.write((tx) =>
		tx
			.update(t)
			.set({ state, ...change })
			.where(mine)
	);
	if (rowsAffected > 0) await checkpoint(moderation);
	return rowsAffected > 0 ? 'done' : 'gone';
}

function hashReceipt(code: string): string {
	return createHash('sha256').update(`receipt ${code}`).digest('base64url');
}
