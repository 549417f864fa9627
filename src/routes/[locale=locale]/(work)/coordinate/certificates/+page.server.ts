import { requireRole } from '$lib/auth/guards.server';

export const load = (event) => {
	requireRole(event, 'coordinator');
};
