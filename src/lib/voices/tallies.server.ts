// The door for counts made in a room: raised hands, paper, phones of a live meeting. Whoever counted hands over plain facts.
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../database/database.server';
import { methods, occasions, smallestBatch } from './answers';
import { periodOf } from './period';
import { renewShownAnswers } from './shown-answers.server';
import { attendanceTable, seenEventTable, tallyTable } from './tables.server';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500));
const name = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(?:[-:.][a-z0-9]+)*$/i));

export const tallySchema = v.strictObject({
	/** Random; the same meeting handed over twice counts once. */
	id: v.pipe(v.string(), v.minLength(16), v.maxLength(80)),
	country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
	organisationId: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
	groupId: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
	method: v.picklist(methods),
	occasion: v.picklist(occasions),
	/** How many were there. */
	attended: count,
	/** Empty when nothing was asked. */
	answers: v.pipe(v.array(v.strictObject({ form: name, question: name, option: name, count })), v.maxLength(200))
});

/** A meeting's counts, as a live meeting or a coach with a paper sheet hands them over. */
export type Tally = v.InferOutput<typeof tallySchema>;

/**
 * Adds a meeting's counts. Answers of fewer than ten aren't kept for the group but for its organisation only, where they add to
 * others. The same id again within the quarter changes nothing.
 */
export async function recordTally(voices: Database, tally: Tally, now: Date): Promise<'counted' | 'repeated'> {
	const period = periodOf(now);
	const { country, organisationId, method, occasion, attended, answers } = tally;
	return voices.write(async (tx) => {
		const seen = await tx
			.insert(seenEventTable)
			.values({ period, eventId: `tally ${tally.id}` })
			.onConflictDoNothing();
		if (seen.rowsAffected === 0) return 'repeated';
		const a = attendanceTable;
		await tx
			.insert(a)
			.values({ period, organisationId, groupId: tally.groupId, occasion, method, meetings: 1, count: attended })
			.onConflictDoUpdate({
				target: [a.organisationId, a.groupId, a.occasion, a.method, a.period],
				set: { meetings: sql`${a.meetings} + 1`, count: sql`${a.count} + ${attended}` }
			});
		const t = tallyTable;
		for (const { form, question, option, count } of answers.filter((each) => each.count > 0)) {
			const of = answers.filter((each) => each.form === form && each.question === question);
			const respondents = of.reduce((all, each) => all + each.count, 0);
			const groupId = respondents < smallestBatch ? '' : tally.groupId;
			await tx
				.insert(t)
				.values({ period, country, organisationId, groupId, form, question, option, method, count })
				.onConflictDoUpdate({
					target: [t.organisationId, t.groupId, t.form, t.question, t.option, t.method, t.period, t.country],
					set: { count: sql`${t.count} + ${count}` }
				});
		}
		for (const form of new Set(answers.map((each) => each.form))) await renewShownAnswers(tx, tally.groupId, form);
		return 'counted';
	});
}
