// Where a walk stands, put together for the desk: graph with what was passed, phone, reading order, variables, texts.
import type { RequestEvent } from '@sveltejs/kit';
import { findStory } from '$lib/content/studio.server';
import type { Graph, NodeText } from '$lib/content/graph';
import { toWords } from '$lib/content/html';
import { formatPlay, type RecordedPlay } from '$lib/content/plan-record';
import type { StudioModule } from '$lib/content/studio';
import { availableChoices, type State } from '$lib/modules/engine';
import { followWalk, graphOfWalk, readWalk, serveWalk, startWalk, writeWalk, type Walk } from '$lib/modules/walk';
import { listSpoken } from '../../reading-order';
import { openWalk } from '../../studio-module.server';
import { drawGraph } from './drawing';

type Desk = Pick<RequestEvent, 'fetch' | 'locals' | 'url'>;

/** All that the page shows of the walk of its address. */
export async function describeScene(event: Desk, studio: StudioModule, graph: Graph) {
	const { slug, ways, plans } = studio;
	const { walk, states, problem } = openWalk(graph, ways, event.url.searchParams, event.locals.locale);
	const state = states.at(-1)!;
	const { nodes } = findStory(slug, event.locals.locale)!;
	const { nodes: told } = findStory(slug, walk.locale)!;
	const { token, undo, restart } = serveWalk(graph, walk);
	const available = new Set(availableChoices(graphOfWalk(graph, walk), state).map(({ id }) => id));
	const choices = graph.nodes[state.node]!.choices.map(({ id }) => ({
		id,
		label: toWords(told[state.node]!.choices[id]?.label ?? id),
		open: available.has(id)
	}));
	return {
		walk,
		problem,
		node: { id: state.node, title: nodes[state.node]!.title, end: state.end },
		titles: Object.fromEntries(Object.entries(nodes).map(([id, { title }]) => [id, title])),
		graph,
		drawing: drawGraph(graph),
		passed: listPassed(graph, walk, states, plans),
		plans: plans && { plays: plans.plays, coverage: plans.coverage },
		edges: listEdges(graph, nodes),
		choices,
		tokens: { here: token, undo, restart },
		steps: states,
		texts: studio.units.filter(({ node }) => node === state.node),
		phone: await openPhone(event, slug, walk),
		record: writePlan(slug, graph, walk)
	};
}

export type Scene = Awaited<ReturnType<typeof describeScene>>;

/** What the plans pass through; where there are none yet, what this walk does. Edges as `node>choice`. */
function listPassed(
	graph: Graph,
	walk: Walk,
	states: State[],
	plans: StudioModule['plans']
): { nodes: string[]; edges: string[] } {
	if (plans === null || plans.plays === 0) {
		const edges = walk.path.map((choice, index) => `${states[index]!.node}>${choice}`);
		return { nodes: [...new Set(states.map(({ node }) => node))], edges: [...new Set(edges)] };
	}
	const missing = { nodes: new Set(plans.coverage.nodes.missing), edges: new Set(plans.coverage.edges.missing) };
	const nodes = Object.keys(graph.nodes).filter((id) => !missing.nodes.has(id));
	const all = Object.entries(graph.nodes).flatMap(([node, { choices }]) => choices.map(({ id }) => [node, id] as const));
	return { nodes, edges: all.filter(([node, id]) => !missing.edges.has(`${node} > ${id}`)).map((edge) => edge.join('>')) };
}

function listEdges(graph: Graph, nodes: Record<string, NodeText>) {
	return Object.entries(graph.nodes).flatMap(([from, { choices }]) =>
		choices.map(({ id, to, risky, once, ...choice }) => ({
			key: `${from}>${id}`,
			...{ from, to },
			label: toWords(nodes[from]!.choices[id]?.label ?? id),
			risky: risky === true,
			conditional: choice.if !== undefined || once === true
		}))
	);
}

/** The page of the phone with its links led to the desk, and what a screen reader says of it; null when it couldn't be made. */
async function openPhone({ fetch, url }: Desk, slug: string, walk: Walk) {
	const query = new URLSearchParams({ s: writeWalk(walk) });
	for (const [name, value] of url.searchParams) if (!['s', 'c', 'node', 'l', 'saved'].includes(name)) query.append(name, value);
	const answer = await fetch(`/studio/${slug}/frame?${query}`, { headers: { 'accept-language': walk.locale } });
	if (!answer.ok) return null;
	const html = (await answer.text()).replaceAll(`/${walk.locale}/modules/${slug}/play`, `/studio/${slug}`);
	const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '';
	return { html, spoken: listSpoken(main) };
}

/** The walk as a playthrough plan, to be kept beside the module; null unless it is a whole play as readers have it. */
function writePlan(slug: string, graph: Graph, walk: Walk): string | null {
	const play = findPlay(graph, writeWalk(walk));
	return play && formatPlay(findStory(slug, 'fr')!, play.path, play.ending);
}

/** The play that a walk is; null unless it goes from the module's start, with its values, to an ending. */
export function findPlay(graph: Graph, token: string): RecordedPlay | null {
	const walk = readWalk(token, graph);
	const state = walk && followWalk(graph, walk)?.at(-1);
	if (!state?.end || writeWalk({ ...walk!, path: [] }) !== writeWalk(startWalk(graph, walk!.locale))) return null;
	return { path: walk!.path, ending: state.node };
}
