// Badges in the database: given, held, revoked, and untied from their holder when the time is over.
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { and, count, eq, isNotNull, lt } from 'drizzle-orm';
import { findAccount } from '../auth/accounts.server';
import type { Database, Transaction } from '../database/database.server';
import { findOrganisation } from '../groups/organisations.server';
import { writeAudit, type Actor } from '../ops/audit.server';
import {
	achievementVersions,
	addMonths,
	allowsName,
	badgeIdPattern,
	commitmentPattern,
	isRenewable,
	monthOf,
	validMonths,
	type Achievement,
	type Award,
	type Badge,
	type NameMode
} from './badge';
import { listLength } from './badge-status';
import { awardTable, badgeTable } from './tables.server';

export interface NewBadge {
	accountId: string;
	achievement: Achievement;
	/** The national member organisation, by id; null for the platform. Never a shelter, troop or class. */
	issuer: string | null;
	/** What the certificate may say of the name, as the coach and the holder chose; below 16 years `line`. */
	nameMode: NameMode;
	/** Who signs: it stands in the audit log, not in the badge. */
	by: Actor;
}

export type Issued =
	| { ok: true; badge: Badge }
	/** `held`: one of the kind holds for more than three months yet. */
	| { ok: false; reason: 'unknown-account' | 'unknown-issuer' | 'held' };

/** Gives an account a badge. Whether it may have one is the path's to say (paths.ts), not asked here. */
export async function issueBadge(database: Database, wanted: NewBadge, now: Date): Promise<Issued> {
	const { accountId, achievement, issuer, nameMode, by } = wanted;
	const account = await findAccount(database, accountId);
	if (account === null) return { ok: false, reason: 'unknown-account' };
	if (issuer !== null && (await findOrganisation(database, issuer)) === null) return { ok: false, reason: 'unknown-issuer' };
	return database.write(async (tx) => {
		const held = await tx.select().from(awardTable).innerJoin(badgeTable, ofBadge).where(eq(awardTable.accountId, accountId));
		const same = held.map((row) => toBadge(row.badge)).filter((badge) => badge.achievement === achievement);
		if (same.some((badge) => badge.revokedOn === null && !isRenewable(badge, now))) return { ok: false, reason: 'held' };
		const badge = await makeBadge(tx, achievement, issuer, now);
		await tx.insert(badgeTable).values(toRow(badge));
		await tx.insert(awardTable).values({ accountId, badgeId: badge.id, month: badge.month, nameMode });
		const { organisationId } = account;
		await writeAudit(tx, { by, organisationId, act: 'badge-issue', subject: '', subjectId: accountId }, now);
		return { ok: true, badge };
	});
}

/**
 * Revokes a badge, for good. False when there is none of that id. Twice changes nothing. Without an award (erased, or its time
 * over) the log names no account, and the organisation is that of who revokes.
 */
export async function revokeBadge(database: Database, badgeId: string, by: Actor, now: Date): Promise<boolean> {
	return database.write(async (tx) => {
		const [row] = await tx.select().from(badgeTable).where(eq(badgeTable.id, badgeId));
		if (row === undefined) return false;
		if (row.revokedOn !== null) return true;
		await tx
			.update(badgeTable)
			.set({ revokedOn: monthOf(now) })
			.where(eq(badgeTable.id, badgeId));
		const [award] = await tx.select().from(awardTable).where(eq(awardTable.badgeId, badgeId));
		const { organisationId } = by;
		const subjectId = award && { subjectId: award.accountId };
		await writeAudit(tx, { by, organisationId, act: 'badge-revoke', subject: '', ...subjectId }, now);
		return true;
	});
}

export type Committed = { ok: true } | { ok: false; reason: 'not-held' | 'not-allowed' | 'malformed' };

/**
 * Keeps the commitment to a name that the holder's browser made, or with null forgets it. A new one replaces it: certificates
 * printed before then no longer prove their name. The name itself never comes here.
 */
export async function commitName(
	database: Database,
	{ accountId, badgeId, commitment }: { accountId: string; badgeId: string; commitment: string | null }
): Promise<Committed> {
	if (commitment !== null && !commitmentPattern.test(commitment)) return { ok: false, reason: 'malformed' };
	return database.write(async (tx) => {
		const own = and(eq(awardTable.accountId, accountId), eq(awardTable.badgeId, badgeId));
		const [award] = await tx.select().from(awardTable).where(own);
		if (award === undefined) return { ok: false, reason: 'not-held' };
		if (!allowsName(award.nameMode, 'committed')) return { ok: false, reason: 'not-allowed' };
		await tx.update(badgeTable).set({ commitment }).where(eq(badgeTable.id, badgeId));
		return { ok: true };
	});
}

/** The badge of this id; null when there is none. */
export async function findBadge(database: Database, id: string): Promise<Badge | null> {
	if (!badgeIdPattern.test(id)) return null;
	const [row] = await database.read.select().from(badgeTable).where(eq(badgeTable.id, id));
	return row === undefined ? null : toBadge(row);
}

/** What an account holds, the newest first; with it the badge, valid or not (`stateOf`). */
export async function listOwnBadges(database: Database, accountId: string): Promise<{ award: Award; badge: Badge }[]> {
	const where = eq(awardTable.accountId, accountId);
	const rows = await database.read.select().from(awardTable).innerJoin(badgeTable, ofBadge).where(where);
	return rows
		.map(({ award, badge }) => ({ award, badge: toBadge(badge) }))
		.sort((a, b) => b.badge.month.localeCompare(a.badge.month) || a.badge.id.localeCompare(b.badge.id));
}

/** The same without the badges' own rows: what an account was given, and when. */
export async function listAwards(database: Database, accountId: string): Promise<Award[]> {
	return database.read.select().from(awardTable).where(eq(awardTable.accountId, accountId));
}

/** Places in the status lists of what was revoked. */
export async function listRevoked(database: Pick<Database, 'read'>): Promise<number[]> {
	const rows = await database.read.select().from(badgeTable).where(isNotNull(badgeTable.revokedOn));
	return rows.map(({ statusIndex }) => statusIndex);
}

/** How many status lists there are: one more for each 65,536 badges, so that a free random place is found at once. */
export async function countStatusLists(database: Pick<Database, 'read'>): Promise<number> {
	const [row] = await database.read.select({ n: count() }).from(badgeTable);
	return listsFor(row?.n ?? 0);
}

/** Unties badges from their holders once they no longer hold; returns how many. */
export async function forgetAwards(database: Database, now: Date): Promise<number> {
	const before = addMonths(monthOf(now), -validMonths);
	const { rowsAffected } = await database.write((tx) => tx.delete(awardTable).where(lt(awardTable.month, before)));
	return rowsAffected;
}

const ofBadge = eq(awardTable.badgeId, badgeTable.id);

async function makeBadge(tx: Transaction, achievement: Achievement, issuer: string | null, now: Date): Promise<Badge> {
	const month = monthOf(now);
	return {
		id: randomBytes(16).toString('hex'),
		subject: `urn:uuid:${randomUUID()}`,
		achievement,
		achievementVersion: achievementVersions[achievement],
		month,
		validUntil: addMonths(month, validMonths),
		issuer,
		statusIndex: await freeIndex(tx),
		commitment: null,
		revokedOn: null
	};
}

/** A place that no badge has, anywhere in the lists. */
async function freeIndex(tx: Transaction): Promise<number> {
	const [row] = await tx.select({ n: count() }).from(badgeTable);
	for (;;) {
		const statusIndex = randomInt(listsFor(row?.n ?? 0) * listLength);
		const [taken] = await tx.select({ id: badgeTable.id }).from(badgeTable).where(eq(badgeTable.statusIndex, statusIndex));
		if (taken === undefined) return statusIndex;
	}
}

function listsFor(badges: number): number {
	return 1 + Math.floor((2 * badges) / listLength);
}

function toBadge({ subjectUuid, ...row }: typeof badgeTable.$inferSelect): Badge {
	return { ...row, subject: `urn:uuid:${subjectUuid}` };
}

function toRow({ subject, ...badge }: Badge): typeof badgeTable.$inferInsert {
	return { ...badge, subjectUuid: subject.slice('urn:uuid:'.length) };
}
