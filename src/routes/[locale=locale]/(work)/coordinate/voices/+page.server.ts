// Voices for a coordinator: what waits, what is asked, what is published.
import { redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readCountry } from '$lib/groups/facts.server';
import type { Locale } from '$lib/i18n/locales';
import { listRead } from '$lib/moderation/queue.server';
import { getInstance } from '$lib/ops/instance.server';
import { draftConsultation, listConsultationsOf } from '$lib/voices/consultations.server';
import { listReleases } from '$lib/voices/release.server';
import { dayOf, periodOf, previousPeriod } from '$lib/voices/period';
import { describeConsultation } from '../../../(learn)/voices/describe.server';

export const load = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator');
	const { accounts, voices, moderation } = getInstance();
	const country = await readCountry(accounts, organisationId);
	const now = new Date();
	const [consultations, waiting, releases] = await Promise.all([
		listConsultationsOf(voices, organisationId),
		listRead(moderation, organisationId),
		listReleases(voices)
	]);
	const due = previousPeriod(periodOf(now));
	const described = consultations.map((each) => describeConsultation(each, event.params.locale as Locale, dayOf(now)));
	return {
		consultations: described.map(({ id, state, title, dueOn, overdue }) => ({ id, state, title, dueOn, overdue })),
		waiting: waiting.length,
		due,
		isReleased: releases.some(({ source, release }) => source === '' && release.period === due && release.country === country)
	};
};

export const actions = {
	draft: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const { accounts, voices } = getInstance();
		const id = await draftConsultation(voices, { organisationId, country: await readCountry(accounts, organisationId) });
		redirect(303, `/${event.params.locale}/coordinate/voices/consultations/${id}`);
	}
};
