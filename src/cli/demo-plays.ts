// Invents plays of a module: random but valid, made by the engine that young people play with, and the same at every seeding.
import { createHash } from 'node:crypto';
import type { Graph } from '../lib/content/graph';
import { availableChoices } from '../lib/modules/engine';
import { beginPlay, restartPlay, takeChoice, type Play, type PlayEvent } from '../lib/modules/play';

export type Random = () => number;

/** How often somebody closes the page at a choice. */
const stopsAt = 0.015;
/** How often somebody plays again after an ending. */
const playsAgain = 0.3;
const maxChoices = 200;

/** Random numbers in [0, 1) that are the same for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** The events that one device would send for a first play, and sometimes a second. */
export function inventPlays(graph: Graph, random: Random): PlayEvent[] {
	const first = inventPlay(graph, beginPlay(graph, null), random);
	if (first.play.state.end === null || random() >= playsAgain) return first.events;
	return [...first.events, ...inventPlay(graph, restartPlay(graph, first.play), random).events];
}

/** An id of an event that is the same at every seeding, so that a seeding cut short and begun again counts nothing twice. */
export function demoEventId(text: string): string {
	return createHash('sha256').update(`demo ${text}`).digest().subarray(0, 16).toString('base64url');
}

function inventPlay(graph: Graph, start: Play, random: Random): { play: Play; events: PlayEvent[] } {
	let play = start;
	const events: PlayEvent[] = [];
	for (let step = 0; step < maxChoices && play.state.end === null; step += 1) {
		if (step > 0 && random() < stopsAt) break;
		const choices = availableChoices(graph, play.state);
		// Real groups lean to some answers: the square of a random number prefers those that stand first.
		const choice = choices[Math.floor(random() ** 1.6 * choices.length)];
		const taken = choice && takeChoice(graph, play, choice.id);
		if (!taken) break;
		play = taken.play;
		events.push(...taken.events);
	}
	return { play, events };
}
