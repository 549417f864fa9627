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

/** Where a choice stands. */
export type ChoicePlace = Pick<LeadingChoice, 'module' | 'node' | 'choice'>;

/**
 * Of these choices, those that at least this share (0..1) of their node's shown respondents took, from five respondents on.
 * Only the nodes that are asked about are read: a coach has thousands of others.
 */
export async function listLeadingChoices(
	voices: Database,
	groupIds: readonly string[],
	share: number,
	asked: readonly ChoicePlace[]
): Promise<LeadingChoice[]> {
	if (groupIds.length === 0 || asked.length === 0) return [];
	const shown = shownChoicesTable;
	const of = (key: keyof ChoicePlace) => [...new Set(asked.map((place) => place[key]))];
	const own = and(inArray(shown.groupId, [...groupIds]), inArray(shown.module, of('module')), inArray(shown.node, of('node')));
	const respondents = sql<number>`sum(${shown.count}) OVER (PARTITION BY ${shown.groupId}, ${shown.module}, ${shown.node})`;
	const { groupId, module, node, choice, count } = shown;
	const nodes = voices.read
		.select({ groupId, module, node, choice, count, respondents: respondents.as('respondents') })
		.from(shown)
		.where(own)
		.as('nodes');
	const leading = await voices.read
		.select()
		.from(nodes)
		.where(and(gte(nodes.respondents, minimumRespondents), sql`${nodes.count} >= ${share} * ${nodes.respondents}`))
		.orderBy(nodes.groupId, nodes.module, nodes.node, nodes.choice);
	const wanted = new Set(asked.map(nameOf));
	const found = leading.filter((row) => wanted.has(nameOf(row)));
	return found.length === 0 ? [] : addQuarters(voices, found);
}

const nameOf = ({ module, node, choice }: ChoicePlace) => `${module} ${node} ${choice}`;

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
