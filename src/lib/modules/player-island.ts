// The script of a module's page: takes over the markup that the server sent and gives the Player what only a device has. It is
// one file, bundled apart from SvelteKit's own code (which learner pages don't load).
import { hydrate, mount } from 'svelte';
import type { NodeText } from '$lib/content/graph';
import { addToOutbox } from '$lib/offline/outbox';
import { keepForOffline } from '$lib/offline/saved-pages';
import { createStored } from '$lib/offline/stored';
import { listPictures } from './pictures';
import type { PlayEvent } from './play';
import type { Device, PlayerData } from './player';
import Player from './Player.svelte';
import { findModuleProgress, openProgress, withModuleProgress } from './progress';
import { addToProgress, fitProgress, offerResume } from './resume';

const target = document.getElementById('player');
const given = document.getElementById('player-props')?.textContent;
if (target && given) {
	const data = JSON.parse(given) as PlayerData;
	const props = { data, device: makeDevice(data) };
	// `vite dev` compiles for hot reload, with markers that hydrate doesn't expect: there the markup is made anew.
	if (import.meta.env.DEV) {
		target.replaceChildren();
		mount(Player, { target, props });
	} else hydrate(Player, { target, props });
	// The address of a play without JavaScript would bring back an old step on a reload.
	if (data.served) history.replaceState(null, '', data.urls.page);
}

function makeDevice({ graph, locale, urls }: PlayerData): Device {
	const stored = openProgress();
	const kept = findModuleProgress(stored.get(), graph.id);
	return {
		saved: kept && fitProgress(graph, kept),
		resumed: kept && offerResume(graph, kept),
		unreadable: stored.problem !== null,
		async loadNodes() {
			const response = await fetch(urls.nodes);
			if (!response.ok) throw new Error(`${urls.nodes} answered ${response.status}`);
			const nodes = (await response.json()) as Record<string, NodeText>;
			void keepForOffline([urls.nodes, ...listPictures(nodes)]);
			return nodes;
		},
		save(part) {
			// Read again: another tab may have written about another module in the meantime.
			const now = stored.get();
			stored.set(withModuleProgress(now, graph.id, addToProgress(graph, findModuleProgress(now, graph.id), part)));
		},
		count(events: PlayEvent[]) {
			const key = findGroupKey();
			if (key === null) return;
			const common = { key, module: graph.id, version: graph.version, locale };
			for (const event of events) void addToOutbox({ ...common, ...event });
		}
	};
}

/** The key of the group that this device joined. Written by $lib/groups/membership, which this folder may not import. */
function findGroupKey(): string | null {
	const read = (data: unknown) => ((data as { key?: unknown } | null)?.key ?? null) as string | null;
	const key = createStored<string | null>('group', { version: 1, empty: null, read }).get();
	return typeof key === 'string' ? key : null;
}
