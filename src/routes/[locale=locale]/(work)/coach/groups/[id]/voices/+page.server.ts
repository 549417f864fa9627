// A group's voices for its coach: what it is asked, how many have answered (from five on), ways to take part, what was answered back.
import { randomBytes } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readCountry } from '$lib/groups/facts.server';
import type { Locale } from '$lib/i18n/locales';
import { addStatement, listWritten, makeReceipt } from '$lib/moderation/queue.server';
import { longestStatement, tidyStatement } from '$lib/moderation/statement';
import { getInstance } from '$lib/ops/instance.server';
import { allow } from '$lib/voices/blind-sign.server';
import { listOptions, wordsIn } from '$lib/voices/consultation';
import { dayOf } from '$lib/voices/period';
import { listShownAnswers } from '$lib/voices/shown-answers.server';
import { recordTally } from '$lib/voices/tallies.server';
import { describeConsultation } from '../../../../../(learn)/voices/describe.server';
import { getOwnGroup } from '../own-group.server';
import { listAsked, openFormOf, openStepOf } from '../../../../asked.server';

const mostPeople = 60;
/** Of a count made in a room: one person may have chosen twice. */
const mostAnswers = 2 * mostPeople;

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const group = await getOwnGroup(event, account, 'see');
	const locale = event.params.locale as Locale;
	const { voices, moderation } = getInstance();
	const asked = await listAsked(group);
	return {
		group: { id: group.id, name: group.name },
		waiting: (await listWritten(moderation, [group.id])).length,
		tallyId: randomBytes(16).toString('base64url'),
		consultations: await Promise.all(
			asked.map(async (each) => {
				const form = openFormOf(each);
				const step = openStepOf(each);
				const words = new Map(step?.options.map((option) => [option.id, wordsIn(option.words, locale).text]));
				return {
					...describeConsultation(each, locale, dayOf(new Date())),
					form,
					options: step && form ? (listOptions(step)[step.kind] ?? []).map((id) => ({ id, label: words.get(id) ?? null })) : [],
					shown: form
						? (await listShownAnswers(voices, group.id, form)).map(({ option, count }) => ({
								option,
								label: words.get(option) ?? null,
								count
							}))
						: []
				};
			})
		),
		mostAnswers,
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	phones: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const form = await event.request.formData();
		const size = Number(form.get('size'));
		const name = String(form.get('form') ?? '');
		const asked = (await listAsked(group)).some((each) => openFormOf(each) === name);
		if (!asked || !Number.isInteger(size) || size < 1 || size > mostPeople) return fail(422, { problem: 'size' as const });
		await allow(getInstance().voices, group.id, name, size, new Date());
		redirect(303, `${event.url.pathname}?done=phones`);
	},
	tally: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const fields = await event.request.formData();
		const consultation = (await listAsked(group)).find((each) => openFormOf(each) === fields.get('form'));
		const step = consultation && openStepOf(consultation);
		const id = String(fields.get('id') ?? '');
		const method = fields.get('method') === 'hands' ? 'hands' : 'paper';
		if (!consultation || !step || !/^[\w-]{22}$/.test(id)) return fail(422, { problem: 'tally' as const });
		const form = openFormOf(consultation) ?? '';
		const answers = (listOptions(step)[step.kind] ?? []).map((option) => ({
			form,
			question: step.kind,
			option,
			count: Number(fields.get(`count-${option}`) || 0)
		}));
		const attended = answers.reduce((all, { count }) => all + count, 0);
		if (attended < 1 || attended > mostAnswers || answers.some(({ count }) => !Number.isInteger(count) || count < 0))
			return fail(422, { problem: 'tally' as const });
		const sentences = step.freeText ? readSentences(String(fields.get('sentences') ?? '')) : [];
		if (sentences === null) return fail(422, { problem: 'sentences' as const });
		const { accounts, voices, moderation } = getInstance();
		const now = new Date();
		const { organisationId, setting, id: groupId } = group;
		const place = { country: await readCountry(accounts, organisationId), organisationId, groupId };
		const recorded = await recordTally(voices, { id, ...place, method, occasion: 'consultation', attended, answers }, now);
		// A form that is sent twice adds its sentences once, like its counts.
		for (const raw of recorded === 'counted' ? sentences : []) {
			const { locale } = event.params;
			const statement = { consultationId: consultation.id, step: step.kind, organisationId, groupId, setting, locale, raw };
			// Nobody holds this receipt: whoever wrote on paper tells the coach, who refuses the sentence.
			await addStatement(moderation, statement, makeReceipt(), now);
		}
		redirect(303, `${event.url.pathname}?done=tally`);
	}
};

/** Sentences that were written on paper, one a line; null when there are too many or one is too long. */
function readSentences(text: string): string[] | null {
	const lines = text.slice(0, 40_000).split('\n').map(tidyStatement).filter(Boolean);
	return lines.length > mostPeople || lines.some((line) => [...line].length > longestStatement) ? null : lines;
}
