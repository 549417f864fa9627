import { describe, expect, it } from 'vitest';
import { liveContent, samplePlan } from '../../../tests/live/content';
import { refusalOf, type Command } from './commands';
import { countBeats, filmOptions, filmState, findMinority, findWinners } from './film';
import { apply } from './machine';
import { listAnswerable, listOpen } from './prompts';
import { startLive, type LiveState } from './state';

const script = liveContent().script(samplePlan)!;
type Given = Omit<Command, 'key'>;

/** Obeys commands one after the other, as the server does: refused ones fail the test. */
function run(state: LiveState, ...commands: (Given | Command['cmd'])[]): LiveState {
	return commands.reduce((before, given) => {
		const command = { key: 'k', ...(typeof given === 'string' ? { cmd: given } : given) } as Command;
		expect(refusalOf(command.cmd, 'coach', before), `${command.cmd} in ${before.phase}`).toBeNull();
		const step = apply(script, before, command, 1000);
		if (!step.ok) throw new Error(`${command.cmd} in ${before.phase}: ${step.reason}`);
		return step.state;
	}, state);
}

/** Counts a prompt, as the server does when it closes. */
function withTally(state: LiveState, counts: Record<string, number>): LiveState {
	const tally = { step: 'film', counts, passed: 0, method: 'devices' as const };
	return { ...state, tallies: { ...state.tallies, [state.prompt ?? '']: tally } };
}

const lobby = run(startLive(0), 'begin', 'welcome');
/** Accueil, then the poll, then the film. */
const poll = run(lobby, 'next', 'next');
const film = run(poll, 'open', 'close', 'reveal', 'discuss', 'next');

describe('a live', () => {
	it('goes through its steps to the end', () => {
		expect(lobby).toMatchObject({ phase: 'lobby', door: true });
		expect(run(lobby, 'next')).toMatchObject({ phase: 'discuss', prompt: null, step: 0 });
		expect(poll).toMatchObject({ phase: 'prompt', step: 1, prompt: null });
		const debrief = run(film, 'wrap-up');
		expect(debrief).toMatchObject({ phase: 'debrief', done: ['accueil', 'blague', 'film', 'retour'] });
		expect(run(debrief, 'next')).toMatchObject({ phase: 'feedback' });
		expect(run(debrief, 'next', 'next')).toMatchObject({ phase: 'ended', door: false });
	});

	it('opens each question under an id of its own, and a revote too', () => {
		const again = run(poll, 'open', 'close', 'reveal', 'discuss', 'revote');
		expect(run(poll, 'open').prompt).toBe('p1');
		expect(again).toMatchObject({ phase: 'open', prompt: 'p2' });
		expect(run(again, 'close', 'reveal', 'discuss', 'next', 'skip', 'next').opened).toBe(2);
	});

	it('reopens the same question after a slip, and not what hands counted', () => {
		const closed = withTally(run(poll, 'open', 'close'), { tous: 1 });
		const reopened = run(closed, 'reopen');
		expect(reopened).toMatchObject({ phase: 'open', prompt: 'p1', tallies: {} });
		const hands = run(poll, { cmd: 'hands', counts: { tous: 3 } });
		expect(apply(script, hands, { cmd: 'reopen', key: 'k' }, 0)).toEqual({ ok: false, reason: 'nothing' });
	});

	it('takes counts of raised hands without phones', () => {
		const counted = run(poll, { cmd: 'hands', counts: { tous: 7, stop: 4 } });
		expect(counted).toMatchObject({ phase: 'closed', prompt: 'p1' });
		expect(counted.tallies.p1).toMatchObject({ method: 'hands', counts: { tous: 7, visee: 0, stop: 4, depend: 0 } });
		expect(apply(script, poll, { cmd: 'hands', counts: { autre: 1 }, key: 'k' }, 0)).toEqual({ ok: false, reason: 'option' });
	});

	it('leaves out a step and remembers it, but never the debrief', () => {
		expect(run(film, 'skip')).toMatchObject({ skipped: ['film'], step: film.step + 1 });
		expect(refusalOf('skip', 'coach', run(film, 'wrap-up'))).toBe('phase');
		expect(refusalOf('skip', 'coach', run(film, 'wrap-up', 'next'))).toBe('phase');
	});

	it('takes no answer while it is held', () => {
		const open = run(poll, 'open');
		expect(listAnswerable(script, open, false).map(({ id }) => id)).toEqual(['p1']);
		for (const hold of ['pause', 'calm'] as const) {
			expect(listAnswerable(script, run(open, hold), false)).toEqual([]);
			expect(listAnswerable(script, run(open, hold, 'resume'), false)).toHaveLength(1);
		}
	});

	it('asks the instrument before and after, where the plan wants it', () => {
		const ids = (state: LiveState, instrument: boolean) => listOpen(script, state, instrument).map(({ id }) => id);
		expect(ids(lobby, false)).toEqual([]);
		expect(ids(lobby, true)).toEqual(['before.a2', 'before.p1', 'before.k2']);
		expect(ids(run(film, 'wrap-up', 'next'), true)).toEqual(['mood', 'faces', 'take', 'after.a2', 'after.p1', 'after.k2']);
	});
});

describe('the film', () => {
	const atVote = { ...film, path: ['avant', 'midi', 'groupe'] };

	it('begins behind the scenes that are for one reader, and shows picture after picture', () => {
		expect(film).toMatchObject({ phase: 'prompt', beat: 0, path: ['avant', 'midi'] });
		const pictures = countBeats(script, filmState(script, film.path)!);
		expect(pictures).toBeGreaterThan(3);
		const last = run(film, ...Array.from({ length: pictures - 1 }, () => 'beat' as const));
		expect(last.beat).toBe(pictures - 1);
		expect(apply(script, last, { cmd: 'beat', key: 'k' }, 0)).toEqual({ ok: false, reason: 'nothing' });
	});

	it('offers no scene that a group is not led to', () => {
		expect(filmOptions(script, film.path)).not.toContain('resume');
		expect(filmOptions(script, film.path).length).toBeGreaterThan(1);
	});

	it('goes where the group decides, in a tie too', () => {
		const voted = withTally(run(atVote, 'open', 'close'), { question: 3, rire: 3, prive: 1 });
		expect(findWinners(voted.tallies.p2 ?? voted.tallies.p1!)).toEqual(['question', 'rire']);
		const decided = run(voted, 'reveal', 'discuss', { cmd: 'choose', option: 'rire' });
		expect(decided).toMatchObject({ path: ['avant', 'midi', 'groupe', 'rire'], phase: 'prompt', prompt: null });
		const unknown = apply(script, run(voted, 'reveal', 'discuss'), { cmd: 'choose', option: 'midi', key: 'k' }, 0);
		expect(unknown).toEqual({ ok: false, reason: 'option' });
	});

	it('plays what the minority wanted', () => {
		const voted = withTally(run(atVote, 'open', 'close'), { question: 4, rire: 1, prive: 2 });
		const decided = run(voted, 'reveal', 'discuss', { cmd: 'choose', option: 'question' });
		expect(findMinority(decided)).toEqual({ at: 3, option: 'prive' });
		const later = { ...decided, phase: 'discuss' as const };
		expect(run(later, 'minority')).toMatchObject({ path: ['avant', 'midi', 'groupe', 'prive'], whatIf: true, votes: [] });
		const alone = withTally(run(atVote, 'open', 'close'), { question: 4, rire: 0 });
		const nobody = run(alone, 'reveal', 'discuss', { cmd: 'choose', option: 'question' });
		expect(findMinority(nobody)).toBeNull();
	});
});

it('is a talk where the story is missing', () => {
	const without = { ...script, film: null, beats: {} };
	const step = apply(without, run(poll, 'open', 'close', 'reveal', 'discuss'), { cmd: 'next', key: 'k' }, 0);
	expect(step).toMatchObject({ ok: true, state: { phase: 'discuss' } });
});
