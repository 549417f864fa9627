// Where the quick exit leads: a page of the instance's choice, else our own neutral page.
import { redirect } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { getInstance } from '$lib/ops/instance.server';

export const prerender = false;

export const GET = () => {
	publicRoute();
	redirect(303, getInstance().settings.exitUrl ?? '/calendar');
};
