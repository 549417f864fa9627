// Writes down the steps of the way to a certificate. The caller has made sure who may: the person for their own steps, the group's
// coach for what a coach saw, the coordinator for what the organisation says.
import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { dayOf } from '../i18n/day';
import type { Act } from '../ops/audit';
import { writeAudit, type Actor } from '../ops/audit.server';
import { charterVersion, type ConfirmingRole } from './closed-lists';
import type { UnitNumber } from '../content/training';
import type { DateStep } from './path';
import { emptyRubric, rubricStage, type Ratings, type Rubric } from './rubric';
import { ledMeetingTable, pathDateTable, rubricTable, unitDoneTable } from './tables.server';

/** A unit played to an end today, and what was reached in it. What was reached once, a later play doesn't take away. */
export async function recordUnit(
	database: Database,
	accountId: string,
	{ unit, passed, checked }: { unit: UnitNumber; passed: boolean; checked: boolean },
	today: string
): Promise<void> {
	const reached = { completedOn: today, ...(passed && { passedOn: today }), ...(checked && { checkedOn: today }) };
	const target = [unitDoneTable.accountId, unitDoneTable.unit];
	const row = { accountId, unit, ...reached };
	await database.write((tx) => tx.insert(unitDoneTable).values(row).onConflictDoUpdate({ target, set: reached }));
}

/** Accepts the charter in its present version, or takes that back. */
export async function acceptCharter(database: Database, accountId: string, accepted: boolean, today: string): Promise<void> {
	await database.write((tx) => putDate(tx, accountId, 'charter', accepted ? today : null, String(charterVersion)));
}

/** Notes that the coach's conversation about wellbeing took place, or takes that back: a date only. */
export async function noteWellbeing(
	database: Database,
	by: Actor,
	accountId: string,
	on: string | null,
	now: Date
): Promise<void> {
	await database.write(async (tx) => {
		await putDate(tx, accountId, 'wellbeing', on, '');
		await audit(tx, by, on === null ? 'path-undo' : 'wellbeing-note', accountId, now);
	});
}

/** Notes that an organisation's checks of a coach are done, said by whom (a role), or takes that back. Never a document. */
export async function noteConfirmation(
	database: Database,
	by: Actor,
	accountId: string,
	said: { on: string; role: ConfirmingRole } | null,
	now: Date
): Promise<void> {
	await database.write(async (tx) => {
		await putDate(tx, accountId, 'confirmation', said?.on ?? null, said?.role ?? '');
		await audit(tx, by, said === null ? 'path-undo' : 'confirmation-note', accountId, now);
	});
}

/** Says to have led a meeting, or takes that back as long as no coach has signed it. */
export async function claimMeeting(
	database: Database,
	accountId: string,
	meeting: { on: string; kit: string },
	claimed: boolean
): Promise<void> {
	await database.write(async (tx) => {
		const [row] = await tx.select().from(ledMeetingTable).where(ofMeeting(accountId, meeting));
		if (claimed && row === undefined) await tx.insert(ledMeetingTable).values({ accountId, ...meeting });
		if (!claimed && row?.signedOn === null) await tx.delete(ledMeetingTable).where(ofMeeting(accountId, meeting));
	});
}

/** Signs a meeting that a peer expert says to have led, or takes that back. False when they say nothing of it. */
export async function signMeeting(
	database: Database,
	by: Actor,
	accountId: string,
	{ signed, ...meeting }: { on: string; kit: string; signed: boolean },
	now: Date
): Promise<boolean> {
	return database.write(async (tx) => {
		const signedOn = signed ? dayOf(now) : null;
		const { rowsAffected } = await tx.update(ledMeetingTable).set({ signedOn }).where(ofMeeting(accountId, meeting));
		if (rowsAffected === 0) return false;
		await audit(tx, by, signed ? 'meeting-sign' : 'path-undo', accountId, now);
		return true;
	});
}

/** Keeps one side's ratings. False once both have rated: from then on they talk, and what they rated stays as it was. */
export async function rate(database: Database, accountId: string, side: 'own' | 'coach', ratings: Ratings): Promise<boolean> {
	return database.write(async (tx) => {
		if (rubricStage(await readRubric(tx, accountId)) !== 'rate') return false;
		const target = rubricTable.accountId;
		const rated = { [side]: ratings };
		await tx
			.insert(rubricTable)
			.values({ accountId, ...rated })
			.onConflictDoUpdate({ target, set: rated });
		return true;
	});
}

/** Keeps what both agreed on after talking, or opens it again for other ratings (`null`). False before both have rated. */
export async function agree(
	database: Database,
	by: Actor,
	accountId: string,
	agreed: Ratings | null,
	now: Date
): Promise<boolean> {
	return database.write(async (tx) => {
		const stage = rubricStage(await readRubric(tx, accountId));
		if (stage === 'rate') return false;
		const own = eq(rubricTable.accountId, accountId);
		if (agreed === null) await tx.delete(rubricTable).where(own);
		else
			await tx
				.update(rubricTable)
				.set({ agreed, agreedOn: dayOf(now) })
				.where(own);
		await audit(tx, by, agreed === null ? 'path-undo' : 'rubric-agree', accountId, now);
		return true;
	});
}

/** Takes back what a certificate stood on, when the person no longer meets it: the way has to be gone again from there. */
export async function reopenPath(tx: Transaction, accountId: string): Promise<void> {
	await tx.delete(rubricTable).where(eq(rubricTable.accountId, accountId));
	for (const step of ['wellbeing', 'confirmation'] as const) await putDate(tx, accountId, step, null, '');
}

async function readRubric(tx: Transaction, accountId: string): Promise<Rubric> {
	const [row] = await tx.select().from(rubricTable).where(eq(rubricTable.accountId, accountId));
	return row ?? emptyRubric;
}

async function putDate(tx: Transaction, accountId: string, step: DateStep, on: string | null, detail: string): Promise<void> {
	await tx.delete(pathDateTable).where(and(eq(pathDateTable.accountId, accountId), eq(pathDateTable.step, step)));
	if (on !== null) await tx.insert(pathDateTable).values({ accountId, step, on, detail });
}

function ofMeeting(accountId: string, { on, kit }: { on: string; kit: string }) {
	return and(eq(ledMeetingTable.accountId, accountId), eq(ledMeetingTable.on, on), eq(ledMeetingTable.kit, kit));
}

async function audit(tx: Transaction, by: Actor, act: Act, subjectId: string, now: Date): Promise<void> {
	await writeAudit(tx, { by, organisationId: by.organisationId, act, subject: '', subjectId }, now);
}
