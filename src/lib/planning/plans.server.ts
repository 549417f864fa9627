// Plans in the database. The caller has made sure that the account may see to these groups.
import { randomBytes } from 'node:crypto';
import { and, eq, gte, inArray, lt, or } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { addDays } from '$lib/i18n/day';
import type { Plan, PlanFields } from './plan';
import { planTable } from './tables.server';

export type PlanSaved = { ok: true; plan: Plan } | { ok: false; reason: 'unknown' | 'changed' };

/** Prepares a meeting; returns its id. `fields` have passed `checkPlan`. */
export async function createPlan(
	database: Database,
	groupId: string,
	fields: PlanFields & { intensity: number }
): Promise<string> {
	const id = randomBytes(9).toString('base64url');
	await database.write((tx) => tx.insert(planTable).values({ id, groupId, ...fields, state: 'planned' }));
	return id;
}

/** Changes a plan of one of these groups, of the version that was read. */
export async function changePlan(
	database: Database,
	groupIds: readonly string[],
	seen: { id: string; version: number },
	change: Partial<PlanFields & { intensity: number; state: Plan['state'] }>
): Promise<PlanSaved> {
	return database.write(async (tx) => {
		const [row] = await tx.select().from(planTable).where(eq(planTable.id, seen.id));
		if (row === undefined || !groupIds.includes(row.groupId)) return { ok: false, reason: 'unknown' };
		if (row.version !== seen.version) return { ok: false, reason: 'changed' };
		const plan = { ...row, ...change, version: row.version + 1 };
		await tx.update(planTable).set(plan).where(eq(planTable.id, seen.id));
		return { ok: true, plan };
	});
}

/** Plans of these groups from a day on, soonest first; cancelled ones too, so that calendars take them out. */
export async function listPlans(database: Database, groupIds: readonly string[], from: string): Promise<Plan[]> {
	if (groupIds.length === 0) return [];
	const where = and(inArray(planTable.groupId, [...groupIds]), gte(planTable.on, from));
	return database.read.select().from(planTable).where(where).orderBy(planTable.on, planTable.starts);
}

/** A plan of one of these groups; null otherwise. */
export async function findPlan(database: Database, groupIds: readonly string[], id: string): Promise<Plan | null> {
	const [row] = await database.read.select().from(planTable).where(eq(planTable.id, id));
	return row !== undefined && groupIds.includes(row.groupId) ? row : null;
}

/** Deletes plans two years after their day, and cancelled ones 30 days after; returns how many. */
export async function forgetPlans(database: Database, today: string): Promise<number> {
	const old = lt(planTable.on, addDays(today, -730));
	const cancelled = and(eq(planTable.state, 'cancelled'), lt(planTable.on, addDays(today, -30)));
	const { rowsAffected } = await database.write((tx) => tx.delete(planTable).where(or(old, cancelled)));
	return rowsAffected;
}
