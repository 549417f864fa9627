// Voices for a coordinator: what waits, what is asked, what is published.
import { redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readCountry } from '$lib/groups/facts.server';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { isAsked, stepKinds, type ConsultationBody } from '$lib/voices/consultation';
import { draftConsultation, listConsultationsOf } from '$lib/voices/consultations.server';
import { dayOf } from '$lib/voices/period';
import { describeConsultation } from '../../../(learn)/voices/describe.server';
import { gatherVoicesFacts } from '../voices-facts.server';

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const now = new Date();
	const locale = event.params.locale as Locale;
	const [consultations, { facts, due }] = await Promise.all([
		listConsultationsOf(getInstance().voices, account.organisationId),
		gatherVoicesFacts(account, locale, now)
	]);
	return {
		consultations: consultations.map((each) => {
			const { id, state, title, dueOn, answeredOn, overdue } = describeConsultation(each, locale, dayOf(now));
			return { id, state, title, dueOn, answeredOn, overdue, audience: each.body.audience, steps: listSteps(each.body, state) };
		}),
		waiting: facts.sentences,
		due,
		toSign: facts.figures
	};
};

/** The five steps of a consultation: those that were asked, the one that is open, those to come. */
function listSteps({ steps, current }: ConsultationBody, state: string) {
	const now = current === null ? -1 : stepKinds.indexOf(current);
	return stepKinds.map((kind, index) => {
		const step = steps.find((each) => each.kind === kind);
		const asked = step !== undefined && isAsked(step);
		if (state === 'open' && index === now) return { kind, state: 'now' as const };
		const past = state === 'closed' || state === 'answered' || (state === 'open' && index < now);
		return { kind, state: asked && past ? ('done' as const) : ('ahead' as const) };
	});
}

export const actions = {
	draft: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const { accounts, voices } = getInstance();
		const id = await draftConsultation(voices, { organisationId, country: await readCountry(accounts, organisationId) });
		redirect(303, `/${event.params.locale}/coordinate/voices/consultations/${id}`);
	}
};
