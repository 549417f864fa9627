// From the state of a live to what phones and screens are sent. Pure. What a phone may not know is never put into its view.
import { toWords } from '../content/html';
import { askedStep, linkToWrite, mayWrite } from './asked';
import { cutBeats } from './beats';
import { filmOptions, filmState, findWinners } from './film';
import type { Words } from './live-content';
import type { Plan } from './plan';
import { listAnswerable, optionsOf } from './prompts';
import { isSensitive, showCounts } from './record';
import type { Script } from './script';
import type { LiveState, Tally } from './state';
import type { Beat, Option, PhoneView, Prompt, Result, ScreenView } from './view';

/** Everything a view is made from. */
export interface Room {
	seq: number;
	code: string;
	plan: Plan;
	state: LiveState;
	script: Script;
	joined: number;
	answered: number;
	/** Approved lines. */
	lines: string[];
}

export function phoneView(room: Room, words: Words): PhoneView {
	const { state, script, plan } = room;
	const { forewarning } = words.kit;
	const alone = plan.surface === 'phones' && inStep(state);
	const asked = ['closed', 'reveal', 'discuss'].includes(state.phase) && state.prompt !== null;
	return {
		...common(room, words),
		// On a phone nothing changes between the end of a vote and the next question: it isn't told.
		...(asked && { phase: 'closed' as const }),
		...(state.phase === 'lobby' && forewarning !== undefined && { forewarning }),
		prompts: listAnswerable(script, state, plan.instrument).map((prompt) => wordPrompt(prompt, room, words)),
		...(asked && { asked: wordPrompt({ id: state.prompt ?? '', options: optionsOf(script, state) }, room, words) }),
		coach: plan.coachPresent,
		lines: plan.lines && state.phase === 'feedback',
		...(alone && { story: storyOf(room, words), html: words.kit.steps[stepId(room)]?.screen ?? '' }),
		...(inStep(state) && stepId(room) === askedStep && askedPart(room, words))
	};
}

/** A phone's own way to write a sentence, while the question of a consultation is there. */
function askedPart({ plan, state, code }: Room, words: Words): Pick<PhoneView, 'html'> {
	return words.write && mayWrite(plan.asked, state) ? { html: linkToWrite(words.write, code) } : {};
}

export function screenView(room: Room, words: Words): ScreenView {
	const { state, script, plan, code, joined, answered, lines } = room;
	const tally = state.prompt === null ? undefined : state.tallies[state.prompt];
	const shown = tally && (state.phase === 'reveal' || state.phase === 'discuss') ? tally : undefined;
	const sensitive = script.steps[state.step]?.sensitive === true;
	const story = storyOf(room, words);
	const film = isFilm(room) ? filmState(script, state.path) : null;
	const options = inStep(state) ? optionsOf(script, state) : [];
	const asks = options.length > 1 && inStep(state);
	return {
		...common(room, words),
		code,
		door: state.door,
		joined,
		answered,
		step: state.step + 1,
		steps: script.steps.length,
		html: isFilm(room) || !inStep(state) ? '' : (words.kit.steps[stepId(room)]?.screen ?? ''),
		...(film && { beat: story[Math.min(state.beat, story.length - 1)], beats: { at: state.beat + 1, of: story.length } }),
		...(asks && { question: questionOf(room, words), options: options.map((id) => wordOption(id, room, words)) }),
		...(shown && { results: listResults(shown, sensitive, room, words), method: shown.method }),
		sensitive,
		tie: shown !== undefined && !sensitive && findWinners(shown).length > 1,
		whatIf: state.whatIf,
		...(film?.end && { ending: film.end }),
		surface: plan.surface,
		lines: state.phase === 'feedback' || state.phase === 'ended' ? lines : []
	};
}

function common({ seq, state, script }: Room, words: Words) {
	const { phase, hold } = state;
	return { seq, phase, hold, kit: words.kit.title, title: titleOf(state, script, words) };
}

function titleOf(state: LiveState, script: Script, words: Words): string {
	if (!inStep(state)) return words.kit.title;
	const step = script.steps[state.step];
	const film = step?.kind === 'film' ? filmState(script, state.path) : null;
	const scene = film ? words.nodes[film.node]?.title : undefined;
	return scene ?? words.kit.steps[step?.id ?? '']?.title ?? words.kit.title;
}

/** The counts that may be shown; the bars keep the order of the options. */
function listResults(tally: Tally, sensitive: boolean, room: Room, words: Words): Result[] {
	const counts = showCounts(tally.counts, sensitive || isSensitive(tally, room.state.prompt ?? '', []));
	const winners = sensitive ? [] : findWinners(tally);
	return Object.entries(counts).map(([id, count]) => ({
		...wordOption(id, room, words),
		count,
		...(winners.includes(id) && { first: true as const })
	}));
}

function wordPrompt({ id, options }: { id: string; options: readonly string[] }, room: Room, words: Words): Prompt {
	const [when, item = ''] = id.split('.');
	if (when === 'before' || when === 'after') {
		return { id, question: words.kit.items[item] ?? '', options: options.map((option) => ({ id: option })) };
	}
	if (id === 'take') return { id, options: options.map((option) => ({ id: option, label: words.kit.take[option] ?? option })) };
	if (id === 'faces' || id === 'mood') return { id, options: options.map((option) => ({ id: option })) };
	const question = questionOf(room, words);
	return { id, ...(question !== undefined && { question }), options: options.map((option) => wordOption(option, room, words)) };
}

function questionOf(room: Room, words: Words): string | undefined {
	return words.kit.steps[stepId(room)]?.question;
}

function wordOption(id: string, room: Room, words: Words): Option {
	const { state, script } = room;
	const node = isFilm(room) ? filmState(script, state.path)?.node : undefined;
	const label = node === undefined ? words.kit.steps[stepId(room)]?.options?.[id] : words.nodes[node]?.choices[id]?.label;
	// Labels of a story's choices are inline HTML; on buttons and bars they are words.
	return { id, label: toWords(label ?? id) };
}

function storyOf(room: Room, words: Words): Beat[] {
	const film = isFilm(room) ? filmState(room.script, room.state.path) : null;
	return film ? cutBeats(words.nodes[film.node], film) : [];
}

function isFilm({ script, state }: Room): boolean {
	return script.steps[state.step]?.kind === 'film' && script.film !== null && inStep(state);
}

export function stepId({ script, state }: Room): string {
	return script.steps[state.step]?.id ?? '';
}

function inStep({ phase }: LiveState): boolean {
	return ['prompt', 'open', 'closed', 'reveal', 'discuss', 'debrief'].includes(phase);
}

/** Whether the scene offers a choice that the room can vote on. */
export function hasVote(room: Room): boolean {
	return isFilm(room) ? filmOptions(room.script, room.state.path).length > 1 : optionsOf(room.script, room.state).length > 1;
}
