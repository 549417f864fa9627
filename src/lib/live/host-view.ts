// What the host (and the coach) see beside the screen: what to do, what to say, what can be done next.
import { commandNames, refusalOf, type CommandName } from './commands';
import { countBeats, filmOptions, filmState, findMinority } from './film';
import type { Words } from './live-content';
import { hasVote, screenView, stepId, type Room } from './projection';
import type { HostView } from './view';

/** Calls that wait and lines to read: the coach's alone. */
export interface Desk {
	calls: { id: string; name: string }[];
	waiting: { id: string; words: string }[];
}

export function hostView(room: Room, words: Words, role: 'host' | 'coach', now: number, desk?: Desk): HostView {
	const { state, script } = room;
	const kind = kindOf(room);
	const textId = kind === 'pre-brief' ? words.preBrief : kind === 'feedback' ? words.feedback : stepId(room);
	const text = words.kit.steps[textId];
	const next =
		state.phase === 'debrief' ? words.kit.steps[words.feedback] : words.kit.steps[script.steps[state.step + 1]?.id ?? ''];
	return {
		...screenView(room, words),
		title: kind === 'pre-brief' || kind === 'feedback' ? (text?.title ?? '') : screenView(room, words).title,
		do: text?.do ?? '',
		say: text?.say ?? [],
		paper: text?.paper ?? '',
		minutes: script.steps[state.step]?.minutes ?? 0,
		elapsed: Math.max(0, now - state.since),
		kind,
		...(next && { nextTitle: next.title }),
		can: commandNames.filter((name) => refusalOf(name, role, state) === null && makesSense(name, room)),
		outline: script.steps.map(({ id, minutes }, index) => ({
			title: words.kit.steps[id]?.title ?? id,
			minutes,
			state: state.skipped.includes(id) ? 'skipped' : index === state.step ? 'now' : index < state.step ? 'done' : 'ahead'
		})),
		...(role === 'coach' && desk && { calls: desk.calls, waiting: desk.waiting })
	};
}

function kindOf({ script, state }: Room): HostView['kind'] {
	switch (state.phase) {
		case 'draft':
		case 'pre-brief':
			return 'pre-brief';
		case 'lobby':
		case 'feedback':
		case 'ended':
			return state.phase;
		default:
			return script.steps[state.step]?.kind ?? 'activity';
	}
}

/** Buttons that would only be refused are not shown. */
function makesSense(name: CommandName, room: Room): boolean {
	const { state, script, plan } = room;
	const film = script.steps[state.step]?.kind === 'film' && script.film !== null;
	const options = film ? filmOptions(script, state.path) : [];
	const hands = plan.surface === 'one-device';
	switch (name) {
		case 'open':
			return hasVote(room) && !hands;
		case 'hands':
			return hasVote(room) && (hands || state.phase === 'closed');
		case 'revote':
			return hasVote(room) && state.prompt !== null && !hands;
		case 'reopen':
			return state.tallies[state.prompt ?? '']?.method === 'devices';
		case 'beat':
			return film && (hasMore(room) || options.length === 1);
		case 'choose':
			return film && options.length > 0 && state.phase === 'discuss';
		case 'minority':
			return film && findMinority(state) !== null;
		case 'open-door':
			return !state.door && !hands;
		case 'close-door':
			return state.door;
		default:
			return true;
	}
}

function hasMore({ script, state }: Room): boolean {
	const film = filmState(script, state.path);
	return film !== null && state.beat + 1 < countBeats(script, film);
}
