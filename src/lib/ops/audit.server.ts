// The audit log: written in the same transaction as the act itself, so that neither exists without the other.
import { and, asc, count, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { acts, auditDays, type Act, type AuditEntry } from './audit';
import { auditTable } from './tables.server';

export interface Actor {
	id: string;
	organisationId: string;
}

/** Writes an act down. `organisationId` is of what it was done to: its coordinators read it. */
export async function writeAudit(
	tx: Transaction,
	entry: { by: Actor | null; organisationId: string | null; act: Act; subject: string; subjectId?: string },
	now: Date
): Promise<void> {
	const { by, organisationId, act, subject, subjectId = null } = entry;
	const actorId = by?.id ?? null;
	await tx.insert(auditTable).values({ at: now, act, actorId, organisationId, subject: subject.slice(0, 120), subjectId });
}

/** Writes down an act on what lies in another database, right after it: no transaction spans two files. */
export async function recordAct(database: Database, by: Actor, act: Act, subject: string, now: Date): Promise<void> {
	const { organisationId } = by;
	await database.write((tx) => writeAudit(tx, { by, organisationId, act, subject }, now));
}

interface AuditQuery {
	sort: 'at' | 'act';
	descending: boolean;
	page: number;
	filters: Record<string, string>;
}

/** A page of the log of one organisation (null: of the whole instance). */
export async function listAudit(
	database: Database,
	organisationId: string | null,
	query: AuditQuery,
	size: number
): Promise<{ rows: AuditEntry[]; total: number }> {
	const act = acts.find((each) => each === query.filters.act);
	const conditions: SQL[] = [];
	if (organisationId !== null) conditions.push(eq(auditTable.organisationId, organisationId));
	if (act !== undefined) conditions.push(eq(auditTable.act, act));
	const where = and(...conditions);
	const [all] = await database.read.select({ n: count() }).from(auditTable).where(where);
	const column = query.sort === 'act' ? auditTable.act : auditTable.at;
	const rows = await database.read
		.select()
		.from(auditTable)
		.where(where)
		.orderBy(query.descending ? desc(column) : asc(column), desc(auditTable.id))
		.limit(size)
		.offset((query.page - 1) * size);
	return { rows, total: all?.n ?? 0 };
}

/** Deletes acts past their time; returns how many. */
export async function forgetAudit(database: Database, now: Date): Promise<number> {
	const before = new Date(now.getTime() - auditDays * 86_400_000);
	const { rowsAffected } = await database.write((tx) => tx.delete(auditTable).where(lt(auditTable.at, before)));
	return rowsAffected;
}

/** Takes a person out of the log: acts stay, without who did them or to whom. For erasure. */
export async function unlinkAudit(tx: Transaction, accountId: string): Promise<void> {
	await tx.update(auditTable).set({ actorId: null }).where(eq(auditTable.actorId, accountId));
	await tx.update(auditTable).set({ subjectId: null }).where(eq(auditTable.subjectId, accountId));
}
