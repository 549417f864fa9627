import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { createOrganisation } from '$lib/groups/organisations.server';
import { getInstance } from '$lib/ops/instance.server';

export const load = (event) => {
	requireRole(event, 'network-admin');
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'network-admin');
		const fields = await readFields(event.request, 'name', 'country');
		const name = fields?.name.normalize('NFKC').trim() ?? '';
		const country = fields?.country.trim().toLowerCase() ?? '';
		const wrong: string[] = [];
		if (name.length < 2 || name.length > 80) wrong.push('name');
		if (!/^[a-z]{2}$/.test(country)) wrong.push('country');
		if (wrong.length > 0) return fail(400, { wrong, name, country });
		const id = await createOrganisation(getInstance().accounts, { name, country }, new Date(), account);
		redirect(303, `/${event.params.locale}/admin/organisations/${id}`);
	}
};
