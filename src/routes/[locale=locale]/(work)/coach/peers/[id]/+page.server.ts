// One peer expert: the sheet that they see themselves, and what a coach may do. Leaving can be undone for 30 days; erasing can't.
import { fail, redirect } from '@sveltejs/kit';
import { closeAccount, reopenAccount } from '$lib/auth/accounts.server';
import { requireRole } from '$lib/auth/guards.server';
import { describeInvitationLink } from '$lib/auth/invitation-link.server';
import { peerExpertsPerGroup } from '$lib/auth/invitation';
import { resetAccess } from '$lib/auth/invitations.server';
import { readFields } from '$lib/forms/fields';
import { findGroupForCoach } from '$lib/groups/groups.server';
import { findAccounts } from '$lib/groups/directory.server';
import { auditAccount, erasePeer, listPeers, setPause } from '$lib/groups/peers.server';
import { dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { describePeer } from '../../../peer-sheet.server';
import { refuse } from '../../../work.server';
import { getOwnPeer } from './own-peer.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const left = event.url.searchParams.has('left');
	const { accounts } = getInstance();
	// Who just left has a page with one thing on it: the way back.
	if (left) {
		const found = (await findAccounts(accounts, [event.params.id])).get(event.params.id);
		const group = found?.groupId ? await findGroupForCoach(accounts, account, found.groupId, 'manage', new Date()) : null;
		if (found === undefined || group === null || found.closedAt === null) refuse(event);
		return { id: found.id, name: found.name, left: true, sheet: null, mayObserve: false, done: null };
	}
	const { peer, group } = await getOwnPeer(event, account);
	const sheet = await describePeer(accounts, peer, group.name, event.params.locale as Locale, dayOf(new Date()));
	const mayObserve = account.role === 'coach';
	return { id: peer.id, name: peer.name, left: false, sheet, mayObserve, done: event.url.searchParams.get('done') };
};

export const actions = {
	pause: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { peer } = await getOwnPeer(event, account);
		await setPause(getInstance().accounts, account, peer, peer.pausedOn === null, new Date());
		redirect(303, `${event.url.pathname}?done=pause`);
	},
	reset: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { peer } = await getOwnPeer(event, account);
		const { accounts, settings } = getInstance();
		const now = new Date();
		const access = await resetAccess(accounts, peer.id, account.id, now);
		if (access === null) refuse(event);
		await auditAccount(accounts, account, 'account-reset', peer.id, '', now);
		return { link: describeInvitationLink(settings.origin, event.params.locale, access.token) };
	},
	leave: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { peer } = await getOwnPeer(event, account);
		const { accounts } = getInstance();
		const now = new Date();
		await closeAccount(accounts, peer.id, now);
		await auditAccount(accounts, account, 'peer-leave', peer.id, '', now);
		redirect(303, `${event.url.pathname}?left`);
	},
	back: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { accounts } = getInstance();
		const now = new Date();
		const found = (await findAccounts(accounts, [event.params.id])).get(event.params.id);
		const group = found?.groupId ? await findGroupForCoach(accounts, account, found.groupId, 'manage', now) : null;
		if (found === undefined || group === null || found.closedAt === null) refuse(event);
		// Somebody may have taken the place meanwhile.
		if ((await listPeers(accounts, [group.id])).length >= peerExpertsPerGroup) return fail(409, { full: true as const });
		await reopenAccount(accounts, found.id);
		await auditAccount(accounts, account, 'peer-return', found.id, '', now);
		redirect(303, `${event.url.pathname}?done=back`);
	},
	erase: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const { peer } = await getOwnPeer(event, account);
		const fields = await readFields(event.request, 'sure');
		if (fields?.sure !== 'yes') return fail(400, { unsure: true as const });
		await erasePeer(getInstance().accounts, account, peer.id, new Date());
		const home = account.role === 'coach' ? 'coach/peers' : 'coordinate/groups';
		redirect(303, `/${event.params.locale}/${home}?done=erased`);
	}
};
