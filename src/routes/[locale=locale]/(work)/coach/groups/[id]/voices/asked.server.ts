// The consultations that a group is asked, as its coach's pages need them.
import type { Group } from '$lib/groups/group';
import { getInstance } from '$lib/ops/instance.server';
import { formOf, type Consultation } from '$lib/voices/consultation';
import { concerns, listPublicConsultations } from '$lib/voices/consultations.server';
import { homeCountry } from '../../../../../(learn)/voices/country';

/** Open, closed and answered ones; the group's own organisation's and those for the country. */
export async function listAsked({ organisationId }: Pick<Group, 'organisationId'>): Promise<Consultation[]> {
	const all = await listPublicConsultations(getInstance().voices);
	return all.filter((each) => concerns(each, { organisationId, country: homeCountry }));
}

/** The form of the step that is open now. */
export function openFormOf({ id, state, body }: Consultation): string | null {
	return state === 'open' && body.current ? formOf(id, body.current) : null;
}
