// Where a saved play is taken up, also after the story has changed: a path is kept as choices, and an author may rename, add
// and remove scenes between two versions. Runs once, when a device opens a module.
import type { Graph } from '$lib/content/graph';
import { availableChoices, choose, listEndings, replay, startPlay, type State } from './engine';
import type { Key } from '$lib/i18n/translator';
import type { Play } from './play';
import type { ModuleProgress } from './progress';

/** The very scene by the very path; the same scene by another way; the last checkpoint that is still there; the start. */
export type ResumePlace = 'same' | 'scene' | 'checkpoint' | 'start';

export interface Resumed {
	play: Play;
	place: ResumePlace;
}

/** Scenes that may have come in between two that were there before. */
const mostNew = 4;

/** The saved place, found again in this version of the module; null when there is nothing to come back to. */
export function resumePlay(graph: Graph, saved: ModuleProgress): Resumed | null {
	const { path } = saved;
	if (path.length === 0) return null;
	const { first, counted, endings } = fitProgress(graph, saved);
	const at = (state: State, place: ResumePlace) => ({ play: { state, first, counted, endings }, place });
	const exact = replay(graph, path);
	if (exact.ok) return exact.state.end ? null : at(exact.state, 'same');

	const scenes = path.map((choice) => sceneOf(graph, choice));
	const last = scenes.at(-1);
	// The saved play had ended: its last scene was an ending, or is one now.
	if (saved.endings.includes(path.at(-1)!) || (last && graph.nodes[last]!.end)) return null;
	const there = last && follow(graph, scenes, scenes.length);
	if (there) return at(there, 'scene');
	for (let length = scenes.length - 1; length > 0; length--) {
		const scene = scenes[length - 1];
		const state = scene && graph.nodes[scene]!.checkpoint && follow(graph, scenes, length);
		if (state) return at(state, 'checkpoint');
	}
	return at(startPlay(graph), 'start');
}

const words = {
	same: 'player.resumeSame',
	scene: 'player.resumeScene',
	checkpoint: 'player.resumeCheckpoint',
	start: 'player.resumeStart'
} as const satisfies Record<ResumePlace, Key>;

/** The same, with the words that offer it: a reader is told when the story has changed. */
export function offerResume(graph: Graph, saved: ModuleProgress): { play: Play; says: Key } | null {
	const resumed = resumePlay(graph, saved);
	return resumed && { play: resumed.play, says: words[resumed.place] };
}

/** What of a saved progress still means something in this version: endings and scenes that exist. Completion stays. */
export function fitProgress(graph: Graph, saved: ModuleProgress): ModuleProgress {
	const known = new Set(listEndings(graph).map(({ node }) => node));
	return {
		...saved,
		endings: saved.endings.filter((node) => known.has(node)),
		counted: saved.counted.filter((node) => node === '' || Object.hasOwn(graph.nodes, node))
	};
}

/** What a device keeps after a step: what the play says, the way to the ending it reached, and that the module was done. */
export function addToProgress(graph: Graph, before: ModuleProgress | null, now: ModuleProgress): ModuleProgress {
	const played = replay(graph, now.path);
	const ended = played.ok && played.state.end ? { [played.state.node]: now.path } : {};
	// Not even where the only ending seen is gone from a new version is completion taken away again.
	return { ...now, done: now.done || (before?.done ?? false), ways: { ...before?.ways, ...ended } };
}

/** The scene that a choice leads to: the choice has its name, with `-2`, `-3` where several lead there. Null when it is gone. */
function sceneOf(graph: Graph, choice: string): string | null {
	return [choice, choice.replace(/-\d+$/, '')].find((node) => Object.hasOwn(graph.nodes, node)) ?? null;
}

/** Plays through the first scenes of a path in turn, around those that are gone; null when the last can't be reached. */
function follow(graph: Graph, scenes: (string | null)[], length: number): State | null {
	let state = startPlay(graph);
	for (const scene of scenes.slice(0, length)) {
		if (scene) state = goTo(graph, state, scene, scenes) ?? state;
	}
	return state.path.length > 0 && state.node === scenes[length - 1] ? state : null;
}

/** The shortest way to a scene, through at most `mostNew` that the saved path didn't know; null when there is none. */
function goTo(graph: Graph, from: State, scene: string, known: (string | null)[]): State | null {
	const seen = new Set<string>();
	let front = [from];
	for (let step = 0; step <= mostNew; step++) {
		const next: State[] = [];
		for (const state of front) {
			for (const { id } of availableChoices(graph, state)) {
				const taken = choose(graph, state, id);
				if (!taken.ok) continue;
				if (taken.state.node === scene) return taken.state;
				const key = JSON.stringify([taken.state.node, taken.state.vars]);
				if (!seen.has(key) && taken.state.node !== graph.start && !known.includes(taken.state.node)) next.push(taken.state);
				seen.add(key);
			}
		}
		front = next;
	}
	return null;
}
