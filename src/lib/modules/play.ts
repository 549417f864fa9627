// One play of a module on a device: where the reader is, what counts for the group, what to remember. Pure: the Player
// shows the result, keeps the progress and sends the events.
import type { Graph } from '$lib/content/graph';
import { availableChoices, choose, startPlay, type State } from './engine';
import type { ModuleProgress } from './progress';

export interface Play {
	state: State;
	/** This device's first play of the module, without a step back or a replay so far. */
	first: boolean;
	/** Nodes whose choice was counted in this play and attempt; '' stands for its start. */
	counted: string[];
	/** Endings ever reached on this device. */
	endings: string[];
}

/** What happened, without who or when. */
export type PlayEvent =
	| { attempt: Attempt; kind: 'start' }
	| { attempt: Attempt; kind: 'choice'; node: string; choice: string }
	| { attempt: Attempt; kind: 'end'; node: string };

export type Attempt = 'first' | 'later';

/** A play from the start. It is a later one as soon as the device has gone through anything of this module before. */
export function beginPlay(graph: Graph, saved: ModuleProgress | null): Play {
	const first = saved === null || (saved.first && saved.path.length === 0);
	return { state: startPlay(graph), first, counted: [], endings: saved?.endings ?? [] };
}

/**
 * The play that a page opens with: at the start, or where a play without JavaScript stands in its address. The events are
 * those of its choices so far, for a device that takes such a play over.
 */
export function openPlay(
	graph: Graph,
	saved: ModuleProgress | null,
	served?: { path: string[]; endings: string[]; later: boolean }
): { play: Play; events: PlayEvent[] } {
	const play = beginPlay(graph, saved);
	if (!served) return { play, events: [] };
	play.first &&= !served.later;
	play.endings = [...new Set([...play.endings, ...served.endings])];
	return follow(graph, play, served.path);
}

/** Takes a choice; null when it isn't available. The events are those to count: a node's choice only the first time. */
export function takeChoice(graph: Graph, play: Play, choiceId: string): { play: Play; events: PlayEvent[] } | null {
	const from = play.state.node;
	const result = choose(graph, play.state, choiceId);
	if (!result.ok) return null;
	const attempt = play.first ? 'first' : 'later';
	const counted = [...play.counted];
	const events: PlayEvent[] = [];
	const count = (place: string, event: PlayEvent) => {
		if (counted.includes(place)) return;
		counted.push(place);
		events.push(event);
	};
	count('', { attempt, kind: 'start' });
	const { state } = result;
	// A switch stays where it is: nothing is decided yet.
	if (state.node !== from) count(from, { attempt, kind: 'choice', node: from, choice: choiceId });
	if (!state.end) return { play: { ...play, state, counted }, events };
	count(state.node, { attempt, kind: 'end', node: state.node });
	return { play: { ...play, state, counted, endings: [...new Set([...play.endings, state.node])] }, events };
}

/** One step back. What follows counts as a later attempt. */
export function undoChoice(graph: Graph, play: Play): Play {
	return goBackTo(graph, play, play.state.path.length - 1);
}

/** Back to the last node that offered more than one way; to the start when there was none. */
export function replayLastFork(graph: Graph, play: Play): Play {
	return goBackTo(graph, play, lastFork(graph, play.state.path));
}

/** A new play of a module that was played before. */
export function restartPlay(graph: Graph, play: Play): Play {
	return { ...play, state: startPlay(graph), first: false, counted: [] };
}

/** How many choices lead to the last node of the path that offered more than one. */
export function lastFork(graph: Graph, path: string[]): number {
	for (let length = path.length - 1; length > 0; length--) {
		if (availableChoices(graph, stateAfter(graph, path, length)).length > 1) return length;
	}
	return 0;
}

/** What the device is to remember of this play. */
export function progressOf(graph: Graph, play: Play): ModuleProgress {
	const { state, endings, first, counted } = play;
	return { moduleVersion: graph.version, path: state.path, endings, done: endings.length > 0, first, counted };
}

/** The choice that led to the current node, and where it was taken; null at the start. */
export function lastChoice(graph: Graph, { path }: State): { node: string; id: string } | null {
	const id = path.at(-1);
	return id === undefined ? null : { node: stateAfter(graph, path, path.length - 1).node, id };
}

function goBackTo(graph: Graph, play: Play, length: number): Play {
	const counted = play.first ? [''] : play.counted;
	return { ...play, state: stateAfter(graph, play.state.path, length), first: false, counted };
}

/** The state after the first choices of a path. */
function stateAfter(graph: Graph, path: string[], length: number): State {
	return follow(graph, beginPlay(graph, null), path.slice(0, Math.max(0, length))).play.state;
}

/** Goes along a path as far as this graph allows. */
function follow(graph: Graph, play: Play, path: string[]): { play: Play; events: PlayEvent[] } {
	const events: PlayEvent[] = [];
	for (const id of path) {
		const taken = takeChoice(graph, play, id);
		if (!taken) break;
		play = taken.play;
		events.push(...taken.events);
	}
	return { play, events };
}
