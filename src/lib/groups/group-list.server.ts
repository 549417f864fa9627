// The groups of an organisation as a table: searched, filtered, sorted and paged by the database, with coaches and peers counted.
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import { listPeersOf } from './directory.server';
import type { Database } from '../database/database.server';
import { likePattern, type ListQuery } from '../forms/list-query';
import { settings, type Group } from './group';
import { listCoachIds, toGroup } from './groups.server';
import { groupCoachTable, groupTable } from './tables.server';

export interface ListedGroup extends Group {
	coachIds: string[];
	peers: number;
}

export const groupSorts = ['name', 'setting', 'created'] as const;
export const groupStates = ['open', 'preparing', 'closed', 'no-coach'] as const;
const sorts = { name: groupTable.name, setting: groupTable.setting, created: groupTable.createdAt };

/** A page of the groups of an organisation. */
export async function listGroups(
	database: Database,
	organisationId: string,
	query: ListQuery<(typeof groupSorts)[number]>,
	size: number,
	now: Date
): Promise<{ rows: ListedGroup[]; total: number }> {
	const conditions: (SQL | undefined)[] = [eq(groupTable.organisationId, organisationId)];
	const setting = settings.find((each) => each === query.filters.setting);
	if (setting !== undefined) conditions.push(eq(groupTable.setting, setting));
	if (query.search !== '') conditions.push(sql`${groupTable.name} LIKE ${likePattern(query.search)} ESCAPE '\\'`);
	conditions.push(stateCondition(database, query.filters.state ?? ''));
	const where = and(...conditions);
	const [all] = await database.read.select({ n: count() }).from(groupTable).where(where);
	const direction = query.descending ? desc : asc;
	const found = await database.read
		.select()
		.from(groupTable)
		.where(where)
		.orderBy(direction(sorts[query.sort]), asc(groupTable.id))
		.limit(size)
		.offset((query.page - 1) * size);
	const ids = found.map(({ id }) => id);
	const [coachIds, peers] = await Promise.all([listCoachIds(database, ids, now), listPeersOf(database, ids)]);
	const rows = found.map((row) => ({
		...toGroup(row),
		coachIds: coachIds.get(row.id) ?? [],
		peers: peers.filter(({ groupId }) => groupId === row.id).length
	}));
	return { rows, total: all?.n ?? 0 };
}

/** Groups of an organisation that nobody coaches, by name; 20 at most. */
export async function listGroupsWithoutCoach(
	database: Database,
	organisationId: string
): Promise<{ id: string; name: string }[]> {
	return database.read
		.select({ id: groupTable.id, name: groupTable.name })
		.from(groupTable)
		.where(and(eq(groupTable.organisationId, organisationId), stateCondition(database, 'no-coach')))
		.orderBy(groupTable.name)
		.limit(20);
}

/** The largest number of peer experts that one of these groups has. */
export async function countMostPeers(database: Database, organisationId: string): Promise<number> {
	const ids = await database.read
		.select({ id: groupTable.id })
		.from(groupTable)
		.where(and(eq(groupTable.organisationId, organisationId), isNull(groupTable.closedAt)))
		.limit(500);
	const peers = await listPeersOf(
		database,
		ids.map(({ id }) => id)
	);
	const counts = new Map<string, number>();
	for (const { groupId } of peers) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
	return Math.max(0, ...counts.values());
}

function stateCondition(database: Database, state: string): SQL | undefined {
	if (state === 'open') return and(isNotNull(groupTable.openedAt), isNull(groupTable.closedAt));
	if (state === 'preparing') return and(isNull(groupTable.openedAt), isNull(groupTable.closedAt));
	if (state === 'closed') return isNotNull(groupTable.closedAt);
	if (state !== 'no-coach') return undefined;
	const coached = database.read.select({ id: groupCoachTable.groupId }).from(groupCoachTable);
	return and(isNull(groupTable.closedAt), sql`NOT ${inArray(groupTable.id, coached)}`);
}
