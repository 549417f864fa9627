// Groups in the database. What a coach sees is found and authorised in one step: somebody else's group doesn't exist for them.
import { randomBytes, randomInt } from 'node:crypto';
import { and, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { Account } from '../auth/account';
import type { Database, Transaction } from '../database/database.server';
import { dayOf } from '../i18n/day';
import { writeAudit, type Actor } from '../ops/audit.server';
import { can, type GroupAction } from './can';
import { makeCode, normaliseCode } from './code';
import { codeLifetime, isJoinable, isOpen, type Group, type Setting } from './group';
import { listMissing, presets, type GateItem, type GroupSetUp } from './organisation';
import type { Saved } from './organisations.server';
import { groupCoachTable, groupTable, organisationTable } from './tables.server';

export interface NewGroup {
	organisationId: string;
	name: string;
	setting: Setting;
	coachIds: string[];
	/** Only the demo chooses its ids and codes, and opens its groups at once. */
	id?: string;
	code?: string;
	opened?: boolean;
}

type Writer = Pick<Database, 'write'>;

/** Makes a group with its code and key and the usual set-up of its setting, and sets its coaches, all or nothing. It isn't open yet. */
export async function createGroup(database: Writer, wanted: NewGroup, now: Date, by: Actor | null = null): Promise<Group> {
	return database.write((tx) => insertGroup(tx, wanted, now, by));
}

/** The same inside a transaction that makes several. */
export async function insertGroup(tx: Transaction, wanted: NewGroup, now: Date, by: Actor | null): Promise<Group> {
	const { id = newId(), organisationId, name, setting, coachIds } = wanted;
	const fresh = freshCode(now);
	const code = wanted.code ?? fresh.code;
	const openedAt = wanted.opened ? now : null;
	const state = { openedAt, closedAt: null, createdAt: now, handover: '', version: 1 };
	const group: Group = { id, organisationId, name, setting, ...fresh, code, ...presets[setting], ...state };
	// 128 random bits: nobody guesses a group that they weren't given the code of.
	const key = randomBytes(16).toString('base64url');
	await tx.insert(groupTable).values({ ...group, languages: [...group.languages], key });
	for (const accountId of coachIds) await tx.insert(groupCoachTable).values({ groupId: id, accountId });
	await writeAudit(tx, { by, organisationId, act: 'group-create', subject: name }, now);
	return group;
}

/** The groups an account may see, by name: a coach's own, a coordinator's organisation's. */
export async function listGroupsOfCoach(database: Database, account: Account, now = new Date()): Promise<Group[]> {
	const own = account.role === 'coach' ? inArray(groupTable.id, ownGroupIds(database, account.id, now)) : undefined;
	const rows = await database.read
		.select()
		.from(groupTable)
		.where(and(eq(groupTable.organisationId, account.organisationId), own));
	const ids = rows.map(({ id }) => id);
	const coachIds = await listCoachIds(database, ids, now);
	return rows
		.filter(({ id, organisationId }) =>
			can(account, 'see', { kind: 'group', id, organisationId, coachIds: coachIds.get(id) ?? [] })
		)
		.map(toGroup)
		.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** The group, when the account may do this with it; null for another's group exactly as for one that doesn't exist. */
export async function findGroupForCoach(
	database: Database,
	account: Account,
	groupId: string,
	action: GroupAction = 'see',
	now = new Date()
): Promise<Group | null> {
	const [row] = await database.read.select().from(groupTable).where(eq(groupTable.id, groupId));
	if (row === undefined) return null;
	const coachIds = (await listCoachIds(database, [row.id], now)).get(row.id) ?? [];
	return can(account, action, { kind: 'group', id: row.id, organisationId: row.organisationId, coachIds }) ? toGroup(row) : null;
}

/** The open groups whose meetings an account may lead: a coach's, and the one that a peer expert stands by. */
export async function listHostedGroups(database: Database, account: Account, now = new Date()): Promise<Group[]> {
	const own =
		account.role === 'coach' ? await listGroupsOfCoach(database, account, now) : [await findGroupOfPeer(database, account)];
	return own.filter((group) => group !== null && isOpen(group, now)) as Group[];
}

/** The group of a peer expert; null for every other role, and when it is gone. */
export async function findGroupOfPeer(database: Database, account: Account): Promise<Group | null> {
	if (account.role !== 'peer-expert' || account.groupId === null) return null;
	const [row] = await database.read.select().from(groupTable).where(eq(groupTable.id, account.groupId));
	return row === undefined ? null : toGroup(row);
}

/** The group whose key a device sent; null for a key that no group has. A closed group's plays aren't counted. */
export async function findGroupByKey(
	database: Database,
	key: string
): Promise<{ id: string; organisationId: string; open: boolean } | null> {
	const [row] = await database.read.select().from(groupTable).where(eq(groupTable.key, key));
	return row === undefined
		? null
		: { id: row.id, organisationId: row.organisationId, open: row.openedAt !== null && row.closedAt === null };
}

export type JoinResult = { ok: true; group: { key: string; name: string } } | { ok: false; reason: 'unknown' };

/**
 * Joins by a typed code. Wrong, closed and expired codes get the same answer after the same look-up, so that nobody learns
 * which codes exist. Nothing is written: a group doesn't know its members.
 */
export async function joinByCode(database: Database, typed: string, now: Date): Promise<JoinResult> {
	const [row] = await database.read
		.select()
		.from(groupTable)
		.where(eq(groupTable.code, normaliseCode(typed)));
	if (row === undefined || !isJoinable(row, now)) return { ok: false, reason: 'unknown' };
	return { ok: true, group: { key: row.key, name: row.name } };
}

/** Gives the group a new code and returns it; the old one stops at once. Members stay: their devices hold the key. */
export async function renewCode(database: Database, groupId: string, now: Date, by: Actor | null = null): Promise<string> {
	const fresh = freshCode(now);
	await database.write(async (tx) => {
		const [row] = await tx.update(groupTable).set(fresh).where(eq(groupTable.id, groupId)).returning();
		if (row) await writeAudit(tx, { by, organisationId: row.organisationId, act: 'group-code', subject: row.name }, now);
	});
	return fresh.code;
}

/** Closes the group: nobody joins and nothing more is counted; what was counted stays. */
export async function closeGroup(database: Database, groupId: string, now: Date, by: Actor | null = null): Promise<void> {
	await database.write(async (tx) => {
		const [row] = await tx.update(groupTable).set({ closedAt: now }).where(eq(groupTable.id, groupId)).returning();
		if (row) await writeAudit(tx, { by, organisationId: row.organisationId, act: 'group-close', subject: row.name }, now);
	});
}

export type Opened = { ok: true } | { ok: false; missing: GateItem[] };

/**
 * Opens a group, or opens a closed one again with the members and the code it had. Refused, with what is missing, until the
 * organisation has a safeguarding contact and procedure and the group a coach: decided here, whatever a page shows.
 */
export async function openGroup(database: Database, groupId: string, now: Date, by: Actor | null = null): Promise<Opened> {
	return database.write(async (tx) => {
		const [row] = await tx
			.select()
			.from(groupTable)
			.innerJoin(organisationTable, eq(organisationTable.id, groupTable.organisationId))
			.where(eq(groupTable.id, groupId));
		if (row === undefined) return { ok: false, missing: [] };
		const coaches = await tx.select().from(groupCoachTable).where(isCoaching(groupId, now));
		const missing = listMissing(row.organisation, coaches.length);
		if (missing.length > 0) return { ok: false, missing };
		const { organisationId, name, openedAt } = row.group;
		await tx
			.update(groupTable)
			.set({ openedAt: openedAt ?? now, closedAt: null })
			.where(eq(groupTable.id, groupId));
		await writeAudit(tx, { by, organisationId, act: openedAt ? 'group-reopen' : 'group-open', subject: name }, now);
		return { ok: true };
	});
}

export type GroupChange = Partial<GroupSetUp & Pick<Group, 'name' | 'setting' | 'handover'>>;

/** Saves a change to the version that was read; a newer one is left as it is, and the later editor is told. */
export async function changeGroup(
	database: Database,
	by: Actor,
	seen: { id: string; version: number },
	{ languages, ...change }: GroupChange,
	now: Date
): Promise<Saved> {
	return database.write(async (tx) => {
		const [row] = await tx.select().from(groupTable).where(eq(groupTable.id, seen.id));
		if (row === undefined) return { ok: false, reason: 'unknown' };
		if (row.version !== seen.version) return { ok: false, reason: 'changed' };
		await tx
			.update(groupTable)
			.set({ ...change, ...(languages && { languages: [...languages] }), version: row.version + 1 })
			.where(eq(groupTable.id, seen.id));
		await writeAudit(tx, { by, organisationId: row.organisationId, act: 'group-change', subject: change.name ?? row.name }, now);
		return { ok: true };
	});
}

/** The accounts that coach these groups today, by group: a substitute's place ends with its last day. */
export async function listCoachIds(database: Database, groupIds: readonly string[], now: Date): Promise<Map<string, string[]>> {
	const coachIds = new Map<string, string[]>();
	if (groupIds.length === 0) return coachIds;
	const rows = await database.read
		.select()
		.from(groupCoachTable)
		.where(and(inArray(groupCoachTable.groupId, [...groupIds]), stillCoaches(now)));
	for (const { groupId, accountId } of rows) coachIds.set(groupId, [...(coachIds.get(groupId) ?? []), accountId]);
	return coachIds;
}

/** The condition that finds who coaches a group today. */
export function isCoaching(groupId: string, now: Date) {
	return and(eq(groupCoachTable.groupId, groupId), stillCoaches(now));
}

function stillCoaches(now: Date) {
	return or(isNull(groupCoachTable.until), gte(groupCoachTable.until, dayOf(now)));
}

function ownGroupIds(database: Database, accountId: string, now: Date) {
	return database.read
		.select({ id: groupCoachTable.groupId })
		.from(groupCoachTable)
		.where(and(eq(groupCoachTable.accountId, accountId), stillCoaches(now)));
}

/** Without the key: only a device that joined is given that. */
export function toGroup(row: typeof groupTable.$inferSelect): Group {
	const { key: _, ...group } = row;
	return group;
}

/** A code clashes with one of a thousand groups once in 850 million times; the database then refuses and the coach tries again. */
function freshCode(now: Date): Pick<Group, 'code' | 'codeExpiresAt'> {
	return { code: makeCode((n) => randomInt(n)), codeExpiresAt: new Date(now.getTime() + codeLifetime) };
}

function newId(): string {
	return randomBytes(12).toString('base64url');
}
