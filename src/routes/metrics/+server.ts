// GET /metrics: numbers for Prometheus, for this machine or who has the token; to all others there is no such page.
import { error } from '@sveltejs/kit';
import { publicRoute } from '$lib/auth/guards.server';
import { getLives } from '$lib/live/running.server';
import { mayReadMetrics } from '$lib/ops/caller';
import { getInstance } from '$lib/ops/instance.server';

export const prerender = false;

export const GET = async ({ request, getClientAddress }) => {
	publicRoute();
	const { settings, metrics } = getInstance();
	const scraper = { address: getClientAddress(), authorization: request.headers.get('authorization') };
	if (!mayReadMetrics(scraper, settings)) error(404);
	const { rooms, listeners } = getLives().hub.size;
	const { type, text } = await metrics.render({ rooms, streams: listeners });
	return new Response(text, { headers: { 'content-type': type } });
};
