// The story that a group plays by vote. The module's engine plays it: the group is one reader with one path.
import { availableChoices, choose, evaluate, replay, type State } from '../modules/engine';
import type { Choice } from '../content/graph';
import type { Script } from './script';
import type { LiveState, Tally } from './state';

/** The play where the group stands; null when the story is not here (or has changed under a running live). */
export function filmState(script: Script, path: string[]): State | null {
	if (!script.film) return null;
	const played = replay(script.film, path);
	return played.ok ? played.state : null;
}

/** Choices that lead a group on; all of them where none would be left. */
function offer(script: Script, choices: Choice[]): Choice[] {
	const offered = choices.filter(({ to }) => !script.aside.includes(to));
	return offered.length > 0 ? offered : choices;
}

/** The path beyond the scenes that are for one reader: a room isn't asked there. */
export function passAlone(script: Script, path: string[]): string[] {
	const state = filmState(script, path);
	const choice = state && Object.hasOwn(script.alone, state.node) ? script.alone[state.node] : undefined;
	const next = choice === undefined ? null : filmStep(script, path, choice);
	return next ? passAlone(script, next) : path;
}

/** The choices of the scene; none at an ending. */
export function filmOptions(script: Script, path: string[]): string[] {
	const state = filmState(script, path);
	return script.film && state ? offer(script, availableChoices(script.film, state)).map(({ id }) => id) : [];
}

/** How many pictures the scene has in this play. */
export function countBeats(script: Script, { node, vars, visits }: Pick<State, 'node' | 'vars' | 'visits'>): number {
	const shown = (script.beats[node] ?? []).filter((condition) => !condition || evaluate(condition, { vars, visits }) === true);
	return Math.max(1, shown.length);
}

/** The path after a choice; null when it can't be taken. */
export function filmStep(script: Script, path: string[], choice: string): string[] | null {
	const state = filmState(script, path);
	return script.film && state && choose(script.film, state, choice).ok ? [...path, choice] : null;
}

/** The options with most votes: several when it is a tie, none when nobody voted. */
export function findWinners({ counts }: Tally): string[] {
	const most = Math.max(0, ...Object.values(counts));
	return most === 0 ? [] : Object.keys(counts).filter((option) => counts[option] === most);
}

/** The last vote and the option that came second in it (most votes among those not taken); null where there is none. */
export function findMinority({ votes, tallies }: LiveState): { at: number; option: string } | null {
	const last = votes.at(-1);
	const tally = last && tallies[last.prompt];
	if (!last || !tally) return null;
	const others = Object.entries(tally.counts).filter(([option, count]) => option !== last.chosen && count > 0);
	const [best] = others.sort(([, a], [, b]) => b - a);
	return best ? { at: last.at, option: best[0] } : null;
}
