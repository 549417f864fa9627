// What the pages of the studio share: which module, and where in it the address stands.
import { error } from '@sveltejs/kit';
import type { Graph } from '$lib/content/graph';
import type { StudioModule } from '$lib/content/studio';
import { findStory, findStudioModule } from '$lib/content/studio.server';
import { isLocale, type Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import type { State } from '$lib/modules/engine';
import { followWalk, readValue, readWalk, startWalk, type Walk } from '$lib/modules/walk';

/** The module of the address; throws the 404 page in words. */
export function getStudioModule(slug: string, locals: App.Locals): StudioModule {
	const module = findStudioModule(slug);
	if (module) return module;
	error(404, { id: locals.requestId, message: getTranslator(locals.locale)('studio.noModule') });
}

/** The graph of a module whose choices all lead somewhere; null for one that can't be walked. */
export function findGraph({ slug, ways }: StudioModule): Graph | null {
	return Object.keys(ways).length > 0 ? (findStory(slug, 'fr')?.graph ?? null) : null;
}

export interface OpenedWalk {
	walk: Walk;
	states: [State, ...State[]];
	/** What of the address could not be followed; the walk is then the nearest that can. */
	problem: 'badWalk' | 'badValues' | null;
}

/**
 * The walk of an address: `s` (a walk) with `c` (one more choice); or the fields of the form: `node`, `l` and `v.<variable>`.
 * A node alone is come to by a shortest play, as a reader would.
 */
export function openWalk(graph: Graph, ways: StudioModule['ways'], query: URLSearchParams, fallback: Locale): OpenedWalk {
	const wanted = query.get('l') ?? '';
	const locale = isLocale(wanted) ? wanted : fallback;
	const start = startWalk(graph, locale);
	const open = (walk: Walk | null, problem: OpenedWalk['problem'] = null): OpenedWalk => {
		const states = walk && followWalk(graph, walk);
		return walk && states
			? { walk, states, problem }
			: { walk: start, states: followWalk(graph, start)!, problem: problem ?? 'badWalk' };
	};

	const token = query.get('s');
	if (token !== null) {
		const walk = readWalk(token, graph);
		const choice = query.get('c');
		return open(walk && choice !== null ? { ...walk, path: [...walk.path, choice] } : walk);
	}
	const node = query.get('node');
	if (node === null) return open(start);
	if (!Object.hasOwn(graph.nodes, node)) return open(null);
	const chosen = Object.keys(graph.vars).some((name) => query.has(`v.${name}`));
	if (!chosen) return open(ways[node] ? { ...start, path: ways[node] } : { ...start, from: node });
	const values = Object.entries(graph.vars).map(([name, variable]) => {
		return [name, readValue(query.get(`v.${name}`) ?? undefined, variable)] as const;
	});
	const vars = Object.fromEntries(values.map(([name, value]) => [name, value ?? graph.vars[name]!.start]));
	return open({ ...start, from: node, vars }, values.some(([, value]) => value === null) ? 'badValues' : null);
}
