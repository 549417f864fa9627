// Which prompts a phone can answer now, and with what.
import { filmOptions, filmState } from './film';
import { faces, moods, pass, scale, type Script } from './script';
import type { LiveState } from './state';

export interface OpenPrompt {
	id: string;
	step: string;
	options: readonly string[];
	node?: string;
}

/** The options of the question of a step; none where nothing is asked. */
export function optionsOf(script: Script, state: LiveState): readonly string[] {
	const step = script.steps[state.step];
	if (step?.kind === 'film') return filmOptions(script, state.path);
	return step?.options ?? [];
}

/** The prompts that are open in a state, a hold left aside: what stops being in this list is counted. */
export function listOpen(script: Script, state: LiveState, instrument: boolean): OpenPrompt[] {
	const items = (when: string): OpenPrompt[] =>
		instrument ? script.items.map((id) => ({ id: `${when}.${id}`, step: 'items', options: scale })) : [];
	if (state.phase === 'lobby') return items('before');
	if (state.phase === 'feedback') {
		const asked: OpenPrompt[] = [
			{ id: 'mood', step: 'feedback', options: moods },
			{ id: 'faces', step: 'feedback', options: faces },
			{ id: 'take', step: 'feedback', options: script.take }
		];
		return [...asked, ...items('after')];
	}
	if (state.phase !== 'open' || state.prompt === null) return [];
	const step = script.steps[state.step]?.id ?? '';
	return [{ id: state.prompt, step, options: optionsOf(script, state), ...nodeOf(script, state) }];
}

/** The scene that a vote is about. */
export function nodeOf(script: Script, state: LiveState): { node?: string } {
	const node = script.steps[state.step]?.kind === 'film' ? filmState(script, state.path)?.node : undefined;
	return node === undefined ? {} : { node };
}

/** The prompts that take answers now: none while the live is held. */
export function listAnswerable(script: Script, state: LiveState, instrument: boolean): OpenPrompt[] {
	return state.hold ? [] : listOpen(script, state, instrument);
}

/** Whether this is a possible answer to the prompt; one can always pass. */
export function isAnswer(prompt: OpenPrompt, option: string): boolean {
	return option === pass || prompt.options.includes(option);
}
