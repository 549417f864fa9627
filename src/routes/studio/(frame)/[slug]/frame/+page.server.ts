// One scene as a phone shows it, a page by itself: the desk takes it into a frame of 320 pixels. The browser's language is here
// that of the story.
import { error } from '@sveltejs/kit';
import { requireRoleUnlessDev } from '$lib/auth/guards.server';
import { findStory } from '$lib/content/studio.server';
import { getTranslator } from '$lib/i18n/messages.server';
import { getPlayerData } from '$lib/modules/player-data.server';
import { findQuiz, readAnswers } from '$lib/modules/served-play.server';
import { graphOfWalk, serveWalk } from '$lib/modules/walk';
import { findGraph, getStudioModule, openWalk } from '../../../studio-module.server';
import type { PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = (event) => {
	requireRoleUnlessDev(event, 'coordinator', 'network-admin');
	const { params, url, locals } = event;
	const studio = getStudioModule(params.slug, locals);
	const graph = findGraph(studio);
	const { walk, states } = graph
		? openWalk(graph, studio.ways, url.searchParams, locals.locale)
		: error(404, { id: locals.requestId, message: getTranslator(locals.locale)('studio.noModule') });
	const module = findStory(params.slug, walk.locale)!;
	const { blocks } = module.nodes[states.at(-1)!.node]!;
	const quiz = findQuiz(blocks, { quiz: url.searchParams.get('quiz'), options: readAnswers(url.searchParams) }) ?? undefined;
	const walked = { ...module, graph: graphOfWalk(module.graph, walk) };
	return { title: module.summary.title, player: getPlayerData(walked, walk.locale, serveWalk(module.graph, walk, quiz)) };
};
