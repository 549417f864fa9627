// What a page hands to the Player: the graph, and only the words that this page shows. The rest is fetched by the device.
import { createHash } from 'node:crypto';
import type { CompiledModule, NodeText } from '$lib/content/graph';
import type { Locale } from '$lib/i18n/locales';
import { getMessages } from '$lib/i18n/messages.server';
import { listReady } from './blocks/ready.server';
import { replay } from './engine';
import { lastChoice } from './play';
import type { PlayerData, ServedPlay } from './player';

/** The Player's data for a page of this module, at its start or (without JavaScript) where the served play stands. */
export function getPlayerData(module: CompiledModule, locale: Locale, served?: ServedPlay): PlayerData {
	const page = `/${locale}/modules/${module.summary.slug}`;
	return makePlayerData(module, locale, served, {
		page,
		play: `${page}/play`,
		nodes: `${page}/nodes.json?v=${hashNodes(module, locale)}`,
		help: `/${locale}/help`,
		modules: `/${locale}/modules`,
		memo: `/${locale}/memo`
	});
}

/** The same for a training unit: each step is a page of its own address, and no device keeps anything of it. */
export function getUnitData(unit: CompiledModule, locale: Locale, served?: ServedPlay): PlayerData {
	const units = `/${locale}/units`;
	const page = `${units}/${unit.summary.slug}`;
	return makePlayerData(unit, locale, served, {
		...{ page, play: page, nodes: '', help: `/${locale}/help`, modules: units, memo: `/${locale}/memo` }
	});
}

function makePlayerData(
	module: CompiledModule,
	locale: Locale,
	served: ServedPlay | undefined,
	urls: PlayerData['urls']
): PlayerData {
	const { graph, summary } = module;
	return {
		locale,
		messages: { player: listPlayerMessages(locale) },
		graph,
		nodes: listReady(pickNodes(module, served), { locale, page: urls.page, action: urls.play, served }),
		summary: { memo: summary.memo, picture: summary.picture },
		urls,
		...(hasForms(module) && { forms: true as const }),
		served
	};
}

/** The words of all nodes, as the device fetches them. */
export function writeNodes({ nodes, summary }: CompiledModule, locale: Locale): string {
	const page = `/${locale}/modules/${summary.slug}`;
	return JSON.stringify(listReady(nodes, { locale, page, action: page }));
}

function hasForms({ nodes }: CompiledModule): boolean {
	const made = ['exercise', 'video'];
	return Object.values(nodes).some(({ blocks, stuck }) => stuck || blocks.some(({ type }) => made.includes(type)));
}

/** The scene, the one before (for the explanation of the choice) and the endings seen (for their names). */
function pickNodes({ graph, nodes }: CompiledModule, served?: ServedPlay): Record<string, NodeText> {
	const now = replay(graph, served?.path ?? []);
	if (!now.ok) return {};
	const before = lastChoice(graph, now.state)?.node;
	const wanted = new Set([now.state.node, ...(before ? [before] : []), ...(now.state.end ? (served?.endings ?? []) : [])]);
	return Object.fromEntries(Object.entries(nodes).filter(([id]) => wanted.has(id)));
}

/** The area `player` without the words of its pages (`page…`) and of what is made there, which the server writes. */
function listPlayerMessages(locale: Locale) {
	const { player = {} } = getMessages(locale, 'player');
	return Object.fromEntries(Object.entries(player).filter(([key]) => !/^(page|exercise|quiz|video)/.test(key)));
}

/** A module has its words once for each language, and they don't change once it is compiled. */
const hashes = new WeakMap<CompiledModule['nodes'], string>();

/** Changes with any word, so that the file may be kept for ever under its address. */
function hashNodes(module: CompiledModule, locale: Locale): string {
	const known = hashes.get(module.nodes);
	if (known !== undefined) return known;
	const hash = createHash('sha256').update(writeNodes(module, locale)).digest('base64url').slice(0, 10);
	hashes.set(module.nodes, hash);
	return hash;
}
