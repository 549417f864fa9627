// A consultation's life in the store: no opening without its gates, no change to a promise, no end without an answer.
import { describe, expect, it } from 'vitest';
import { temporaryVoices } from '../../../tests/temporary';
import type { Database } from '../database/database.server';
import { emptyBody, isOverdue, listGaps, requirements, wordsIn, type ConsultationBody } from './consultation';
import {
	answerConsultation,
	closeConsultation,
	concerns,
	draftConsultation,
	dropDraft,
	findConsultation,
	openConsultation,
	openStep,
	publishStatements,
	listStatements,
	saveDraft
} from './consultations.server';
import { discloseQuestion } from './question';
import { answerTable } from './tables.server';
import { recordTally } from './tallies.server';

const now = new Date('2026-11-23T10:00:00Z');
const due = '2027-01-31';
const owner = { organisationId: 'org-a', country: 'BE' };

function whole(): ConsultationBody {
	const body = emptyBody();
	const gather = body.steps[0]!;
	Object.assign(gather, {
		prompt: { fr: 'Quoi ?' },
		options: [
			{ id: 'o1', words: { fr: 'Ceci' } },
			{ id: 'o2', words: { fr: 'Cela' } }
		]
	});
	for (const name of requirements) body.requirements[name] = { met: true, evidence: 'Une preuve en une phrase.' };
	return { ...body, asker: 'Réseau', title: { fr: 'T' }, purpose: { fr: 'P' }, readers: { fr: 'R' }, changes: { fr: 'C' } };
}

async function begin(voices: Database, body = whole()): Promise<string> {
	const id = await draftConsultation(voices, owner);
	await saveDraft(voices, id, 'org-a', body, due);
	return id;
}

describe('gates', () => {
	it('are all shut for an empty draft and open for a whole one', () => {
		expect(listGaps({ body: emptyBody(), answerDue: '' }, '2026-11-23')).toHaveLength(16);
		expect(listGaps({ body: whole(), answerDue: due }, '2026-11-23')).toEqual([]);
	});

	it.each([
		['asker', (body: ConsultationBody) => (body.asker = '')],
		['purpose', (body: ConsultationBody) => (body.purpose = { fr: ' ' })],
		['requirement:safe', (body: ConsultationBody) => (body.requirements.safe = { met: true, evidence: 'court' })],
		[
			'requirement:voluntary',
			(body: ConsultationBody) => (body.requirements.voluntary = { met: false, evidence: 'Une preuve en une phrase.' })
		],
		['options', (body: ConsultationBody) => ((body.steps[0]!.options = []), (body.steps[0]!.freeText = false))],
		['prompt', (body: ConsultationBody) => (body.steps[0]!.prompt = {})]
	])('shut for %s', async (gap, spoil) => {
		const voices = await temporaryVoices();
		const body = whole();
		spoil(body);
		const id = await begin(voices, body);
		expect(await openConsultation(voices, id, 'org-a', now)).toMatchObject({ ok: false, reason: 'gaps', gaps: [gap] });
		expect((await findConsultation(voices, id))?.state).toBe('draft');
	});

	it('shut for a day that has passed', () => {
		expect(listGaps({ body: whole(), answerDue: '2026-11-23' }, '2026-11-23')).toEqual(['answer-due']);
	});
});

describe('a consultation', () => {
	it('goes from draft to answered, and each step only in its turn', async () => {
		const voices = await temporaryVoices();
		const id = await begin(voices);
		expect(await closeConsultation(voices, id, 'org-a')).toEqual({ ok: false, reason: 'not-open' });
		expect(await openConsultation(voices, id, 'org-b', now)).toEqual({ ok: false, reason: 'gone' });
		expect(await openConsultation(voices, id, 'org-a', now)).toEqual({ ok: true });
		expect(await saveDraft(voices, id, 'org-a', whole(), due)).toEqual({ ok: false, reason: 'not-draft' });
		expect(await dropDraft(voices, id, 'org-a')).toEqual({ ok: false, reason: 'not-draft' });
		const step = { kind: 'causes' as const, prompt: { fr: 'Pourquoi ?' }, options: [], freeText: true };
		expect(await openStep(voices, id, 'org-a', { ...step, freeText: false })).toEqual({ ok: false, reason: 'step' });
		expect(await openStep(voices, id, 'org-a', step)).toEqual({ ok: true });
		expect((await findConsultation(voices, id))?.body.current).toBe('causes');
		const answers = [
			{ form: `c:${id}:gather`, question: 'gather', option: 'o1', count: 23 },
			{ form: `c:${id}:gather`, question: 'gather', option: 'o2', count: 4 }
		];
		await recordTally(
			voices,
			{ id: 'a meeting of sixteen', ...owner, groupId: 'g', method: 'paper', occasion: 'consultation', attended: 27, answers },
			now
		);
		expect(await answerConsultation(voices, id, 'org-a', { said: { fr: 'x' }, did: { fr: 'y' }, couldNot: {} }, now)).toEqual({
			ok: false,
			reason: 'not-open'
		});
		expect(await closeConsultation(voices, id, 'org-a')).toEqual({ ok: true });
		const { body } = (await findConsultation(voices, id))!;
		expect(body.results).toContainEqual({ step: 'gather', option: 'o1', value: 25, status: 'published' });
		expect(body.results).toContainEqual({ step: 'gather', option: 'o2', value: null, status: 'fewer' });
		expect(await answerConsultation(voices, id, 'org-a', { said: { fr: 'x' }, did: {}, couldNot: {} }, now)).toEqual({
			ok: false,
			reason: 'no-answer'
		});
		expect(
			await answerConsultation(voices, id, 'org-a', { said: { fr: 'x' }, did: {}, couldNot: { fr: 'Parce que.' } }, now)
		).toEqual({ ok: true });
		expect((await findConsultation(voices, id))?.state).toBe('answered');
	});

	it('nags when its day has passed without an answer', () => {
		for (const state of ['open', 'closed'] as const)
			expect(isOverdue({ state, answerDue: '2026-11-22' }, '2026-11-23')).toBe(true);
		expect(isOverdue({ state: 'open', answerDue: '2026-11-23' }, '2026-11-23')).toBe(false);
		expect(isOverdue({ state: 'answered', answerDue: '2026-11-22' }, '2026-11-23')).toBe(false);
	});

	it('asks its own organisation, or the country', async () => {
		const voices = await temporaryVoices();
		const consultation = (await findConsultation(voices, await begin(voices)))!;
		expect(concerns(consultation, { organisationId: 'org-b', country: 'BE' })).toBe(false);
		expect(concerns(consultation, owner)).toBe(true);
		consultation.body.audience = 'country';
		expect(concerns(consultation, { organisationId: 'org-b', country: 'BE' })).toBe(true);
		expect(concerns(consultation, { organisationId: 'org-b', country: 'NL' })).toBe(false);
	});

	it('says its words in the reader’s language, else in French, else in any', () => {
		expect(wordsIn({ fr: 'a', nl: 'b' }, 'nl')).toEqual({ text: 'b', locale: 'nl' });
		expect(wordsIn({ fr: 'a', nl: 'b' }, 'ar')).toEqual({ text: 'a', locale: 'fr' });
		expect(wordsIn({ nl: 'b' }, 'ar')).toEqual({ text: 'b', locale: 'nl' });
	});

	it('publishes a sentence once, however often it is tried', async () => {
		const voices = await temporaryVoices();
		const row = { statementKey: 'k', consultationId: 'c', step: 'gather', setting: 'shelter', locale: 'fr', text: 'x' };
		await publishStatements(voices, [row]);
		await publishStatements(voices, [row]);
		expect(await listStatements(voices, 'c')).toHaveLength(1);
	});
});

it('a question answered by fewer than ten says nothing', () => {
	expect(discloseQuestion('gather', ['o1', 'skip'], new Map([['o1', 9]]))).toEqual([]);
	expect(discloseQuestion('gather', ['o1', 'skip'], new Map([['o1', 12]]))).toEqual([
		{ step: 'gather', option: 'o1', value: 10, status: 'published' },
		{ step: 'gather', option: 'skip', value: null, status: 'fewer' }
	]);
});

describe('answers by age', () => {
	/** Answers of an organisation, as a batch leaves them. */
	async function fill(voices: Database, form: string, organisations: number): Promise<void> {
		const rows = Array.from({ length: organisations }, (_, index) => `org-${index}`).flatMap((organisationId, index) =>
			(['12-13', '14-15', '16-18', ''] as const).flatMap((ageBand) =>
				(['o1', 'o2', 'skip'] as const).flatMap((option) =>
					Array.from({ length: option === 'skip' ? 1 : 8 + index }, (_, n) => ({
						...{ answerKey: `${form} ${organisationId} ${ageBand} ${option} ${n}`, period: '2026-27/Q2', country: 'BE' },
						...{ organisationId, groupId: '', form, question: 'gather', option, ageBand }
					}))
				)
			)
		);
		await voices.write((tx) => tx.insert(answerTable).values(rows));
	}

	async function closed(audience: 'country' | 'organisation', organisations: number, byAge = true) {
		const voices = await temporaryVoices();
		const id = await begin(voices, { ...whole(), audience });
		await openConsultation(voices, id, 'org-a', now);
		await fill(voices, `c:${id}:gather`, organisations);
		expect(await closeConsultation(voices, id, 'org-a', { byAge })).toEqual({ ok: true });
		return (await findConsultation(voices, id))!.body;
	}

	it('are told for the country, and never what is small', { timeout: 60_000 }, async () => {
		const { tables = [], results } = await closed('country', 4);
		expect(tables).toHaveLength(1);
		const [{ ages, options, cells }] = tables as [(typeof tables)[number]];
		expect(ages).toEqual(['12-13', '14-15', '16-18', 'unknown']);
		expect(options).toEqual(['o1', 'o2', 'other']);
		const skipped = cells.slice(0, 4).map((row) => row[2]);
		expect(skipped, 'four of each age skipped').toEqual([null, null, null, null]);
		expect(cells.at(-1)?.at(-1), 'all of them').toBe(320);
		expect(results.find(({ option }) => option === 'o1')?.value).toBe(150);
	});

	it('are not told of one organisation, of two, or unasked', { timeout: 60_000 }, async () => {
		expect((await closed('organisation', 4)).tables).toBeUndefined();
		expect((await closed('country', 2)).tables).toBeUndefined();
		expect((await closed('country', 4, false)).tables).toBeUndefined();
	});
});
