// GET /health: 200 when the databases answer, else 503 and which one doesn't.
import { json } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { checkHealth } from '$lib/ops/health.server';
import { getInstance } from '$lib/ops/instance.server';

export const prerender = false;

export const GET = async () => {
	publicRoute();
	const health = await checkHealth(getInstance());
	return json(health, { status: health.status === 'ok' ? 200 : 503 });
};
