// The keys of a member organisation that issues badges here: did:web:<host>:issuers:<id>. It says neither its name nor its groups.
import { describeDid } from '$lib/certification/badge-keys';
import { getRing } from '$lib/certification/badge-publish.server';
import { publicRoute } from '$lib/auth/guards.server';
import { findOrganisation } from '$lib/groups/organisations.server';
import { getInstance } from '$lib/ops/instance.server';
import { answer } from '../../../badges/publish.server';

export const prerender = false;

export const GET = async (event) => {
	publicRoute();
	const [ring, organisation] = await Promise.all([
		getRing(getInstance()),
		findOrganisation(getInstance().accounts, event.params.id)
	]);
	const known = organisation !== null && ring.keys.length > 0;
	return answer(event, known ? describeDid(ring, organisation.id) : null, 'application/did+json');
};
