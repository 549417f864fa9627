// The words of all nodes of a module in one language, for the Player once it runs. Asked for with `?v=<hash>`.
import { publicRoute } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { writeNodes } from '$lib/modules/player-data.server';
import { getModule, listModulePages } from '../module.server';

export const prerender = true;
export const entries = listModulePages;

export const GET = ({ params, locals }) => {
	publicRoute();
	return new Response(writeNodes(getModule(params, locals), params.locale as Locale), {
		headers: { 'content-type': 'application/json' }
	});
};
