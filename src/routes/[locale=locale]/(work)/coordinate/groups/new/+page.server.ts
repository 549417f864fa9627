import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { listColleagues } from '$lib/groups/directory.server';
import { settings } from '$lib/groups/group';
import { createGroup } from '$lib/groups/groups.server';
import { getInstance } from '$lib/ops/instance.server';

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const coaches = await listColleagues(getInstance().accounts, account.organisationId, 'coach');
	return { coaches: coaches.map(({ id, name }) => ({ id, name })) };
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coordinator');
		const { accounts } = getInstance();
		const { organisationId } = account;
		const fields = await readFields(event.request, 'name', 'setting', 'coach');
		const name = fields?.name.normalize('NFKC').trim() ?? '';
		const setting = settings.find((each) => each === fields?.setting);
		const coach = (await listColleagues(accounts, organisationId, 'coach')).find(({ id }) => id === fields?.coach);
		const wrong: string[] = [];
		if (name.length < 2 || name.length > 60) wrong.push('name');
		if (setting === undefined) wrong.push('setting');
		if (fields?.coach && coach === undefined) wrong.push('coach');
		if (setting === undefined || wrong.length > 0)
			return fail(400, { wrong, name, setting: fields?.setting ?? '', coach: fields?.coach ?? '' });
		const group = await createGroup(
			accounts,
			{ organisationId, name, setting, coachIds: coach ? [coach.id] : [] },
			new Date(),
			account
		);
		redirect(303, `/${event.params.locale}/coach/groups/${group.id}`);
	}
};
