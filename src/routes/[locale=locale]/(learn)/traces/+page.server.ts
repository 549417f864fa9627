import { publicRoute } from '$lib/auth/guards.server';

export const prerender = true;

export const load = () => {
	publicRoute();
};
