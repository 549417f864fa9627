// What the to-do list of a coach asks of many groups at once, by the same rules as one group's view: shown counts only.
import { and, eq, gte, inArray, min, sql, sum } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { discloseParticipation, minimumRespondents, type Count } from './disclosure';
import { choiceCountTable, participationCountTable, shownChoicesTable } from './tables.server';

export interface LeadingChoice {
	groupId: string;
	module: string;
	node: string;
	choice: string;
	count: number;
	respondents: number;
	/** The quarter in which the group's answers to this node begin; nothing finer is known. */
	quarter: string;
}

/** Choices that at least this share (0..1) of a node's shown respondents took, from five respondents on. */
export async function listLeadingChoices(voices: Database, groupIds: readonly string[], share: number): Promise<LeadingChoice[]> {
	if (groupIds.length === 0) return [];
	const shown = shownChoicesTable;
	const own = inArray(shown.groupId, [...groupIds]);
	const totals = voices.read
		.select({
			groupId: shown.groupId,
			module: shown.module,
			node: shown.node,
			respondents: sum(shown.count).mapWith(Number).as('respondents')
		})
		.from(shown)
		.where(own)
		.groupBy(shown.groupId, shown.module, shown.node)
		.as('totals');
	const leading = await voices.read
		.select({
			groupId: shown.groupId,
			module: shown.module,
			node: shown.node,
			choice: shown.choice,
			count: shown.count,
			respondents: totals.respondents
		})
		.from(shown)
		.innerJoin(totals, and(eq(totals.groupId, shown.groupId), eq(totals.module, shown.module), eq(totals.node, shown.node)))
		.where(and(own, gte(totals.respondents, minimumRespondents), sql`${shown.count} >= ${share} * ${totals.respondents}`));
	return leading.length === 0 ? [] : addQuarters(voices, leading);
}

async function addQuarters(voices: Database, leading: Omit<LeadingChoice, 'quarter'>[]): Promise<LeadingChoice[]> {
	const counted = choiceCountTable;
	const of = (key: 'groupId' | 'module' | 'node') => [...new Set(leading.map((row) => row[key]))];
	const begun = await voices.read
		.select({ groupId: counted.groupId, module: counted.module, node: counted.node, quarter: min(counted.period) })
		.from(counted)
		.where(and(inArray(counted.groupId, of('groupId')), inArray(counted.module, of('module')), inArray(counted.node, of('node'))))
		.groupBy(counted.groupId, counted.module, counted.node);
	const quarters = new Map(begun.map((row) => [`${row.groupId} ${row.module} ${row.node}`, row.quarter ?? '']));
	return leading.map((row) => ({ ...row, quarter: quarters.get(`${row.groupId} ${row.module} ${row.node}`) ?? '' }));
}

/** Starts and completions of each module in each of these groups, disclosed; groups that haven't begun are missing. */
export async function listParticipation(
	voices: Database,
	groupIds: readonly string[]
): Promise<Map<string, { module: string; started: Count; completed: Count }[]>> {
	const byGroup = new Map<string, { module: string; started: Count; completed: Count }[]>();
	if (groupIds.length === 0) return byGroup;
	const counted = participationCountTable;
	const rows = await voices.read
		.select({
			groupId: counted.groupId,
			module: counted.module,
			started: sum(counted.started).mapWith(Number),
			completed: sum(counted.completed).mapWith(Number)
		})
		.from(counted)
		.where(and(inArray(counted.groupId, [...groupIds]), eq(counted.attempt, 'first')))
		.groupBy(counted.groupId, counted.module)
		.orderBy(counted.module);
	for (const { groupId, module, started, completed } of rows) {
		const list = byGroup.get(groupId) ?? [];
		list.push({ module, ...discloseParticipation(started, completed) });
		byGroup.set(groupId, list);
	}
	return byGroup;
}
