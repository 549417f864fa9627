// One person: role, new access, closing and its undo. The last coordinator stays, and so does the last coach of an open group.
import { fail, redirect } from '@sveltejs/kit';
import { changeRole, closeAccount, reopenAccount } from '$lib/auth/accounts.server';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { describeInvitationLink } from '$lib/auth/invitation-link.server';
import { resetAccess } from '$lib/auth/invitations.server';
import { readFields } from '$lib/forms/fields';
import { can } from '$lib/groups/can';
import { endPlaces, listGroupsThatNeed, listPlacesOf } from '$lib/groups/coaches.server';
import { findAccounts } from '$lib/groups/directory.server';
import { findGroupForCoach } from '$lib/groups/groups.server';
import { auditAccount } from '$lib/groups/peers.server';
import { dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from '../../../work.server';

type Action = 'see' | 'reset' | 'close' | 'change-role';
interface PersonEvent {
	params: { id: string; locale: string };
	locals: App.Locals;
}

/** The person of this address, closed accounts too, when the account may do this; 404 otherwise. */
async function getPerson(event: PersonEvent, account: Account, action: Action) {
	const found = (await findAccounts(getInstance().accounts, [event.params.id])).get(event.params.id);
	if (found === undefined) refuse(event);
	const { id, role, organisationId } = found;
	if (!can(account, action, { kind: 'account', id, role, organisationId, coachIds: [] })) refuse(event);
	return found;
}

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const person = await getPerson(event, account, 'see');
	const { accounts } = getInstance();
	const places = await listPlacesOf(accounts, person.id);
	const groups = await Promise.all(
		places.map(async ({ groupId, until }) => ({
			until,
			group: await findGroupForCoach(accounts, account, groupId, 'see', new Date())
		}))
	);
	const { id, name, username, role, createdAt, closedAt } = person;
	return {
		person: { id, name, username, role, createdOn: dayOf(createdAt), closed: closedAt !== null },
		own: id === account.id,
		groups: groups.flatMap(({ group, until }) => (group ? [{ id: group.id, name: group.name, until }] : [])),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	role: async (event) => {
		const account = requireRole(event, 'coordinator');
		const person = await getPerson(event, account, 'change-role');
		const { accounts } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, 'was', 'role');
		const adult = (text: string | undefined) => (['coach', 'coordinator'] as const).find((role) => role === text);
		const [was, role] = [adult(fields?.was), adult(fields?.role)];
		if (was === undefined || role === undefined) return fail(400, { problem: 'changed-meanwhile' as const, groups: [] });
		const needed = was === 'coach' && role !== was ? await listGroupsThatNeed(accounts, person.id, now) : [];
		if (needed.length > 0) return fail(409, { problem: 'last-coach' as const, groups: needed });
		const changed = await changeRole(accounts, person.id, { was, role });
		if (!changed.ok) return fail(409, { problem: changed.reason, groups: [] });
		await auditAccount(accounts, account, 'account-role', person.id, role, now);
		redirect(303, `${event.url.pathname}?done=role`);
	},
	reset: async (event) => {
		const account = requireRole(event, 'coordinator');
		const person = await getPerson(event, account, 'reset');
		const { accounts, settings } = getInstance();
		const now = new Date();
		const access = await resetAccess(accounts, person.id, account.id, now);
		if (access === null) refuse(event);
		await auditAccount(accounts, account, 'account-reset', person.id, '', now);
		return { link: describeInvitationLink(settings.origin, event.params.locale, access.token) };
	},
	close: async (event) => {
		const account = requireRole(event, 'coordinator');
		const person = await getPerson(event, account, 'close');
		const { accounts } = getInstance();
		const now = new Date();
		const needed = await listGroupsThatNeed(accounts, person.id, now);
		if (needed.length > 0) return fail(409, { problem: 'last-coach' as const, groups: needed });
		const closed = await closeAccount(accounts, person.id, now);
		if (!closed.ok) return fail(409, { problem: closed.reason, groups: [] });
		await endPlaces(accounts, person.id, true, dayOf(now));
		await auditAccount(accounts, account, 'account-close', person.id, '', now);
		redirect(303, `${event.url.pathname}?done=close`);
	},
	back: async (event) => {
		const account = requireRole(event, 'coordinator');
		const person = await getPerson(event, account, 'close');
		const { accounts } = getInstance();
		const now = new Date();
		if (await reopenAccount(accounts, person.id)) {
			// Closed today, the places are given back; later, somebody else coaches the groups.
			if (person.closedAt && dayOf(person.closedAt) === dayOf(now)) await endPlaces(accounts, person.id, false, dayOf(now));
			await auditAccount(accounts, account, 'account-reopen', person.id, '', now);
		}
		redirect(303, `${event.url.pathname}?done=back`);
	}
};
