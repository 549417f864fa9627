// Training days in the database: planned, counted, taken out and put back.
import { randomBytes } from 'node:crypto';
import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { writeAudit, type Actor } from '../ops/audit.server';
import { attendanceTable, trainingDayTable } from './tables.server';
import type { DayFields, Programme, TrainingDay } from './training-day';

/** How long a day that was taken out can come back, in days. */
const removedDays = 30;

export type Saved = { ok: true } | { ok: false; reason: 'changed' | 'unknown' };

const day = trainingDayTable;

/** Plans a day; returns its id. */
export async function createTrainingDay(database: Database, by: Actor, fields: DayFields, now: Date): Promise<string> {
	const id = randomBytes(9).toString('base64url');
	await database.write(async (tx) => {
		await tx.insert(day).values({ id, organisationId: by.organisationId, ...fields, createdAt: now });
		await audit(tx, by, 'training-create', fields.on, now);
	});
	return id;
}

/** Changes date, place or programme of the version that was read; a newer one is left as it is. */
export async function changeTrainingDay(
	database: Database,
	by: Actor,
	seen: { id: string; version: number },
	change: DayFields | { young: number | null; adults: number | null; attended: string[] },
	now: Date
): Promise<Saved> {
	return database.write(async (tx) => {
		const where = and(eq(day.id, seen.id), eq(day.organisationId, by.organisationId), isNull(day.removedAt));
		const [row] = await tx.select().from(day).where(where);
		if (row === undefined) return { ok: false, reason: 'unknown' };
		if (row.version !== seen.version) return { ok: false, reason: 'changed' };
		const version = row.version + 1;
		if ('attended' in change) {
			const { attended, ...counts } = change;
			await tx
				.update(day)
				.set({ ...counts, version })
				.where(where);
			await tx.delete(attendanceTable).where(eq(attendanceTable.dayId, seen.id));
			const rows = [...new Set(attended)].map((accountId) => ({ dayId: seen.id, accountId }));
			if (rows.length > 0) await tx.insert(attendanceTable).values(rows);
		} else
			await tx
				.update(day)
				.set({ ...change, version })
				.where(where);
		await audit(tx, by, 'training-change', row.on, now);
		return { ok: true };
	});
}

/** Takes a day out, or puts it back within 30 days. Twice changes nothing. */
export async function removeTrainingDay(database: Database, by: Actor, id: string, removed: boolean, now: Date): Promise<void> {
	await database.write(async (tx) => {
		const where = and(
			eq(day.id, id),
			eq(day.organisationId, by.organisationId),
			removed ? isNull(day.removedAt) : isNotNull(day.removedAt)
		);
		const [row] = await tx
			.update(day)
			.set({ removedAt: removed ? now : null, version: sql`${day.version} + 1` })
			.where(where)
			.returning({ on: day.on });
		if (row) await audit(tx, by, removed ? 'training-remove' : 'training-restore', row.on, now);
	});
}

/** A day of the organisation with the accounts on its list; null when it has none of that id. */
export async function findTrainingDay(
	database: Database,
	organisationId: string,
	id: string
): Promise<(TrainingDay & { attended: string[]; removed: boolean }) | null> {
	const [row] = await database.read
		.select()
		.from(day)
		.where(and(eq(day.id, id), eq(day.organisationId, organisationId)));
	if (row === undefined) return null;
	const attended = await database.read
		.select({ accountId: attendanceTable.accountId })
		.from(attendanceTable)
		.where(eq(attendanceTable.dayId, id));
	return { ...row, attended: attended.map(({ accountId }) => accountId), removed: row.removedAt !== null };
}

const sorts = { on: day.on, place: day.place, programme: day.programme };
export const trainingSorts = ['on', 'place', 'programme'] as const;

/** A page of the organisation's days. */
export async function listTrainingDays(
	database: Database,
	organisationId: string,
	query: { sort: keyof typeof sorts; descending: boolean; page: number },
	size: number
): Promise<{ rows: TrainingDay[]; total: number }> {
	const where = and(eq(day.organisationId, organisationId), isNull(day.removedAt));
	const [all] = await database.read.select({ n: count() }).from(day).where(where);
	const direction = query.descending ? desc : asc;
	const rows = await database.read
		.select()
		.from(day)
		.where(where)
		.orderBy(direction(sorts[query.sort]), asc(day.id))
		.limit(size)
		.offset((query.page - 1) * size);
	return { rows, total: all?.n ?? 0 };
}

/** Days of the organisation from a day on, soonest first, each with the accounts on its list. */
export async function listComingDays(
	database: Database,
	organisationId: string,
	from: string
): Promise<(TrainingDay & { attended: string[] })[]> {
	const rows = await database.read
		.select()
		.from(day)
		.where(and(eq(day.organisationId, organisationId), isNull(day.removedAt), gte(day.on, from)))
		.orderBy(day.on)
		.limit(50);
	const ids = rows.map(({ id }) => id);
	const listed =
		ids.length === 0 ? [] : await database.read.select().from(attendanceTable).where(inArray(attendanceTable.dayId, ids));
	return rows.map((row) => ({
		...row,
		attended: listed.filter(({ dayId }) => dayId === row.id).map(({ accountId }) => accountId)
	}));
}

/** Puts accounts on the list of a coming day, or takes them off it: each sees to their own peer experts only. */
export async function listForDay(database: Database, dayId: string, accountIds: string[], listed: boolean): Promise<void> {
	if (accountIds.length === 0) return;
	await database.write(async (tx) => {
		if (!listed) {
			const own = and(eq(attendanceTable.dayId, dayId), inArray(attendanceTable.accountId, accountIds));
			await tx.delete(attendanceTable).where(own);
		} else
			await tx
				.insert(attendanceTable)
				.values(accountIds.map((accountId) => ({ dayId, accountId })))
				.onConflictDoNothing();
	});
}

/** The days that count for an account: past ones whose list it stands on. */
export async function listAttended(database: Database, accountId: string, today: string): Promise<TrainingDay[]> {
	const rows = await database.read
		.select({ day })
		.from(attendanceTable)
		.innerJoin(day, eq(day.id, attendanceTable.dayId))
		.where(and(eq(attendanceTable.accountId, accountId), isNull(day.removedAt), lt(day.on, today)))
		.orderBy(day.on);
	return rows.map((row) => row.day);
}

/** The same of several accounts at once: day and programme, by account. */
export async function listAttendedBy(
	database: Database,
	accountIds: readonly string[],
	before: string
): Promise<{ accountId: string; on: string; programme: Programme }[]> {
	if (accountIds.length === 0) return [];
	return database.read
		.select({ accountId: attendanceTable.accountId, on: day.on, programme: day.programme })
		.from(attendanceTable)
		.innerJoin(day, eq(day.id, attendanceTable.dayId))
		.where(and(inArray(attendanceTable.accountId, [...accountIds]), isNull(day.removedAt), lt(day.on, before)));
}

/** How many days the organisation has or had. */
export async function countTrainingDays(database: Database, organisationId: string): Promise<number> {
	const where = and(eq(day.organisationId, organisationId), isNull(day.removedAt));
	const [row] = await database.read.select({ n: count() }).from(day).where(where);
	return row?.n ?? 0;
}

/** How many days each organisation held between two days, both included; organisations with none are left out. */
export function countDaysHeld(database: Database, from: string, to: string): Promise<{ organisationId: string; n: number }[]> {
	return database.read
		.select({ organisationId: day.organisationId, n: count() })
		.from(day)
		.where(and(isNull(day.removedAt), gte(day.on, from), lte(day.on, to)))
		.groupBy(day.organisationId)
		.orderBy(day.organisationId);
}

/** Past days since `from` whose participants nobody has counted. */
export async function countUncounted(database: Database, organisationId: string, from: string, today: string): Promise<number> {
	const past = and(
		eq(day.organisationId, organisationId),
		isNull(day.removedAt),
		isNull(day.young),
		gte(day.on, from),
		lt(day.on, today)
	);
	const [row] = await database.read.select({ n: count() }).from(day).where(past);
	return row?.n ?? 0;
}

/** Deletes days that were taken out more than 30 days ago; returns how many. */
export async function forgetRemovedDays(database: Database, now: Date): Promise<number> {
	const before = new Date(now.getTime() - removedDays * 86_400_000);
	const { rowsAffected } = await database.write((tx) => tx.delete(day).where(lt(day.removedAt, before)));
	return rowsAffected;
}

async function audit(
	tx: Transaction,
	by: Actor,
	act: 'training-create' | 'training-change' | 'training-remove' | 'training-restore',
	subject: string,
	now: Date
): Promise<void> {
	await writeAudit(tx, { by, organisationId: by.organisationId, act, subject }, now);
}
