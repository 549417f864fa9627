// The endings of a module. The page is the same for all; the island shows those that this device has seen, and how it got there.
import { publicRoute } from '$lib/auth/guards.server';
import type { Locale } from '$lib/i18n/locales';
import { listEndings, startPlay } from '$lib/modules/engine';
import { getPlayerData } from '$lib/modules/player-data.server';
import { getModule, listModulePages } from '../module.server';
import type { EntryGenerator, PageServerLoad } from './$types';
import type { EndingsData } from './endings';

export const prerender = true;

export const entries: EntryGenerator = listModulePages;

export const load: PageServerLoad = ({ params, locals }) => {
	publicRoute();
	const module = getModule(params, locals);
	const { graph, nodes, summary } = module;
	const { urls } = getPlayerData(module, params.locale as Locale);
	// Until the device says otherwise: those of a reader who tells no age.
	const usual = new Set(listEndings(graph, startPlay(graph).vars).map(({ node }) => node));
	const endings = listEndings(graph).map(({ node }) => {
		const { title = '', untranslated = false } = nodes[node] ?? {};
		return { node, title, untranslated, usual: usual.has(node) };
	});
	return { title: summary.title, page: urls.page, endings, island: { graph, nodes: urls.nodes } satisfies EndingsData };
};
