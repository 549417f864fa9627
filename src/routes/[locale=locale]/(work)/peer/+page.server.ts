// A peer expert's first screen: the path, the next step, and the pause that needs no reason.
import { fail, redirect } from '@sveltejs/kit';
import { closeAccount } from '$lib/auth/accounts.server';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { auditAccount, setPause } from '$lib/groups/peers.server';
import { dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { listPlans } from '$lib/planning/plans.server';
import { listComingDays } from '$lib/training/training-days.server';
import { titleOf } from '../coach/describe.server';
import { describePeer } from '../peer-sheet.server';
import { getOwnPlace } from './own.server';

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert');
	const { peer, group } = await getOwnPlace(event, account);
	const { accounts } = getInstance();
	const locale = event.params.locale as Locale;
	const today = dayOf(new Date());
	const [sheet, plans, days] = await Promise.all([
		describePeer(accounts, peer, group.name, locale, today),
		listPlans(accounts, [group.id], today),
		listComingDays(accounts, group.organisationId, today)
	]);
	const plan = plans.find(({ state }) => state === 'planned');
	const day = days.find(({ attended }) => attended.includes(account.id));
	const agenda = [
		...(plan ? [{ on: plan.on, starts: plan.starts, title: titleOf(plan.kit, locale), place: null }] : []),
		...(day ? [{ on: day.on, starts: day.starts, title: '', place: day.place }] : [])
	];
	return {
		sheet,
		agenda: agenda.sort((a, b) => a.on.localeCompare(b.on)),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	pause: async (event) => {
		const account = requireRole(event, 'peer-expert');
		const { peer } = await getOwnPlace(event, account);
		await setPause(getInstance().accounts, account, peer, peer.pausedOn === null, new Date());
		redirect(303, `${event.url.pathname}?done=pause`);
	},
	// Stepping back for good: at once, without a reason. The coach can open the account again for 30 days, if it was a mistake.
	leave: async (event) => {
		const account = requireRole(event, 'peer-expert');
		const { peer } = await getOwnPlace(event, account);
		const fields = await readFields(event.request, 'sure');
		if (fields?.sure !== 'yes') return fail(400, { unsure: true as const });
		const { accounts } = getInstance();
		const now = new Date();
		await closeAccount(accounts, peer.id, now);
		await auditAccount(accounts, account, 'peer-leave', peer.id, '', now);
		redirect(303, `/${event.params.locale}/sign-in`);
	}
};
