// GET /health/live: 200 while the process answers at all. Who restarts it asks here; who sends it people asks /health.
import { publicRoute } from '$lib/auth/guards.server';

export const prerender = false;

export const GET = () => {
	publicRoute();
	return new Response('ok', { headers: { 'content-type': 'text/plain' } });
};
