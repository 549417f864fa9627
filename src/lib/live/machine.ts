// The state machine of a live. Pure: a state and a command in, the next state out. Who may ask is decided before (commands.ts);
// counting what stopped being open is done after, in the same transaction (lives.server.ts).
import type { Command } from './commands';
import { countBeats, filmOptions, filmState, filmStep, findMinority, passAlone } from './film';
import { optionsOf, nodeOf } from './prompts';
import type { Script } from './script';
import type { LiveState } from './state';

/** `option`: not among the options. `nothing`: there is nothing (more) of that here. */
export type Refusal = 'option' | 'nothing';
export type Step = { ok: true; state: LiveState } | { ok: false; reason: Refusal };

const refuse = (reason: Refusal): Step => ({ ok: false, reason });
const go = (state: LiveState): Step => ({ ok: true, state });

/** The live after a command that its phase allows. `now`: milliseconds since 1970. */
export function apply(script: Script, state: LiveState, command: Command, now: number): Step {
	switch (command.cmd) {
		case 'begin':
			return go({ ...state, phase: 'pre-brief', since: now });
		case 'welcome':
			return go({ ...state, phase: 'lobby', door: true, since: now });
		case 'open-door':
		case 'close-door':
			return go({ ...state, door: command.cmd === 'open-door' });
		case 'pause':
			return go({ ...state, hold: 'paused' });
		case 'calm':
			return go({ ...state, hold: 'calm' });
		case 'resume':
			return go({ ...state, hold: null });
		case 'next':
			return next(script, state, now);
		case 'skip':
			return skip(script, state, now);
		case 'wrap-up':
			return go(enter(script, state, script.steps.length - 1, now));
		case 'stop':
			return go(end(state));
		case 'reveal':
			return go({ ...state, phase: 'reveal' });
		case 'discuss':
			return go({ ...state, phase: 'discuss' });
		default:
			return ask(script, state, command);
	}
}

function ask(script: Script, state: LiveState, command: Command): Step {
	switch (command.cmd) {
		case 'open':
			if (optionsOf(script, state).length < 2) return refuse('nothing');
			return go({ ...withPrompt(state), phase: 'open' });
		case 'close':
			return go({ ...state, phase: 'closed' });
		case 'reopen':
			return reopen(state);
		case 'hands':
			return countHands(script, state, command.counts ?? {});
		case 'revote':
			if (optionsOf(script, state).length < 2) return refuse('nothing');
			return go({ ...withPrompt({ ...state, prompt: null }), phase: 'open' });
		case 'beat':
			return showMore(script, state);
		case 'choose':
			return choose(script, state, command.option ?? '');
		case 'minority':
			return playMinority(script, state);
		default:
			return refuse('nothing');
	}
}

/** A prompt of its own for every opening, so that a vote can never be counted for another question. */
function withPrompt(state: LiveState): LiveState {
	if (state.prompt !== null) return state;
	return { ...state, opened: state.opened + 1, prompt: `p${state.opened + 1}` };
}

function reopen(state: LiveState): Step {
	const tally = state.tallies[state.prompt ?? ''];
	if (!tally || tally.method === 'hands') return refuse('nothing');
	const { [state.prompt ?? '']: _, ...tallies } = state.tallies;
	return go({ ...state, phase: 'open', tallies });
}

/** Raised hands or cards, counted by the host: alone, or in place of what the phones said. */
function countHands(script: Script, state: LiveState, entered: Record<string, number>): Step {
	const options = optionsOf(script, state);
	if (options.length < 2) return refuse('nothing');
	if (Object.keys(entered).some((option) => !options.includes(option))) return refuse('option');
	const asked = withPrompt(state);
	const counts = Object.fromEntries(options.map((option) => [option, entered[option] ?? 0]));
	const step = script.steps[state.step]?.id ?? '';
	const tally = { step, counts, passed: 0, method: 'hands' as const, ...nodeOf(script, state) };
	return go({ ...asked, phase: 'closed', tallies: { ...state.tallies, [asked.prompt ?? '']: tally } });
}

/** The next picture of a scene; after the last one, where the story has one way on, the next scene. */
function showMore(script: Script, state: LiveState): Step {
	const film = isFilm(script, state) ? filmState(script, state.path) : null;
	if (!film) return refuse('nothing');
	if (state.beat + 1 < countBeats(script, film)) return go({ ...state, beat: state.beat + 1 });
	const options = filmOptions(script, state.path);
	return options.length === 1 ? choose(script, state, options[0] ?? '') : refuse('nothing');
}

function choose(script: Script, state: LiveState, option: string): Step {
	const path = isFilm(script, state) ? filmStep(script, state.path, option) : null;
	if (!path) return refuse(isFilm(script, state) && filmState(script, state.path)?.end === null ? 'option' : 'nothing');
	const voted = state.prompt === null ? [] : [{ at: state.path.length, prompt: state.prompt, chosen: option }];
	return go(enterScene(script, { ...state, path, votes: [...state.votes, ...voted] }));
}

/** "What if the minority had won?": back to the last vote, and the other way. */
function playMinority(script: Script, state: LiveState): Step {
	const minority = isFilm(script, state) ? findMinority(state) : null;
	const path = minority && filmStep(script, state.path.slice(0, minority.at), minority.option);
	if (!minority || !path) return refuse('nothing');
	const votes = state.votes.filter(({ at }) => at < minority.at);
	return go(enterScene(script, { ...state, path, votes, whatIf: true }));
}

function isFilm(script: Script, { step }: LiveState): boolean {
	return script.steps[step]?.kind === 'film' && script.film !== null;
}

/** A scene that ends the story is talked about; any other asks. */
function enterScene(script: Script, state: LiveState): LiveState {
	const path = passAlone(script, state.path);
	const ended = filmState(script, path)?.end !== null;
	return { ...state, path, phase: ended ? 'discuss' : 'prompt', prompt: null, beat: 0 };
}

/** Begins a step. */
function enter(script: Script, state: LiveState, index: number, now: number): LiveState {
	const step = script.steps[index];
	if (!step) return { ...state, phase: 'feedback', prompt: null, since: now };
	const entered = { ...state, step: index, prompt: null, beat: 0, since: now, done: [...state.done, step.id] };
	if (step.kind === 'debrief') return { ...entered, phase: 'debrief' };
	if (step.kind === 'poll') return { ...entered, phase: 'prompt' };
	return step.kind === 'film' && script.film ? enterScene(script, entered) : { ...entered, phase: 'discuss' };
}

function next(script: Script, state: LiveState, now: number): Step {
	if (state.phase === 'feedback') return go(end(state));
	return go(enter(script, state, state.step + 1, now));
}

/** Leaves a step out. The pre-brief, the debrief and the feedback are not among those that can be. */
function skip(script: Script, state: LiveState, now: number): Step {
	const id = script.steps[state.step]?.id;
	if (id === undefined) return refuse('nothing');
	const left = { ...state, done: state.done.filter((each) => each !== id), skipped: [...state.skipped, id] };
	return go(enter(script, left, state.step + 1, now));
}

function end(state: LiveState): LiveState {
	return { ...state, phase: 'ended', hold: null, door: false, prompt: null };
}
