import { requireRole } from '$lib/auth/guards.server';
import { countPages, pageSize, readListQuery } from '$lib/forms/list-query';
import { listCountries, listOrganisations, organisationSorts } from '$lib/groups/organisations.server';
import { dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';

export const load = async (event) => {
	requireRole(event, 'network-admin');
	const { accounts } = getInstance();
	const countries = await listCountries(accounts);
	const filters = { country: countries.map(({ country }) => country), state: ['closed'] };
	const query = readListQuery(event.url.searchParams, { sorts: organisationSorts, filters });
	const { rows, total } = await listOrganisations(accounts, query, pageSize);
	return {
		query,
		total,
		pages: countPages(total),
		countries,
		rows: rows.map(({ id, name, country, groups, createdAt }) => ({ id, name, country, groups, createdOn: dayOf(createdAt) }))
	};
};
