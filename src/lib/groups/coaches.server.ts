// Who coaches a group: several, some for a time. The last one of a group can't be taken away.
import { and, eq, gte, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { addDays } from '../i18n/day';
import { writeAudit, type Actor } from '../ops/audit.server';
import { isCoaching } from './groups.server';
import { groupCoachTable, groupTable } from './tables.server';

export interface CoachPlace {
	groupId: string;
	accountId: string;
	/** Last day of a substitution; null for good. */
	until: string | null;
}

/** The places of coaches in these groups, past substitutions included. */
export async function listCoachPlaces(database: Database, groupIds: readonly string[]): Promise<CoachPlace[]> {
	if (groupIds.length === 0) return [];
	return database.read
		.select()
		.from(groupCoachTable)
		.where(inArray(groupCoachTable.groupId, [...groupIds]));
}

/** The groups that an account coaches, past substitutions included. */
export async function listPlacesOf(database: Database, accountId: string): Promise<CoachPlace[]> {
	return database.read.select().from(groupCoachTable).where(eq(groupCoachTable.accountId, accountId));
}

/** Sets a coach, for good or until a day. The caller has checked that the account is a coach of the group's organisation. */
export async function addCoach(database: Database, by: Actor, place: CoachPlace, now: Date): Promise<void> {
	const { groupId, accountId, until } = place;
	await database.write(async (tx) => {
		const [group] = await tx.select().from(groupTable).where(eq(groupTable.id, groupId));
		if (group === undefined) return;
		const target = [groupCoachTable.groupId, groupCoachTable.accountId];
		await tx.insert(groupCoachTable).values({ groupId, accountId, until }).onConflictDoUpdate({ target, set: { until } });
		const act = until === null ? 'coach-add' : 'coach-substitute';
		await writeAudit(tx, { by, organisationId: group.organisationId, act, subject: group.name, subjectId: accountId }, now);
	});
}

export type Removed = { ok: true } | { ok: false; reason: 'last-coach' };

/** Takes a coach out of a group, unless nobody who stays for good is left: young people always have an adult behind them. */
export async function removeCoach(
	database: Database,
	by: Actor,
	place: { groupId: string; accountId: string },
	now: Date
): Promise<Removed> {
	const { groupId, accountId } = place;
	return database.write(async (tx) => {
		const [group] = await tx.select().from(groupTable).where(eq(groupTable.id, groupId));
		if (group === undefined) return { ok: true };
		const coaches = await tx.select().from(groupCoachTable).where(isCoaching(groupId, now));
		const stay = coaches.filter((coach) => coach.accountId !== accountId && coach.until === null);
		const running = group.openedAt !== null && group.closedAt === null;
		if (running && stay.length === 0) return { ok: false, reason: 'last-coach' };
		const own = and(eq(groupCoachTable.groupId, groupId), eq(groupCoachTable.accountId, accountId));
		const { rowsAffected } = await tx.delete(groupCoachTable).where(own);
		const done = { by, organisationId: group.organisationId, subject: group.name, subjectId: accountId };
		if (rowsAffected > 0) await writeAudit(tx, { ...done, act: 'coach-remove' }, now);
		return { ok: true };
	});
}

/** Running groups that would be without a lasting coach if this account left; by name. */
export async function listGroupsThatNeed(database: Database, accountId: string, now: Date): Promise<string[]> {
	const places = await listPlacesOf(database, accountId);
	const names: string[] = [];
	for (const { groupId } of places) {
		const [group] = await database.read.select().from(groupTable).where(eq(groupTable.id, groupId));
		if (group === undefined || group.openedAt === null || group.closedAt !== null) continue;
		const coaches = await database.read.select().from(groupCoachTable).where(isCoaching(groupId, now));
		if (!coaches.some((coach) => coach.accountId !== accountId && coach.until === null)) names.push(group.name);
	}
	return names.sort((a, b) => a.localeCompare(b, 'fr'));
}

/** Deletes substitutions that ended before a day; returns how many. */
export async function forgetPastPlaces(database: Database, before: string): Promise<number> {
	const { rowsAffected } = await database.write((tx) => tx.delete(groupCoachTable).where(lt(groupCoachTable.until, before)));
	return rowsAffected;
}

/** Ends all places of an account that is closed (its last day was yesterday), or gives them back when it is opened again today. */
export async function endPlaces(database: Database, accountId: string, ended: boolean, today: string): Promise<void> {
	const yesterday = addDays(today, -1);
	const own = eq(groupCoachTable.accountId, accountId);
	const lasting = or(isNull(groupCoachTable.until), gte(groupCoachTable.until, today));
	await database.write((tx) =>
		ended
			? tx.update(groupCoachTable).set({ until: yesterday }).where(and(own, lasting))
			: tx
					.update(groupCoachTable)
					.set({ until: null })
					.where(and(own, eq(groupCoachTable.until, yesterday)))
	);
}
