import { describe, expect, it } from 'vitest';
import type { Graph } from '$lib/content/graph';
import {
	beginPlay,
	lastChoice,
	lastFork,
	openPlay,
	progressOf,
	replayLastFork,
	restartPlay,
	takeChoice,
	undoChoice,
	type Play,
	type PlayEvent
} from './play';
import { resumePlay } from './resume';
import { sampleGraph as graph } from './sample-module';

/** Takes the choices in turn and gives the play and all events on the way. */
function walk(play: Play, ...choices: string[]): { play: Play; events: PlayEvent[] } {
	const events: PlayEvent[] = [];
	for (const choice of choices) {
		const taken = takeChoice(graph, play, choice);
		if (!taken) throw new Error(`${choice} isn't available at ${play.state.node}`);
		play = taken.play;
		events.push(...taken.events);
	}
	return { play, events };
}

const short = (events: PlayEvent[]) =>
	events.map((event) => [event.attempt, event.kind, ...('node' in event ? [event.node] : [])].join(' '));

describe('what a play counts', () => {
	it('a first play: its start, each choice, its end', () => {
		const { play, events } = walk(beginPlay(graph, null), 'chat', 'quiz', 'fin-good');
		expect(events).toEqual([
			{ attempt: 'first', kind: 'start' },
			{ attempt: 'first', kind: 'choice', node: 'start', choice: 'chat' },
			{ attempt: 'first', kind: 'choice', node: 'chat', choice: 'quiz' },
			{ attempt: 'first', kind: 'choice', node: 'quiz', choice: 'fin-good' },
			{ attempt: 'first', kind: 'end', node: 'fin-good' }
		]);
		expect(progressOf(graph, play)).toMatchObject({
			done: true,
			endings: ['fin-good'],
			first: true,
			moduleVersion: 2
		});
	});

	it('a node visited twice: its first choice only', () => {
		const { events } = walk(beginPlay(graph, null), 'chat', 'start', 'quiz', 'fin-hard');
		expect(short(events)).toEqual([
			'first start',
			'first choice start',
			'first choice chat',
			'first choice quiz',
			'first end fin-hard'
		]);
	});

	it('after a step back: later, and each node once', () => {
		const first = walk(beginPlay(graph, null), 'chat');
		const again = walk(undoChoice(graph, first.play), 'quiz');
		const third = walk(undoChoice(graph, again.play), 'chat', 'quiz', 'fin-good');
		expect(short(again.events)).toEqual(['later choice start']);
		expect(short(third.events)).toEqual(['later choice chat', 'later choice quiz', 'later end fin-good']);
	});

	it('another choice after an ending: later, the new ending too', () => {
		const ended = walk(beginPlay(graph, null), 'chat', 'quiz', 'fin-good').play;
		const replayed = replayLastFork(graph, ended);
		expect(replayed.state.node).toBe('quiz');
		const { play, events } = walk(replayed, 'fin-hard');
		expect(short(events)).toEqual(['later choice quiz', 'later end fin-hard']);
		expect(play.endings).toEqual(['fin-good', 'fin-hard']);
	});

	it('starting again: a later play with a start of its own', () => {
		const ended = walk(beginPlay(graph, null), 'quiz', 'fin-hard').play;
		const { events } = walk(restartPlay(graph, ended), 'quiz');
		expect(short(events)).toEqual(['later start', 'later choice start']);
	});

	it('a module played before, opened again: later', () => {
		const saved = progressOf(graph, walk(beginPlay(graph, null), 'chat').play);
		expect(short(walk(beginPlay(graph, saved), 'quiz').events)).toEqual(['later start', 'later choice start']);
	});

	it('a play taken up: goes on with what was counted', () => {
		const saved = progressOf(graph, walk(beginPlay(graph, null), 'chat', 'start').play);
		const resumed = resumePlay(graph, saved)!;
		expect(short(walk(resumed.play, 'quiz', 'fin-hard').events)).toEqual(['first choice quiz', 'first end fin-hard']);
	});

	it('a play taken over from an address: all its steps', () => {
		const { play, events } = openPlay(graph, null, { path: ['chat', 'quiz'], endings: [], later: false });
		expect(play.state.node).toBe('quiz');
		expect(short(events)).toEqual(['first start', 'first choice start', 'first choice chat']);
		expect(openPlay(graph, null, { path: ['quiz'], endings: ['fin-good'], later: true }).play).toMatchObject({
			first: false,
			endings: ['fin-good']
		});
	});
});

it('refuses a choice that is unknown or not available', () => {
	expect(takeChoice(graph, beginPlay(graph, null), 'fin-good')).toBeNull();
	expect(takeChoice(graph, walk(beginPlay(graph, null), 'quiz').play, 'fin-good')).toBeNull();
});

it('goes back to the last node that offers a choice, else to the start', () => {
	expect(lastFork(graph, ['chat', 'quiz', 'fin-good'])).toBe(2);
	// Without bravery the quiz has one way on; the start had two.
	expect(lastFork(graph, ['quiz', 'fin-hard'])).toBe(0);
});

it('names the choice that led here', () => {
	const { play } = walk(beginPlay(graph, null), 'chat');
	expect(lastChoice(graph, play.state)).toEqual({ node: 'start', id: 'chat' });
	expect(lastChoice(graph, beginPlay(graph, null).state)).toBeNull();
});

it('never reads what JavaScript puts on every object', () => {
	const odd: Graph = { ...graph, nodes: { ...graph.nodes } };
	expect(takeChoice(odd, beginPlay(odd, null), 'constructor')).toBeNull();
});
