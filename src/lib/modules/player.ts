// What the Player is given: plain data (so that a page can hand it to the island), and, in a browser, the device.
import type { Block, Graph, ModuleSummary, NodeText } from '$lib/content/graph';
import type { Locale } from '$lib/i18n/locales';
import type { Key, Messages } from '$lib/i18n/translator';
import type { Play, PlayEvent } from './play';
import type { ModuleProgress } from './progress';
import type { Speech } from './speech.svelte';

export interface PlayerData {
	locale: Locale;
	messages: Messages;
	graph: Graph;
	/** The texts at hand: in a page those needed now; the device loads the others. */
	nodes: Record<string, NodeText>;
	summary: Pick<ModuleSummary, 'memo' | 'picture'>;
	urls: PlayerUrls;
	/** True when the module has blocks that the server makes (exercises, videos): its pages then need their script. */
	forms?: true;
	/** A play kept in the address, for readers without JavaScript. */
	served?: ServedPlay;
}

export interface PlayerUrls {
	/** The module's page, at its start. */
	page: string;
	/** The play without JavaScript. */
	play: string;
	/** All texts of the module, as JSON. */
	nodes: string;
	help: string;
	modules: string;
	memo: string;
}

/** Sealed addresses of a play without JavaScript (`?s=`), and what the address says of it. */
export interface ServedPlay {
	token: string;
	undo?: string;
	replay: string;
	restart: string;
	path: string[];
	endings: string[];
	later: boolean;
	/** A quiz of this node that was just answered. */
	quiz?: { id: string; chosen: string[] };
}

/** What only a browser has; without it the Player is a document of plain links and forms. */
export interface Device {
	/** What this device remembers of the module; `unreadable` when something was there but made no sense. */
	saved: ModuleProgress | null;
	/** Where that can be taken up, and how it is offered. */
	resumed?: { play: Play; says: Key } | null;
	unreadable: boolean;
	/** Loads the texts of all nodes; rejects without a network. */
	loadNodes(): Promise<Record<string, NodeText>>;
	save(progress: ModuleProgress): void;
	/** Hands events over to be counted; does nothing on a device without a group. */
	count(events: PlayEvent[]): void;
}

/** What the blocks of a scene share. */
export interface Scene {
	/** Tells it from every other scene: module and node. */
	name: string;
	urls: PlayerUrls;
	/** The play in the address, where the server rendered this scene. */
	served?: ServedPlay;
	/** The reader just came here by a tap: things may appear one by one. */
	live: boolean;
	/** Where there is a script. */
	readonly speech?: Speech;
}

/** What a block's component is given. A scene is made anew for every step: neither ever changes. */
export interface BlockProps<T extends Block['type']> {
	block: Extract<Block, { type: T }>;
	scene: Scene;
}
