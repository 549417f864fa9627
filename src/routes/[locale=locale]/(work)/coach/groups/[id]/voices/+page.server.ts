// A group's voices for its coach: what it is asked, how many have answered (from five on), ways to take part, what was answered back.
import { randomBytes } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { listWritten } from '$lib/moderation/queue.server';
import { getInstance } from '$lib/ops/instance.server';
import { allow } from '$lib/voices/blind-sign.server';
import { isAsked, listOptions, stepKinds, wordsIn } from '$lib/voices/consultation';
import { dayOf } from '$lib/voices/period';
import { listShownAnswers } from '$lib/voices/shown-answers.server';
import { recordTally } from '$lib/voices/tallies.server';
import { homeCountry } from '../../../../../(learn)/voices/country';
import { describeConsultation } from '../../../../../(learn)/voices/describe.server';
import { getOwnGroup } from '../own-group.server';
import { listAsked, openFormOf } from './asked.server';

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
				const step = each.body.steps.find(({ kind }) => kind === each.body.current);
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
		const step = consultation?.body.steps.find(({ kind }) => kind === consultation.body.current);
		const id = String(fields.get('id') ?? '');
		const method = fields.get('method') === 'hands' ? 'hands' : 'paper';
		if (!consultation || !step || !isAsked(step) || !stepKinds.includes(step.kind) || !/^[\w-]{22}$/.test(id))
			return fail(422, { problem: 'tally' as const });
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
		const place = { country: homeCountry, organisationId: group.organisationId, groupId: group.id };
		await recordTally(getInstance().voices, { id, ...place, method, occasion: 'consultation', attended, answers }, new Date());
		redirect(303, `${event.url.pathname}?done=tally`);
	}
};
