import { requireUser } from '$lib/auth/guards.server';

export const load = (event) => {
	const { name, role } = requireUser(event);
	return { account: { name, role } };
};
