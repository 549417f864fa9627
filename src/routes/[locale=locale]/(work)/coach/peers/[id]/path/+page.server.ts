// What a coach adds to a peer expert's way: the conversation, the meetings seen, the rubric, the poster. The group's coaches only.
import { fail, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { readPath } from '$lib/certification/path-facts.server';
import { followPath } from '$lib/certification/path';
import { agree, noteWellbeing, rate, signMeeting } from '$lib/certification/path-steps.server';
import { approvePoster, findPoster } from '$lib/certification/posters.server';
import { behaviours, readRatings, rubricStage } from '$lib/certification/rubric';
import { findKit } from '$lib/content/kits.server';
import { readFields } from '$lib/forms/fields';
import { findAccountForActor } from '$lib/groups/people.server';
import { dayOf, isDay } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from '../../../../work.server';
import { getOwnPeer } from '../own-peer.server';

type PeerEvent = Parameters<typeof getOwnPeer>[0];

/** The peer expert, for a coach of their group and for nobody else: who wasn't there can't say what was seen. */
async function getObserved(event: PeerEvent, account: Account) {
	if ((await findAccountForActor(getInstance().accounts, account, event.params.id, 'observe')) === null) refuse(event);
	return (await getOwnPeer(event, account)).peer;
}

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const peer = await getObserved(event, account);
	const { accounts } = getInstance();
	const today = dayOf(new Date());
	const person = { id: peer.id, achievement: 'peer-expert' as const, paused: peer.pausedOn !== null };
	const [{ facts, meetings, rubric }, poster] = await Promise.all([
		readPath(accounts, person, today),
		findPoster(accounts, peer.id)
	]);
	const stage = rubricStage(rubric);
	const locale = event.params.locale as Locale;
	return {
		...{ id: peer.id, name: peer.name, today, stage, poster },
		view: followPath(facts, today),
		wellbeingOn: facts.dates.wellbeing ?? null,
		meetings: meetings.map((each) => ({ ...each, title: findKit(each.kit, locale)?.text.title ?? each.kit })),
		rubric: {
			...{ coach: rubric.coach, ownRated: rubric.own !== null, agreed: rubric.agreed, agreedOn: rubric.agreedOn },
			both: stage !== 'rate' && rubric.own && rubric.coach ? { own: rubric.own, coach: rubric.coach } : null
		},
		done: event.url.searchParams.has('done')
	};
};

export const actions = {
	wellbeing: async (event) => {
		const account = requireRole(event, 'coach');
		const peer = await getObserved(event, account);
		const fields = await readFields(event.request, 'on', 'undo');
		const now = new Date();
		const on = fields?.undo ? null : (fields?.on ?? '');
		if (on !== null && (!isDay(on) || on > dayOf(now))) return fail(400, { wrong: 'date' as const });
		await noteWellbeing(getInstance().accounts, account, peer.id, on, now);
		redirect(303, `${event.url.pathname}?done`);
	},
	sign: async (event) => {
		const account = requireRole(event, 'coach');
		const peer = await getObserved(event, account);
		const fields = await readFields(event.request, 'on', 'kit', 'signed');
		const meeting = { on: fields?.on ?? '', kit: fields?.kit ?? '', signed: fields?.signed === 'yes' };
		if (!(await signMeeting(getInstance().accounts, account, peer.id, meeting, new Date())))
			return fail(409, { wrong: 'meeting' as const });
		redirect(303, `${event.url.pathname}?done`);
	},
	rate: async (event) => {
		const account = requireRole(event, 'coach');
		const peer = await getObserved(event, account);
		const fields = await readFields(event.request, ...behaviours);
		const ratings = fields && readRatings(fields);
		if (!ratings) return fail(400, { wrong: 'ratings' as const });
		if (!(await rate(getInstance().accounts, peer.id, 'coach', ratings))) return fail(409, { wrong: 'closed' as const });
		redirect(303, `${event.url.pathname}?done`);
	},
	agree: async (event) => {
		const account = requireRole(event, 'coach');
		const peer = await getObserved(event, account);
		const fields = await readFields(event.request, 'undo', ...behaviours);
		const ratings = fields?.undo ? null : fields && readRatings(fields);
		if (!fields?.undo && !ratings) return fail(400, { wrong: 'ratings' as const });
		if (!(await agree(getInstance().accounts, account, peer.id, ratings, new Date())))
			return fail(409, { wrong: 'closed' as const });
		redirect(303, `${event.url.pathname}?done`);
	},
	poster: async (event) => {
		const account = requireRole(event, 'coach');
		const peer = await getObserved(event, account);
		const fields = await readFields(event.request, 'place', 'times', 'approved');
		const read = { place: fields?.place ?? '', times: fields?.times ?? '', approved: fields?.approved === 'yes' };
		if (!(await approvePoster(getInstance().accounts, account, peer.id, read, new Date())))
			return fail(409, { wrong: 'poster' as const });
		redirect(303, `${event.url.pathname}?done`);
	}
};
