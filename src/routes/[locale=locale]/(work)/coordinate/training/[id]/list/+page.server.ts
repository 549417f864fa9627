// The attendance list of a training day, to print and lay on the table: names of those expected, and lines for the others.
import { requireRole } from '$lib/auth/guards.server';
import { listColleagues } from '$lib/groups/directory.server';
import { getInstance } from '$lib/ops/instance.server';
import { findTrainingDay } from '$lib/training/training-days.server';
import { refuse } from '../../../../work.server';

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const { accounts } = getInstance();
	const day = await findTrainingDay(accounts, account.organisationId, event.params.id);
	if (day === null || day.removed) refuse(event);
	const people = await listColleagues(accounts, account.organisationId, 'peer-expert', 'coach');
	const { id, on, starts, ends, place, programme } = day;
	return {
		day: { id, on, starts, ends, place, programme },
		people: people.filter((person) => day.attended.includes(person.id)).map(({ id, name, role }) => ({ id, name, role }))
	};
};
