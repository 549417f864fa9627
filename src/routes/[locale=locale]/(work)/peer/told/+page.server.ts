import { requireRole } from '$lib/auth/guards.server';
import { findOrganisation } from '$lib/groups/organisations.server';
import { getInstance } from '$lib/ops/instance.server';

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert', 'coach', 'coordinator');
	const organisation = await findOrganisation(getInstance().accounts, account.organisationId);
	// Peer experts go to their coach; only adults are given the organisation's contact.
	const adult = account.role !== 'peer-expert' && organisation !== null;
	return {
		contact: adult ? { name: organisation.contact, phone: organisation.contactPhone, procedure: organisation.procedure } : null
	};
};
