// The peer experts of a coach's groups, and the invitations on their way. A link is shown once, by the page that made it.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { peerExpertsPerGroup } from '$lib/auth/invitation';
import { describeInvitationLink } from '$lib/auth/invitation-link.server';
import { inviteAccount, listInvitations, withdrawInvitation } from '$lib/auth/invitations.server';
import { readFields } from '$lib/forms/fields';
import { findGroupForCoach, listGroupsOfCoach } from '$lib/groups/groups.server';
import { auditAccount, listPeers } from '$lib/groups/peers.server';
import { findInvitationForActor } from '$lib/groups/people.server';
import { dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from '../../work.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const { accounts } = getInstance();
	const now = new Date();
	const groups = (await listGroupsOfCoach(accounts, account, now)).filter(({ closedAt }) => closedAt === null);
	const ids = groups.map(({ id }) => id);
	const [peers, invitations] = await Promise.all([
		listPeers(accounts, ids),
		listInvitations(accounts, { groupIds: ids, roles: ['peer-expert'] }, now)
	]);
	return {
		groups: groups.map(({ id, name }) => {
			const open = invitations.filter(
				({ groupId, state, accountId }) => groupId === id && state === 'open' && accountId === null
			);
			const own = peers.filter(({ groupId }) => groupId === id);
			return {
				id,
				name,
				peers: own.map((peer) => ({ id: peer.id, name: peer.name, pausedOn: peer.pausedOn })),
				invitations: open.map((invitation) => ({ id: invitation.id, until: dayOf(invitation.expiresAt) })),
				room: peerExpertsPerGroup - own.length - open.length
			};
		}),
		done: event.url.searchParams.get('done'),
		left: event.url.searchParams.get('left')
	};
};

export const actions = {
	invite: async (event) => {
		const account = requireRole(event, 'coach');
		const { accounts, settings } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, 'group');
		const group = await findGroupForCoach(accounts, account, fields?.group ?? '', 'manage', now);
		if (group === null) refuse(event, 'coach.groupNotFound');
		const [peers, invitations] = await Promise.all([
			listPeers(accounts, [group.id]),
			listInvitations(accounts, { groupIds: [group.id], roles: ['peer-expert'] }, now)
		]);
		const open = invitations.filter(({ state, accountId }) => state === 'open' && accountId === null).length;
		if (peers.length + open >= peerExpertsPerGroup) return fail(409, { group: group.id, full: true as const });
		const wanted = { role: 'peer-expert' as const, organisationId: group.organisationId, groupId: group.id, by: account.id };
		const { token } = await inviteAccount(accounts, wanted, now);
		await auditAccount(accounts, account, 'account-invite', null, group.name, now);
		return { group: group.id, link: describeInvitationLink(settings.origin, event.params.locale, token) };
	},
	withdraw: async (event) => {
		const account = requireRole(event, 'coach');
		const { accounts } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, 'invitation');
		const invitation = await findInvitationForActor(accounts, account, fields?.invitation ?? '', 'withdraw');
		if (invitation === null) refuse(event);
		if (await withdrawInvitation(accounts, invitation.id, now))
			await auditAccount(accounts, account, 'account-withdraw', null, '', now);
		redirect(303, `${event.url.pathname}?done=withdraw`);
	}
};
