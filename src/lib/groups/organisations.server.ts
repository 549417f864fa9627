// Organisations in the database: made, looked up, listed, changed by whoever read the latest version.
import { randomBytes } from 'node:crypto';
import { and, asc, count, desc, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { likePattern, type ListQuery } from '../forms/list-query';
import { writeAudit, type Actor } from '../ops/audit.server';
import type { OnboardingFacts, Organisation } from './organisation';
import { groupCoachTable, groupTable, organisationTable } from './tables.server';

type Writer = Pick<Database, 'write'>;

/** What a save can meet: someone else saved since, or there is none of that id any more. */
export type Saved = { ok: true } | { ok: false; reason: 'changed' | 'unknown' };

/** Makes an organisation and returns its id. `by` is null at the command line. */
export async function createOrganisation(
	database: Writer,
	wanted: { name: string; id?: string; country?: string },
	now: Date,
	by: Actor | null = null
): Promise<string> {
	const { name, id = randomBytes(12).toString('base64url'), country = 'be' } = wanted;
	await database.write(async (tx) => {
		await tx.insert(organisationTable).values({ id, name, country, createdAt: now });
		await writeAudit(tx, { by, organisationId: id, act: 'organisation-create', subject: name }, now);
	});
	return id;
}

/** An organisation, closed ones too; null when there is none of that id. */
export async function findOrganisation(database: Database, id: string): Promise<Organisation | null> {
	const [row] = await database.read.select().from(organisationTable).where(eq(organisationTable.id, id));
	return row ?? null;
}

export type OrganisationChange = Partial<
	Pick<Organisation, 'name' | 'country' | 'agreedOn' | 'contact' | 'contactPhone' | 'procedure'>
>;

/** Saves a change to the version that was read; a newer one is left as it is, and the later editor is told. */
export async function changeOrganisation(
	database: Database,
	by: Actor,
	seen: { id: string; version: number },
	change: OrganisationChange,
	now: Date
): Promise<Saved> {
	return database.write(async (tx) => {
		const [row] = await tx.select().from(organisationTable).where(eq(organisationTable.id, seen.id));
		if (row === undefined) return { ok: false, reason: 'unknown' };
		if (row.version !== seen.version) return { ok: false, reason: 'changed' };
		await tx
			.update(organisationTable)
			.set({ ...change, version: row.version + 1 })
			.where(eq(organisationTable.id, seen.id));
		await writeAudit(tx, { by, organisationId: row.id, act: 'organisation-change', subject: change.name ?? row.name }, now);
		return { ok: true };
	});
}

/** Ends or resumes an organisation's taking part. Its groups close with it: nobody joins what nobody answers for. */
export async function closeOrganisation(database: Database, by: Actor, id: string, closed: boolean, now: Date): Promise<void> {
	await database.write(async (tx) => {
		const other = closed ? isNull(organisationTable.closedAt) : isNotNull(organisationTable.closedAt);
		const [row] = await tx
			.update(organisationTable)
			.set({ closedAt: closed ? now : null, version: sql`${organisationTable.version} + 1` })
			.where(and(eq(organisationTable.id, id), other))
			.returning({ name: organisationTable.name });
		if (!row) return;
		if (closed) {
			const open = and(eq(groupTable.organisationId, id), isNull(groupTable.closedAt));
			await tx.update(groupTable).set({ closedAt: now }).where(open);
		}
		const act = closed ? 'organisation-close' : 'organisation-reopen';
		await writeAudit(tx, { by, organisationId: id, act, subject: row.name }, now);
	});
}

export const organisationSorts = ['name', 'country', 'created'] as const;
const sorts = { name: organisationTable.name, country: organisationTable.country, created: organisationTable.createdAt };

/** A page of all organisations, each with its number of groups. */
export async function listOrganisations(
	database: Database,
	query: ListQuery<(typeof organisationSorts)[number]>,
	size: number
): Promise<{ rows: (Organisation & { groups: number })[]; total: number }> {
	const conditions: SQL[] = [];
	if (query.search !== '') conditions.push(sql`${organisationTable.name} LIKE ${likePattern(query.search)} ESCAPE '\\'`);
	if (query.filters.country) conditions.push(eq(organisationTable.country, query.filters.country));
	conditions.push(query.filters.state === 'closed' ? isNotNull(organisationTable.closedAt) : isNull(organisationTable.closedAt));
	const where = and(...conditions);
	const [all] = await database.read.select({ n: count() }).from(organisationTable).where(where);
	const direction = query.descending ? desc : asc;
	const rows = await database.read
		.select({
			organisation: organisationTable,
			groups: sql<number>`(SELECT count(*) FROM "group" WHERE "group".organisation_id = "organisation".id)`
		})
		.from(organisationTable)
		.where(where)
		.orderBy(direction(sorts[query.sort]), asc(organisationTable.id))
		.limit(size)
		.offset((query.page - 1) * size);
	return { rows: rows.map(({ organisation, groups }) => ({ ...organisation, groups })), total: all?.n ?? 0 };
}

/** Countries with how many organisations and groups take part. */
export async function listCountries(database: Database): Promise<{ country: string; organisations: number; groups: number }[]> {
	return database.read
		.select({
			country: organisationTable.country,
			organisations: sql<number>`count(DISTINCT ${organisationTable.id})`,
			groups: sql<number>`count(${groupTable.id})`
		})
		.from(organisationTable)
		.leftJoin(groupTable, and(eq(groupTable.organisationId, organisationTable.id), isNull(groupTable.closedAt)))
		.where(isNull(organisationTable.closedAt))
		.groupBy(organisationTable.country)
		.orderBy(organisationTable.country);
}

/** Groups of an organisation that aren't closed, and how many of them have a coach. */
export async function countGroups(
	database: Database,
	organisationId: string
): Promise<Pick<OnboardingFacts, 'groups' | 'groupsWithCoach'>> {
	const [row] = await database.read
		.select({
			groups: sql<number>`count(DISTINCT ${groupTable.id})`,
			groupsWithCoach: sql<number>`count(DISTINCT ${groupCoachTable.groupId})`
		})
		.from(groupTable)
		.leftJoin(groupCoachTable, eq(groupCoachTable.groupId, groupTable.id))
		.where(and(eq(groupTable.organisationId, organisationId), isNull(groupTable.closedAt)));
	return row ?? { groups: 0, groupsWithCoach: 0 };
}
