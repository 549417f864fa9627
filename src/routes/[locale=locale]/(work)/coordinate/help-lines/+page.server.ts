import { requireRole } from '$lib/auth/guards.server';
import { recheckAfterDays } from '$lib/content/help';
import { listHelpRows } from './old-lines.server';

export const load = (event) => {
	requireRole(event, 'coordinator', 'network-admin');
	return { rows: listHelpRows(new Date()), days: recheckAfterDays };
};
