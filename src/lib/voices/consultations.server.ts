// Consultations in the store: drafts, their opening once nothing is missing, their steps, their end with an answer.
import { randomBytes } from 'node:crypto';
import { and, desc, eq, sql, sum } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database, Transaction } from '../database/database.server';
import {
	consultationBodySchema,
	emptyBody,
	formOf,
	isAnswered,
	isAsked,
	listGaps,
	listOptions,
	type Consultation,
	type ConsultationBody,
	type Gap,
	type Step
} from './consultation';
import { makeAgeTable, type AgeTable } from './consultation-tables.server';
import { dayOf } from './period';
import { discloseQuestion } from './question';
import { answerTable, consultationTable as t, statementTable, tallyTable } from './tables.server';

/** Begins a draft; gives its id. */
export async function draftConsultation(
	voices: Database,
	{ organisationId, country }: { organisationId: string; country: string }
): Promise<string> {
	const id = randomBytes(9).toString('base64url').replaceAll(/[_-]/g, 'x');
	await voices.write((tx) =>
		tx.insert(t).values({ id, organisationId, country, state: 'draft', body: emptyBody(), answerDue: '' })
	);
	return id;
}

export async function findConsultation(voices: Database, id: string): Promise<Consultation | null> {
	const [row] = await voices.read.select().from(t).where(eq(t.id, id));
	return row ?? null;
}

/** Those of an organisation, newest opening first; drafts before all. */
export function listConsultationsOf(voices: Database, organisationId: string): Promise<Consultation[]> {
	return voices.read
		.select()
		.from(t)
		.where(eq(t.organisationId, organisationId))
		.orderBy(desc(sql`coalesce(${t.openedOn}, '9')`), t.id);
}

/** Those that are not drafts: what the public may read about. */
export async function listPublicConsultations(voices: Database): Promise<Consultation[]> {
	const rows = await voices.read
		.select()
		.from(t)
		.where(sql`${t.state} <> 'draft'`)
		.orderBy(desc(t.openedOn), t.id);
	return rows;
}

/** Those that young people of an organisation are asked: its own, and those for the whole country. */
export function concerns(
	{ organisationId, country, body }: Consultation,
	asked: { organisationId: string; country: string }
): boolean {
	return organisationId === asked.organisationId || (body.audience === 'country' && country === asked.country);
}

export type Changed =
	| { ok: true }
	| { ok: false; reason: 'gone' | 'not-draft' | 'malformed' | 'not-open' | 'no-answer' | 'step' }
	| { ok: false; reason: 'gaps'; gaps: Gap[] };

/** Replaces a draft's words. What was opened is a promise and stays as it is. */
export function saveDraft(
	voices: Database,
	id: string,
	organisationId: string,
	body: unknown,
	answerDue: string
): Promise<Changed> {
	const { success, output } = v.safeParse(consultationBodySchema, body);
	if (!success) return Promise.resolve({ ok: false, reason: 'malformed' });
	return change(voices, id, organisationId, async (tx, row) => {
		if (row.state !== 'draft') return { ok: false, reason: 'not-draft' };
		const { current, answer, results } = row.body;
		await tx
			.update(t)
			.set({ body: { ...output, current, answer, results }, answerDue })
			.where(eq(t.id, id));
		return { ok: true };
	});
}

/** Deletes a draft. */
export function dropDraft(voices: Database, id: string, organisationId: string): Promise<Changed> {
	return change(voices, id, organisationId, async (tx, row) => {
		if (row.state !== 'draft') return { ok: false, reason: 'not-draft' };
		await tx.delete(t).where(eq(t.id, id));
		return { ok: true };
	});
}

/** Publishes it and opens its first step, when every gate is passed. */
export function openConsultation(voices: Database, id: string, organisationId: string, now: Date): Promise<Changed> {
	return change(voices, id, organisationId, async (tx, row) => {
		if (row.state !== 'draft') return { ok: false, reason: 'not-draft' };
		const gaps = listGaps(row, dayOf(now));
		if (gaps.length > 0) return { ok: false, reason: 'gaps', gaps };
		const current = row.body.steps.find(isAsked)?.kind ?? null;
		await tx
			.update(t)
			.set({ state: 'open', openedOn: dayOf(now), body: { ...row.body, current } })
			.where(eq(t.id, id));
		return { ok: true };
	});
}

/** Goes on to another step, whose prompt and options may only now be known: what was gathered decides what is classified. */
export function openStep(
	voices: Database,
	id: string,
	organisationId: string,
	step: ConsultationBody['steps'][number]
): Promise<Changed> {
	return change(voices, id, organisationId, async (tx, row) => {
		if (row.state !== 'open') return { ok: false, reason: 'not-open' };
		const steps = row.body.steps.map((each) => (each.kind === step.kind ? step : each));
		const parsed = v.safeParse(consultationBodySchema, { ...row.body, steps, current: step.kind });
		if (!parsed.success || !isAsked(step) || (!step.freeText && step.options.length < 2)) return { ok: false, reason: 'step' };
		await tx.update(t).set({ body: parsed.output }).where(eq(t.id, id));
		return { ok: true };
	});
}

/**
 * Ends the asking and freezes what was answered, rounded and withheld as any published figure. `byAge` asks for tables by age band,
 * which only a consultation of the whole country can have.
 */
export async function closeConsultation(
	voices: Database,
	id: string,
	organisationId: string,
	{ byAge }: { byAge: boolean } = { byAge: false }
): Promise<Changed> {
	// Tables are solved before: no transaction waits for a linear program.
	const found = byAge ? await findConsultation(voices, id) : null;
	const tables: { table: AgeTable; counted: number }[] = [];
	if (found?.state === 'open' && found.organisationId === organisationId && found.body.audience === 'country') {
		for (const step of found.body.steps.filter(isAsked)) {
			const counts = await countOptions(voices.read, formOf(id, step.kind));
			const table = await makeAgeTable(voices, id, step, disclose(step, counts));
			if (table) tables.push({ table, counted: total(counts) });
		}
	}
	return change(voices, id, organisationId, async (tx, row) => {
		if (row.state !== 'open') return { ok: false, reason: 'not-open' };
		const results: ConsultationBody['results'] = [];
		const safe: AgeTable[] = [];
		for (const step of row.body.steps.filter(isAsked)) {
			const counts = await countOptions(tx, formOf(id, step.kind));
			results.push(...disclose(step, counts));
			// One that was overtaken by an answer would stand beside other counts than its own.
			const made = tables.find(({ table }) => table.step === step.kind);
			if (made?.counted === total(counts)) safe.push(made.table);
		}
		const body = { ...row.body, current: null, results, ...(safe.length > 0 && { tables: safe }) };
		await tx.update(t).set({ state: 'closed', body }).where(eq(t.id, id));
		return { ok: true };
	});
}

function disclose(step: Step, counts: ReadonlyMap<string, number>): ConsultationBody['results'] {
	return discloseQuestion(step.kind, listOptions(step)[step.kind] ?? [], counts);
}

function total(counts: ReadonlyMap<string, number>): number {
	return [...counts.values()].reduce((all, count) => all + count, 0);
}

/** Answers those who were asked: "you said / we did / we could not, because". */
export function answerConsultation(
	voices: Database,
	id: string,
	organisationId: string,
	answer: ConsultationBody['answer'],
	now: Date
): Promise<Changed> {
	return change(voices, id, organisationId, async (tx, row) => {
		if (row.state !== 'closed') return { ok: false, reason: 'not-open' };
		const parsed = v.safeParse(consultationBodySchema, { ...row.body, answer });
		if (!parsed.success || !isAnswered(parsed.output)) return { ok: false, reason: 'no-answer' };
		await tx
			.update(t)
			.set({ state: 'answered', answeredOn: dayOf(now), body: parsed.output })
			.where(eq(t.id, id));
		return { ok: true };
	});
}

/** Publishes approved sentences in one go, in no order; the same key again changes nothing. */
export async function publishStatements(voices: Database, statements: (typeof statementTable.$inferInsert)[]): Promise<void> {
	if (statements.length > 0) await voices.write((tx) => tx.insert(statementTable).values(statements).onConflictDoNothing());
}

export function listStatements(voices: Database, consultationId: string) {
	return voices.read
		.select()
		.from(statementTable)
		.where(eq(statementTable.consultationId, consultationId))
		.orderBy(statementTable.statementKey);
}

async function change(
	voices: Database,
	id: string,
	organisationId: string,
	work: (tx: Transaction, row: Consultation) => Promise<Changed>
): Promise<Changed> {
	return voices.write(async (tx) => {
		const [row] = await tx
			.select()
			.from(t)
			.where(and(eq(t.id, id), eq(t.organisationId, organisationId)));
		return row ? work(tx, row) : { ok: false, reason: 'gone' };
	});
}

async function countOptions(tx: Pick<Transaction, 'select'>, form: string): Promise<Map<string, number>> {
	const counts = new Map<string, number>();
	const add = (option: string, count: number) => counts.set(option, (counts.get(option) ?? 0) + count);
	const single = await tx
		.select({ option: answerTable.option, n: sql<number>`count(*)`.mapWith(Number) })
		.from(answerTable)
		.where(eq(answerTable.form, form))
		.groupBy(answerTable.option);
	for (const { option, n } of single) add(option, n);
	const counted = await tx
		.select({ option: tallyTable.option, n: sum(tallyTable.count).mapWith(Number) })
		.from(tallyTable)
		.where(eq(tallyTable.form, form))
		.groupBy(tallyTable.option);
	for (const { option, n } of counted) add(option, n);
	return counts;
}
