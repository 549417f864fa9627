// One request of a play without JavaScript: the address in, the scene, what to count and the next addresses out. Pure but for
// fresh nonces; the route guards, records and answers.
import type { CompiledModule, Graph } from '$lib/content/graph';
import { findAnswers } from './blocks/answer';
import { replay } from './engine';
import { lastFork, takeChoice, type PlayEvent } from './play';
import { newPlayState, playEventId, readPlayState, sealPlayState, type PlayState } from './play-state.server';
import type { ServedPlay } from './player';

export { readAnswers } from './blocks/answer';

export interface PlayQuery {
	/** The sealed play so far; none for one that begins. */
	s: string | null;
	/** The choice just taken. */
	c: string | null;
	quiz: string | null;
	/** Answers to its fields (`1.2`). */
	options: string[];
}

export type Refusal = 'tampered' | 'old' | 'unknown-choice' | 'unavailable' | 'unknown-quiz';
export type Opening =
	{ ok: true; play: PlayState; served: ServedPlay; events: (PlayEvent & { id: string })[] } | { ok: false; reason: Refusal };

/** The address part that begins a play counted for a group: to be redirected to, so that a reload is the same play. */
export function beginGroupPlay(secret: string, graph: Graph, groupKey: string): string {
	return sealPlayState(secret, newPlayState(graph, groupKey));
}

/** Works out what one address of the no-JS play shows and counts. */
export function openServedPlay(secret: string, { graph, nodes }: CompiledModule, query: PlayQuery): Opening {
	const begun = query.s === null ? newPlayState(graph, null) : readPlayState(secret, query.s, graph.id);
	if (!begun) return { ok: false, reason: 'tampered' };
	if (begun.moduleVersion !== graph.version) return { ok: false, reason: 'old' };
	const past = replay(graph, begun.path);
	if (!past.ok) return { ok: false, reason: 'old' };

	let play = begun;
	let state = past.state;
	let events: PlayEvent[] = [];
	if (query.c !== null) {
		const known = graph.nodes[state.node]?.choices.some(({ id }) => id === query.c);
		// The start is counted with the first choice; the ids of events make every repetition harmless.
		const before = { state, first: !play.later, counted: play.path.length === 0 ? [] : [''], endings: play.endings };
		const taken = takeChoice(graph, before, query.c);
		if (!taken) return { ok: false, reason: known ? 'unavailable' : 'unknown-choice' };
		({ state } = taken.play);
		events = taken.events;
		play = { ...play, path: state.path, endings: taken.play.endings };
	}
	const quiz = findQuiz(nodes[state.node]?.blocks ?? [], query);
	if (quiz === null) return { ok: false, reason: 'unknown-quiz' };
	return {
		ok: true,
		play,
		served: { ...nextTokens(secret, graph, play), path: play.path, endings: play.endings, later: play.later, quiz },
		events: play.groupKey === null ? [] : events.map((event) => ({ ...event, id: playEventId(secret, play.nonce, event) }))
	};
}

function nextTokens(secret: string, graph: Graph, play: PlayState): Pick<ServedPlay, 'token' | 'undo' | 'replay' | 'restart'> {
	const backTo = (length: number) => sealPlayState(secret, { ...play, path: play.path.slice(0, length), later: true });
	const again = { ...newPlayState(graph, play.groupKey), later: true, endings: play.endings };
	return {
		token: sealPlayState(secret, play),
		undo: play.path.length > 0 ? backTo(play.path.length - 1) : undefined,
		replay: backTo(lastFork(graph, play.path)),
		restart: sealPlayState(secret, again)
	};
}

/** The answered exercise; undefined when none was, null when the address names an exercise or an answer that isn't here. */
export function findQuiz(
	blocks: CompiledModule['nodes'][string]['blocks'],
	query: Pick<PlayQuery, 'quiz' | 'options'>
): ServedPlay['quiz'] | null {
	if (query.quiz === null) return undefined;
	const exercise = blocks.find((block) => block.type === 'exercise' && block.id === query.quiz);
	if (exercise?.type !== 'exercise') return null;
	return findAnswers(exercise, query.options) && { id: exercise.id, chosen: query.options };
}
