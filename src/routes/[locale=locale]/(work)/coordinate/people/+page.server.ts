// The people of an organisation: found, filtered, invited. A link is shown once, by the page that made it.
import { fail, redirect } from '@sveltejs/kit';
import { roles, type Role } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { describeInvitationLink } from '$lib/auth/invitation-link.server';
import { inviteAccount, listInvitations, withdrawInvitation } from '$lib/auth/invitations.server';
import { listAccounts } from '$lib/auth/list-accounts.server';
import { countPages, pageSize, readListQuery } from '$lib/forms/list-query';
import { readFields } from '$lib/forms/fields';
import { auditAccount } from '$lib/groups/peers.server';
import { findInvitationForActor, mayInvite } from '$lib/groups/people.server';
import { dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { mayBeSentTo, sendInvitation } from '../../send-invitation.server';
import { refuse } from '../../work.server';

const invitable = ['coach', 'coordinator'] as const;

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const { accounts } = getInstance();
	const filters = { role: roles, state: ['closed'] };
	const query = readListQuery(event.url.searchParams, { sorts: ['name', 'role', 'newest'], filters });
	const role = query.filters.role as Role | '';
	const { rows, total } = await listAccounts(accounts, {
		organisationId: account.organisationId,
		...(role && { roles: [role] }),
		search: query.search,
		state: query.filters.state === 'closed' ? 'closed' : 'open',
		sort: query.sort,
		page: query.page,
		perPage: pageSize
	});
	const invitations = await listInvitations(
		accounts,
		{ organisationId: account.organisationId, roles: [...invitable] },
		new Date()
	);
	return {
		query,
		total,
		pages: countPages(total),
		rows: rows.map(({ id, name, role: own, createdAt, closedAt }) => ({
			id,
			name,
			role: own,
			createdOn: dayOf(createdAt),
			closed: closedAt !== null
		})),
		invitations: invitations
			.filter(({ state }) => state === 'open')
			.map(({ id, role: own, expiresAt, accountId }) => ({ id, role: own, until: dayOf(expiresAt), again: accountId !== null })),
		invite: event.url.searchParams.has('invite'),
		canMail: getInstance().mail !== null,
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	invite: async (event) => {
		const account = requireRole(event, 'coordinator');
		const { accounts, settings, mail } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, 'role', 'email');
		const role = invitable.find((each) => each === fields?.role);
		const { organisationId } = account;
		if (role === undefined || !(await mayInvite(accounts, account, { role, organisationId, groupId: null })))
			return fail(400, { wrong: 'role' as const, email: '' });
		const to = fields?.email.trim() ?? '';
		if (!mayBeSentTo(mail, to)) return fail(422, { wrong: 'email' as const, role, email: to });
		const { token } = await inviteAccount(accounts, { role, organisationId, by: account.id }, now);
		await auditAccount(accounts, account, 'account-invite', null, role, now);
		const link = describeInvitationLink(settings.origin, event.params.locale, token);
		const t = getTranslator(event.params.locale as Locale);
		return { role, link, sending: await sendInvitation(mail, t, { to, url: link.url, from: account.name }) };
	},
	withdraw: async (event) => {
		const account = requireRole(event, 'coordinator');
		const { accounts } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, 'invitation');
		const invitation = await findInvitationForActor(accounts, account, fields?.invitation ?? '', 'withdraw');
		if (invitation === null) refuse(event);
		if (await withdrawInvitation(accounts, invitation.id, now))
			await auditAccount(accounts, account, 'account-withdraw', null, invitation.role, now);
		redirect(303, `${event.url.pathname}?done=withdraw`);
	}
};
