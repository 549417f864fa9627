// GET /health: ready for people. 200 when the databases answer, else 503 and which one doesn't; 503 too once it is stopping.
import { json } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { checkHealth } from '$lib/ops/health.server';
import { getInstance } from '$lib/ops/instance.server';

export const prerender = false;

export const GET = async () => {
	publicRoute();
	const instance = getInstance();
	const health = await checkHealth(instance);
	if (instance.stopping) health.status = 'stopping';
	return json(health, { status: health.status === 'ok' ? 200 : 503 });
};
