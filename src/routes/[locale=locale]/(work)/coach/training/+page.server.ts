// Training days to come, and which of the own peer experts will be there; the coach's own days below.
import { redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { listPeers } from '$lib/groups/peers.server';
import { addDays, dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { listAttended, listComingDays, listForDay } from '$lib/training/training-days.server';
import { refuse } from '../../work.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const { accounts } = getInstance();
	const now = new Date();
	const today = dayOf(now);
	const groups = await listGroupsOfCoach(accounts, account, now);
	const peers = await listPeers(
		accounts,
		groups.map(({ id }) => id)
	);
	const days = await listComingDays(accounts, account.organisationId, today);
	return {
		peers: peers.map(({ id, name, groupId }) => ({
			id,
			name,
			groupName: groups.find((group) => group.id === groupId)?.name ?? ''
		})),
		days: days.map(({ attended, ...day }) => ({
			...day,
			own: attended.includes(account.id),
			listed: peers.filter(({ id }) => attended.includes(id)).map(({ id }) => id)
		})),
		attended: await listAttended(accounts, account.id, addDays(today, 1)),
		ownId: account.id,
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coach');
		const { accounts } = getInstance();
		const now = new Date();
		const data = await event.request.formData().catch(() => null);
		const groups = await listGroupsOfCoach(accounts, account, now);
		const own = [
			account.id,
			...(
				await listPeers(
					accounts,
					groups.map(({ id }) => id)
				)
			).map(({ id }) => id)
		];
		const day = (await listComingDays(accounts, account.organisationId, dayOf(now))).find(({ id }) => id === data?.get('day'));
		if (day === undefined) refuse(event);
		const wanted = own.filter((id) => data?.getAll('who').includes(id));
		await listForDay(
			accounts,
			day.id,
			own.filter((id) => !wanted.includes(id)),
			false
		);
		await listForDay(accounts, day.id, wanted, true);
		redirect(303, `${event.url.pathname}?done=save`);
	}
};
