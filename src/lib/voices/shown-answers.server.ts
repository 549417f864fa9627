// Keeps what a coach sees of answers behind what was counted: shown from five respondents, renewed by at least five more.
import { and, eq, sql, sum } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { mayRenew } from './disclosure';
import { answerTable, shownAnswersTable, tallyTable } from './tables.server';

interface Count {
	question: string;
	option: string;
	count: number;
}

/** Renews the picture of every question of a form in a group that has five more respondents than shown. */
export async function renewShownAnswers(tx: Transaction, groupId: string, form: string): Promise<void> {
	const live = await countAnswers(tx, groupId, form);
	const t = shownAnswersTable;
	const before = await tx
		.select()
		.from(t)
		.where(and(eq(t.groupId, groupId), eq(t.form, form)));
	for (const question of new Set(live.map((row) => row.question))) {
		const fresh = live.filter((row) => row.question === question);
		const shown = before.filter((row) => row.question === question);
		if (!mayRenew(total(fresh), total(shown))) continue;
		await tx.delete(t).where(and(eq(t.groupId, groupId), eq(t.form, form), eq(t.question, question)));
		await tx.insert(t).values(fresh.map((row) => ({ groupId, form, ...row })));
	}
}

/** What the coach of a group sees of a form: option counts per question, most chosen first; questions below five are left out. */
export async function listShownAnswers(voices: Database, groupId: string, form: string): Promise<Count[]> {
	const t = shownAnswersTable;
	const rows = await voices.read
		.select()
		.from(t)
		.where(and(eq(t.groupId, groupId), eq(t.form, form)));
	return rows
		.map(({ question, option, count }) => ({ question, option, count }))
		.sort((a, b) => b.count - a.count || (a.option < b.option ? -1 : 1));
}

async function countAnswers(tx: Transaction, groupId: string, form: string): Promise<Count[]> {
	const a = answerTable;
	const single = await tx
		.select({ question: a.question, option: a.option, count: sql<number>`count(*)`.mapWith(Number) })
		.from(a)
		.where(and(eq(a.groupId, groupId), eq(a.form, form)))
		.groupBy(a.question, a.option);
	const t = tallyTable;
	const counted = await tx
		.select({ question: t.question, option: t.option, count: sum(t.count).mapWith(Number) })
		.from(t)
		.where(and(eq(t.groupId, groupId), eq(t.form, form)))
		.groupBy(t.question, t.option);
	const all = new Map<string, Count>();
	for (const { question, option, count } of [...single, ...counted]) {
		const key = JSON.stringify([question, option]);
		all.set(key, { question, option, count: (all.get(key)?.count ?? 0) + count });
	}
	return [...all.values()];
}

function total(rows: { count: number }[]): number {
	return rows.reduce((all, { count }) => all + count, 0);
}
