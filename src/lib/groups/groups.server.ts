// Groups in the database. What a coach sees is found and authorised in one step: somebody else's group doesn't exist for them.
import { randomBytes, randomInt } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import type { Account } from '../auth/account';
import type { Database } from '../database/database.server';
import { can, type GroupAction } from './can';
import { makeCode, normaliseCode } from './code';
import { codeLifetime, isJoinable, type Group, type Setting } from './group';
import { groupCoachTable, groupTable, organisationTable } from './tables.server';

export interface NewGroup {
	organisationId: string;
	name: string;
	setting: Setting;
	coachIds: string[];
	/** Only the demo chooses its ids and codes. */
	id?: string;
	code?: string;
}

type Writer = Pick<Database, 'write'>;

/** Makes an organisation and returns its id. */
export async function createOrganisation(database: Writer, wanted: { name: string; id?: string }, now: Date): Promise<string> {
	const { name, id = newId() } = wanted;
	await database.write((tx) => tx.insert(organisationTable).values({ id, name, createdAt: now }));
	return id;
}

/** Makes a group with its code and key, and sets its coaches, all or nothing. */
export async function createGroup(database: Writer, wanted: NewGroup, now: Date): Promise<Group> {
	const { id = newId(), organisationId, name, setting, coachIds } = wanted;
	const fresh = freshCode(now);
	const code = wanted.code ?? fresh.code;
	const group: Group = { id, organisationId, name, setting, ...fresh, code, closedAt: null, createdAt: now };
	// 128 random bits: nobody guesses a group that they weren't given the code of.
	const key = randomBytes(16).toString('base64url');
	await database.write(async (tx) => {
		await tx.insert(groupTable).values({ ...group, key });
		for (const accountId of coachIds) await tx.insert(groupCoachTable).values({ groupId: id, accountId });
	});
	return group;
}

/** The groups an account may see, by name: a coach's own, a coordinator's organisation's. */
export async function listGroupsOfCoach(database: Database, account: Account): Promise<Group[]> {
	const rows = await database.read.select().from(groupTable).where(eq(groupTable.organisationId, account.organisationId));
	const ids = rows.map(({ id }) => id);
	const coachIds = await listCoachIds(database, ids);
	return rows
		.filter(({ id, organisationId }) => can(account, 'see', { kind: 'group', organisationId, coachIds: coachIds.get(id) ?? [] }))
		.map(toGroup)
		.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** The group, when the account may do this with it; null for another's group exactly as for one that doesn't exist. */
export async function findGroupForCoach(
	database: Database,
	account: Account,
	groupId: string,
	action: GroupAction = 'see'
): Promise<Group | null> {
	const [row] = await database.read.select().from(groupTable).where(eq(groupTable.id, groupId));
	if (row === undefined) return null;
	const coachIds = (await listCoachIds(database, [row.id])).get(row.id) ?? [];
	return can(account, action, { kind: 'group', organisationId: row.organisationId, coachIds }) ? toGroup(row) : null;
}

/** The group whose key a device sent; null for a key that no group has. A closed group's plays aren't counted. */
export async function findGroupByKey(
	database: Database,
	key: string
): Promise<{ id: string; organisationId: string; open: boolean } | null> {
	const [row] = await database.read.select().from(groupTable).where(eq(groupTable.key, key));
	return row === undefined ? null : { id: row.id, organisationId: row.organisationId, open: row.closedAt === null };
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
export async function renewCode(database: Database, groupId: string, now: Date): Promise<string> {
	const fresh = freshCode(now);
	await database.write((tx) => tx.update(groupTable).set(fresh).where(eq(groupTable.id, groupId)));
	return fresh.code;
}

/** Closes the group: nobody joins and nothing more is counted; what was counted stays. */
export async function closeGroup(database: Database, groupId: string, now: Date): Promise<void> {
	await database.write((tx) => tx.update(groupTable).set({ closedAt: now }).where(eq(groupTable.id, groupId)));
}

/** Opens a closed group again, with the members and the code it had. */
export async function openGroup(database: Database, groupId: string): Promise<void> {
	await database.write((tx) => tx.update(groupTable).set({ closedAt: null }).where(eq(groupTable.id, groupId)));
}

async function listCoachIds(database: Database, groupIds: string[]): Promise<Map<string, string[]>> {
	const rows = await database.read.select().from(groupCoachTable).where(inArray(groupCoachTable.groupId, groupIds));
	const coachIds = new Map<string, string[]>();
	for (const { groupId, accountId } of rows) coachIds.set(groupId, [...(coachIds.get(groupId) ?? []), accountId]);
	return coachIds;
}

/** Without the key: only a device that joined is given that. */
function toGroup(row: typeof groupTable.$inferSelect): Group {
	const { id, organisationId, name, setting, code, codeExpiresAt, closedAt, createdAt } = row;
	return { id, organisationId, name, setting, code, codeExpiresAt, closedAt, createdAt };
}

/** A code clashes with one of a thousand groups once in 850 million times; the database then refuses and the coach tries again. */
function freshCode(now: Date): Pick<Group, 'code' | 'codeExpiresAt'> {
	return { code: makeCode((n) => randomInt(n)), codeExpiresAt: new Date(now.getTime() + codeLifetime) };
}

function newId(): string {
	return randomBytes(12).toString('base64url');
}
