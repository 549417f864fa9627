// One group: its counts, its code, and the three things a coach does with it. Actions answer with a redirect, so that
// reloading the page never renews a code twice.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { closeGroup, listCoachIds, openGroup, renewCode } from '$lib/groups/groups.server';
import { listMissing } from '$lib/groups/organisation';
import { findOrganisation } from '$lib/groups/organisations.server';
import { listPeers } from '$lib/groups/peers.server';
import { addDays, dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { listBoosters } from '$lib/planning/plan';
import { listPlans } from '$lib/planning/plans.server';
import { getGroupParticipation } from '$lib/voices/group-view.server';
import { listLaterChoices } from '$lib/voices/later-choices.server';
import { describeGroup, describeModules, titleOf } from '../../describe.server';
import { describeGoals } from './goals.server';
import { describeJoinCode } from './join-code.server';
import { getOwnGroup } from './own-group.server';

/** Reminders listed on the page: those of the next half year. */
const boostersShown = 6;

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const group = await getOwnGroup(event, account, 'see');
	const { accounts, voices } = getInstance();
	const locale = event.params.locale as Locale;
	const now = new Date();
	const today = dayOf(now);
	const [organisation, coachIds, peers, plans, seen, later] = await Promise.all([
		findOrganisation(accounts, group.organisationId),
		listCoachIds(accounts, [group.id], now),
		listPeers(accounts, [group.id]),
		listPlans(accounts, [group.id], addDays(today, -200)),
		getGroupParticipation(voices, group.id),
		listLaterChoices(voices, group.id)
	]);
	const missing = organisation === null ? [] : listMissing(organisation, coachIds.get(group.id)?.length ?? 0);
	return {
		group: { ...describeGroup(group, locale, now), preparing: group.openedAt === null && group.closedAt === null },
		missing,
		role: account.role,
		peers: peers.map(({ id, name, pausedOn }) => ({ id, name, paused: pausedOn !== null })),
		boosters: listBoosters(plans, addDays(today, -14))
			.slice(0, boostersShown)
			.map((booster) => ({ ...booster, title: titleOf(booster.kit, locale), due: booster.dueOn <= today })),
		join: describeJoinCode(group, locale),
		modules: describeModules(seen, locale),
		goals: describeGoals(seen, later, locale),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	renew: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { id } = await getOwnGroup(event, account, 'manage');
		await renewCode(getInstance().accounts, id, new Date(), account);
		redirect(303, `${event.url.pathname}?done=renew`);
	},
	close: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { id } = await getOwnGroup(event, account, 'manage');
		await closeGroup(getInstance().accounts, id, new Date(), account);
		redirect(303, event.url.pathname);
	},
	open: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { id } = await getOwnGroup(event, account, 'manage');
		const opened = await openGroup(getInstance().accounts, id, new Date(), account);
		if (!opened.ok) return fail(409, { missing: opened.missing });
		redirect(303, `${event.url.pathname}?done=open`);
	}
};
