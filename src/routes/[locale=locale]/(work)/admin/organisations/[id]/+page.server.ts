// One organisation, as the network sees it: its coordinators and their invitations, never its groups' counts.
import { fail, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { describeInvitationLink } from '$lib/auth/invitation-link.server';
import { inviteAccount, listInvitations, resetAccess } from '$lib/auth/invitations.server';
import { readFields } from '$lib/forms/fields';
import { listColleagues } from '$lib/groups/directory.server';
import { hasContact, hasProcedure } from '$lib/groups/organisation';
import { changeOrganisation, closeOrganisation, countGroups, findOrganisation } from '$lib/groups/organisations.server';
import { auditAccount } from '$lib/groups/peers.server';
import { findAccountForActor, mayInvite } from '$lib/groups/people.server';
import { dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { giveMandate, readMandate } from '$lib/ops/mandates.server';
import { readVersion, refuse } from '../../../work.server';

interface OrganisationEvent {
	params: { id: string; locale: string };
	locals: App.Locals;
}

async function getOrganisation(event: OrganisationEvent) {
	const organisation = await findOrganisation(getInstance().accounts, event.params.id);
	if (organisation === null) refuse(event);
	return organisation;
}

/** The admin as who acts on this organisation: its coordinators read the act in their log. */
const actingOn = (account: Account, organisationId: string) => ({ id: account.id, organisationId });

export const load = async (event) => {
	requireRole(event, 'network-admin');
	const { accounts } = getInstance();
	const organisation = await getOrganisation(event);
	const [counts, coordinators, invitations] = await Promise.all([
		countGroups(accounts, organisation.id),
		listColleagues(accounts, organisation.id, 'coordinator'),
		listInvitations(accounts, { organisationId: organisation.id, roles: ['coordinator'] }, new Date())
	]);
	const { id, name, country, closedAt, agreedOn, version } = organisation;
	const signing = await readMandate(accounts, country);
	return {
		organisation: { id, name, country, agreedOn, version, closed: closedAt !== null },
		safeguarding: hasContact(organisation) && hasProcedure(organisation),
		groups: counts.groups,
		signs: signing === id,
		signsInstead: signing && signing !== id ? ((await findOrganisation(accounts, signing))?.name ?? null) : null,
		coordinators: coordinators.map((each) => ({ id: each.id, name: each.name })),
		waiting: invitations.filter(({ state }) => state === 'open').map(({ expiresAt }) => dayOf(expiresAt)),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	save: async (event) => {
		const account = requireRole(event, 'network-admin');
		const organisation = await getOrganisation(event);
		const fields = await readFields(event.request, 'name', 'country', 'version');
		const name = fields?.name.normalize('NFKC').trim() ?? '';
		const country = fields?.country.trim().toLowerCase() ?? '';
		if (name.length < 2 || name.length > 80 || !/^[a-z]{2}$/.test(country)) return fail(400, { changed: false });
		const seen = { id: organisation.id, version: readVersion(fields?.version ?? '') };
		const saved = await changeOrganisation(
			getInstance().accounts,
			actingOn(account, organisation.id),
			seen,
			{ name, country },
			new Date()
		);
		if (!saved.ok) return fail(409, { changed: true });
		redirect(303, `${event.url.pathname}?done=save`);
	},
	invite: async (event) => {
		const account = requireRole(event, 'network-admin');
		const { id, closedAt } = await getOrganisation(event);
		const { accounts, settings } = getInstance();
		const now = new Date();
		const wanted = { role: 'coordinator' as const, organisationId: id, groupId: null };
		if (closedAt !== null || !(await mayInvite(accounts, account, wanted))) refuse(event);
		const { token } = await inviteAccount(accounts, { ...wanted, by: account.id }, now);
		await auditAccount(accounts, actingOn(account, id), 'account-invite', null, 'coordinator', now);
		return { link: describeInvitationLink(settings.origin, event.params.locale, token) };
	},
	reset: async (event) => {
		const account = requireRole(event, 'network-admin');
		const { id } = await getOrganisation(event);
		const { accounts, settings } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, 'account');
		const person = await findAccountForActor(accounts, account, fields?.account ?? '', 'reset');
		const access = person?.organisationId === id ? await resetAccess(accounts, person.id, account.id, now) : null;
		if (access === null || person === null) refuse(event);
		await auditAccount(accounts, actingOn(account, id), 'account-reset', person.id, '', now);
		return { link: describeInvitationLink(settings.origin, event.params.locale, access.token) };
	},
	sign: async (event) => {
		const account = requireRole(event, 'network-admin');
		const { id, country, closedAt } = await getOrganisation(event);
		if (closedAt !== null) refuse(event);
		await giveMandate(getInstance().accounts, account, { country, organisationId: id }, new Date());
		redirect(303, `${event.url.pathname}?done=sign`);
	},
	close: async (event) => {
		const account = requireRole(event, 'network-admin');
		const { id, closedAt } = await getOrganisation(event);
		await closeOrganisation(getInstance().accounts, actingOn(account, id), id, closedAt === null, new Date());
		redirect(303, `${event.url.pathname}?done=${closedAt === null ? 'close' : 'reopen'}`);
	}
};
