import { requireRole } from '$lib/auth/guards.server';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { addDays, dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { listBoosters } from '$lib/planning/plan';
import { listPlans } from '$lib/planning/plans.server';
import { titleOf } from '../describe.server';

/** Lines of each part of the page. */
const shown = 30;

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const { accounts } = getInstance();
	const locale = event.params.locale as Locale;
	const now = new Date();
	const today = dayOf(now);
	const groups = await listGroupsOfCoach(accounts, account, now);
	const names = new Map(groups.map(({ id, name }) => [id, name]));
	const plans = await listPlans(accounts, [...names.keys()], addDays(today, -200));
	const describe = (plan: (typeof plans)[number]) => ({
		...plan,
		title: titleOf(plan.kit, locale),
		groupName: names.get(plan.groupId) ?? ''
	});
	const boosters = groups.flatMap(({ id, name }) =>
		listBoosters(
			plans.filter(({ groupId }) => groupId === id),
			addDays(today, -14)
		).map((booster) => ({
			...booster,
			groupId: id,
			groupName: name,
			title: titleOf(booster.kit, locale),
			due: booster.dueOn <= today
		}))
	);
	return {
		hasGroups: groups.length > 0,
		coming: plans
			.filter(({ on, state }) => on >= today && state === 'planned')
			.slice(0, shown)
			.map(describe),
		past: plans
			.filter(({ on, state }) => state === 'held' || (state === 'planned' && on < today))
			.reverse()
			.slice(0, shown)
			.map(describe),
		boosters: boosters.sort((a, b) => a.dueOn.localeCompare(b.dueOn)).slice(0, shown),
		done: event.url.searchParams.get('done'),
		undo: event.url.searchParams.get('undo')
	};
};
