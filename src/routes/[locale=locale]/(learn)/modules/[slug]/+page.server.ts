// A module at its start, made at build time: what a slow phone gets first, whole without a script.
import { publicRoute } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { getPlayerData } from '$lib/modules/player-data.server';
import { getModule, listModulePages } from './module.server';

export const prerender = true;
export const entries = listModulePages;

export const load = ({ params, locals }) => {
	publicRoute();
	const module = getModule(params, locals);
	return { summary: module.summary, player: getPlayerData(module, params.locale as Locale) };
};
