// The facts of the ways to a certificate, read for many people at once: a fixed number of queries, however many they are.
import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { addDays, addMonths } from '../i18n/day';
import { listAttendedBy } from '../training/training-days.server';
import type { Achievement } from './badge';
import { evidenceMonths, type DateStep, type PathFacts } from './path';
import { emptyRubric, rubricDay, type Rubric } from './rubric';
import { awardTable, badgeTable, ledMeetingTable, pathDateTable, rubricTable, unitDoneTable } from './tables.server';

/** Whose way is looked at. */
export interface OnThePath {
	id: string;
	achievement: Achievement;
	paused: boolean;
}

export interface LedMeeting {
	on: string;
	kit: string;
	signedOn: string | null;
}

/** All that is kept of one person's way: what the rules look at, and what the screens show beside. */
export interface PathRecord {
	facts: PathFacts;
	meetings: LedMeeting[];
	rubric: Rubric;
	/** The role that confirmed a coach's checks, or the charter's version. */
	details: Partial<Record<DateStep, string>>;
	/** The badge in force or last in force. */
	badgeId: string | null;
}

/** Gathers what is kept of these people, by account id. */
export async function readPaths(
	database: Database,
	people: readonly OnThePath[],
	today: string
): Promise<Map<string, PathRecord>> {
	const ids = people.map(({ id }) => id);
	if (ids.length === 0) return new Map();
	const { read } = database;
	const [units, dates, meetings, rubrics, awards, days] = await Promise.all([
		read.select().from(unitDoneTable).where(inArray(unitDoneTable.accountId, ids)),
		read.select().from(pathDateTable).where(inArray(pathDateTable.accountId, ids)),
		read.select().from(ledMeetingTable).where(inArray(ledMeetingTable.accountId, ids)).orderBy(ledMeetingTable.on),
		read.select().from(rubricTable).where(inArray(rubricTable.accountId, ids)),
		read
			.select()
			.from(awardTable)
			.innerJoin(badgeTable, eq(badgeTable.id, awardTable.badgeId))
			.where(inArray(awardTable.accountId, ids)),
		listAttendedBy(database, ids, addDays(today, 1))
	]);
	return new Map(
		people.map(({ id, achievement, paused }): [string, PathRecord] => {
			const own = <Row extends { accountId: string }>(rows: readonly Row[]) => rows.filter(({ accountId }) => accountId === id);
			const { own: ownRatings, coach, agreed, agreedOn } = own(rubrics)[0] ?? emptyRubric;
			const rubric: Rubric = { own: ownRatings, coach, agreed, agreedOn };
			const led = own(meetings).map(({ on, kit, signedOn }): LedMeeting => ({ on, kit, signedOn }));
			const held = awards.filter(({ award, badge }) => award.accountId === id && badge.achievement === achievement);
			const last = lastOf(held.map(({ badge }) => badge));
			const facts: PathFacts = {
				achievement,
				paused,
				units: own(units),
				days: own(days),
				meetings: led.flatMap(({ on, signedOn }) => (signedOn === null ? [] : [on])),
				rubricOn: rubricDay(rubric),
				dates: Object.fromEntries(own(dates).map(({ step, on }) => [step, on])),
				award: last && { month: last.month, validUntil: last.validUntil, revoked: last.revokedOn !== null }
			};
			const details = Object.fromEntries(own(dates).map(({ step, detail }) => [step, detail]));
			return [id, { facts, meetings: led, rubric, details, badgeId: last?.id ?? null }];
		})
	);
}

/** One person's. */
export async function readPath(database: Database, person: OnThePath, today: string): Promise<PathRecord> {
	const found = (await readPaths(database, [person], today)).get(person.id);
	if (found === undefined) throw new Error('readPaths answers for everybody it is asked about');
	return found;
}

/** The badge that counts: the one in force that ends last, else the last one revoked. */
function lastOf(badges: (typeof badgeTable.$inferSelect)[]): typeof badgeTable.$inferSelect | null {
	const byEnd = [...badges].sort((a, b) => b.validUntil.localeCompare(a.validUntil));
	return byEnd.find(({ revokedOn }) => revokedOn === null) ?? byEnd[0] ?? null;
}

/** Deletes evidence that no longer counts; returns how many rows. */
export async function forgetEvidence(database: Database, today: string): Promise<number> {
	const before = addMonths(today, -evidenceMonths);
	return database.write(async (tx) => {
		// Playing again renews the first date; the others are never younger than it.
		const gone = [
			await tx.delete(unitDoneTable).where(lt(unitDoneTable.completedOn, before)),
			await tx.delete(pathDateTable).where(lt(pathDateTable.on, before)),
			await tx.delete(ledMeetingTable).where(lt(ledMeetingTable.on, before)),
			await tx.delete(rubricTable).where(and(isNotNull(rubricTable.agreedOn), lt(rubricTable.agreedOn, before)))
		];
		return gone.reduce((sum, { rowsAffected }) => sum + rowsAffected, 0);
	});
}
