// What was said to cards, kept so that they stay away as long as they should, and counted so that bad rules are found.
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { addDays } from '../i18n/day';
import { todoAnswerTable, todoTallyTable } from './tables.server';
import { answerDays, type AnsweredCard, type TodoAnswer, type TodoCard } from './todo';

/** The answers of an account that may still keep a card away. */
export async function listAnswers(database: Database, accountId: string): Promise<AnsweredCard[]> {
	return database.read
		.select({
			card: todoAnswerTable.card,
			print: todoAnswerTable.print,
			answer: todoAnswerTable.answer,
			answeredOn: todoAnswerTable.answeredOn
		})
		.from(todoAnswerTable)
		.where(eq(todoAnswerTable.accountId, accountId));
}

/** Keeps an answer to a card as it is now. The same answer again isn't counted twice. */
export async function answerCard(
	database: Database,
	accountId: string,
	card: Pick<TodoCard, 'id' | 'rule' | 'print'>,
	answer: TodoAnswer,
	today: string
): Promise<void> {
	await database.write(async (tx) => {
		const own = and(eq(todoAnswerTable.accountId, accountId), eq(todoAnswerTable.card, card.id));
		const [before] = await tx.select().from(todoAnswerTable).where(own);
		const row = { print: card.print, answer, answeredOn: today };
		await tx
			.insert(todoAnswerTable)
			.values({ accountId, card: card.id, ...row })
			.onConflictDoUpdate({ target: [todoAnswerTable.accountId, todoAnswerTable.card], set: row });
		if (before?.print === card.print && before.answer === answer && before.answeredOn === today) return;
		await tx
			.insert(todoTallyTable)
			.values({ rule: card.rule, answer, count: 1 })
			.onConflictDoUpdate({
				target: [todoTallyTable.rule, todoTallyTable.answer],
				set: { count: sql`${todoTallyTable.count} + 1` }
			});
	});
}

/** Takes an answer back: the card is shown again, and not counted. */
export async function takeBackAnswer(database: Database, accountId: string, card: Pick<TodoCard, 'id' | 'rule'>): Promise<void> {
	await database.write(async (tx) => {
		const own = and(eq(todoAnswerTable.accountId, accountId), eq(todoAnswerTable.card, card.id));
		const [before] = await tx.delete(todoAnswerTable).where(own).returning();
		if (!before) return;
		const counted = and(eq(todoTallyTable.rule, card.rule), eq(todoTallyTable.answer, before.answer));
		await tx
			.update(todoTallyTable)
			.set({ count: sql`max(0, ${todoTallyTable.count} - 1)` })
			.where(counted);
	});
}

/** All answers to all rules, counted. */
export async function listTally(database: Database): Promise<{ rule: string; answer: TodoAnswer; count: number }[]> {
	return database.read.select().from(todoTallyTable);
}

/** Deletes answers that hide nothing any more; returns how many. */
export async function forgetAnswers(database: Database, today: string): Promise<number> {
	const old = lt(todoAnswerTable.answeredOn, addDays(today, -answerDays));
	const { rowsAffected } = await database.write((tx) => tx.delete(todoAnswerTable).where(old));
	return rowsAffected;
}
