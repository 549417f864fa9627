import { requireRole } from '$lib/auth/guards.server';
import { openHostPage } from '../host-page.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'peer-expert');
	return { host: await openHostPage(event, account, 'host') };
};
