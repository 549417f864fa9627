// A consultation's question in a meeting: where it stands, what is shown of it, and what leaves.
import { expect, it } from 'vitest';
import { liveContent, samplePlan } from '../../../tests/live/content';
import { temporaryDatabase } from '../../../tests/temporary';
import { askedStep, listAsked, mayWrite, type Asked } from './asked';
import { giveTurnBack, takeTurn } from './asked.server';
import type { Command } from './commands';
import { createLive } from './lives.server';
import { apply } from './machine';
import { phoneView, screenView, type Room } from './projection';
import { listOpen } from './prompts';
import { listFacts } from './record';
import { enterRecord, handOver, listRecords } from './records.server';
import { startLive, type LiveState } from './state';

const asked: Asked = {
	...{ consultation: 'c1', step: 'gather', title: { fr: 'Le soir' }, question: { fr: 'Qu’est-ce qui <gêne> ?' }, writes: true },
	options: [
		{ id: 'o1', words: { fr: 'Le bruit' } },
		{ id: 'o2', words: { fr: 'La lumière' } }
	]
};
const plan = { ...samplePlan, asked };
const script = liveContent().script(plan)!;
const words = liveContent().words(plan, 'fr')!;

function go(state: LiveState, ...cmds: Command['cmd'][]): LiveState {
	return cmds.reduce((now, cmd) => {
		const step = apply(script, now, { cmd, key: 'k', ifSeq: 0 } as Command, 0);
		if (!step.ok) throw new Error(`${cmd}: ${step.reason}`);
		return step.state;
	}, state);
}

/** The state in which the question is about to be asked. */
function before(): LiveState {
	let state = go(startLive(0), 'begin', 'welcome', 'next');
	while (script.steps[state.step]?.id !== askedStep) state = go(state, 'skip');
	return state;
}

const room = (state: LiveState): Room => ({
	...{ seq: 1, code: 'ABCD2345', plan, state, script, joined: 12, answered: 0, lines: [] }
});

it('is one more step, before the debrief', () => {
	const own = liveContent().script(samplePlan)!;
	expect(script.steps.map(({ id }) => id)).toEqual([
		...own.steps.slice(0, -1).map(({ id }) => id),
		askedStep,
		own.steps.at(-1)?.id
	]);
	expect(
		own.steps.some(({ id }) => id === askedStep),
		'the kit itself is as it was'
	).toBe(false);
	expect(liveContent().script(plan), 'made once').toBe(script);
});

it('is asked like a poll, with its own words, and hides what is below five', () => {
	const open = go(before(), 'open');
	const [prompt] = listOpen(script, open, false);
	expect(prompt).toMatchObject({ step: askedStep, options: ['o1', 'o2', 'no-say'] });
	const phone = phoneView(room(open), words);
	expect(phone.prompts[0]).toMatchObject({ question: 'Qu’est-ce qui <gêne> ?' });
	expect(phone.prompts[0]?.options.map(({ label }) => label)).toEqual(['Le bruit', 'La lumière', 'Je ne veux pas le dire']);
	expect(phone.html).toContain('href="/fr/live/ABCD2345/sentence"');
	const tally = { step: askedStep, counts: { o1: 8, o2: 4, 'no-say': 0 }, passed: 1, method: 'devices' as const };
	const shown = go({ ...open, tallies: { [prompt!.id]: tally }, phase: 'closed' }, 'reveal');
	expect(screenView(room(shown), words).results?.map(({ count }) => count)).toEqual([8, null, null]);
});

it('without two answers to choose from is talked about, and still written for', () => {
	const talked = { ...plan, asked: { ...asked, options: [] } };
	const step = liveContent()
		.script(talked)!
		.steps.find(({ id }) => id === askedStep);
	expect(step).toEqual({ id: askedStep, kind: 'activity', minutes: 5 });
});

it('takes sentences from the question on, until the end, and not while the meeting is held', () => {
	const open = before();
	expect(mayWrite(asked, startLive(0))).toBe(false);
	expect(mayWrite(asked, open)).toBe(true);
	expect(mayWrite({ ...asked, writes: false }, open)).toBe(false);
	expect(mayWrite(asked, go(open, 'calm'))).toBe(false);
	expect(mayWrite(asked, go(open, 'stop'))).toBe(false);
	expect(mayWrite(undefined, open)).toBe(false);
});

it('takes one sentence from each phone', async () => {
	const database = await temporaryDatabase('live');
	const { id } = await createLive(database, { groupId: 'g', organisationId: 'o', plan }, 0);
	expect(await Promise.all([takeTurn(database, id, 3), takeTurn(database, id, 3)])).toEqual(
		expect.arrayContaining([true, false])
	);
	expect(await takeTurn(database, id, 4)).toBe(true);
	await giveTurnBack(database, id, 3);
	expect(await takeTurn(database, id, 3)).toBe(true);
});

it('leaves whole, of the last asking only, and stays nowhere once the voices have it', async () => {
	const tallies = {
		p1: { step: askedStep, counts: { o1: 9, o2: 0, 'no-say': 0 }, passed: 0, method: 'devices' as const },
		p2: { step: askedStep, counts: { o1: 6, o2: 3, 'no-say': 1 }, passed: 2, method: 'devices' as const }
	};
	const state = { ...before(), tallies };
	expect(listAsked(undefined, state)).toEqual([]);
	const held = { groupId: 'g', organisationId: 'o', plan, state, kitVersion: 1, sensitiveSteps: [askedStep], joined: 12 };
	const { id: _, ...facts } = listFacts({ id: 'x', ...held, day: '2026-11-20' });
	expect(facts.prompts).toEqual([]);
	expect(facts.asked).toEqual([
		{ consultation: 'c1', step: 'gather', counts: { o1: 6, o2: 3, 'no-say': 1 }, passed: 2, method: 'devices' }
	]);
	const database = await temporaryDatabase('live');
	await enterRecord(database, facts);
	expect(JSON.stringify(await listRecords(database, 'g')), 'the log never shows it').not.toContain('c1');
	const taken: unknown[] = [];
	await handOver(database, async (each) => void taken.push(each.asked));
	expect(taken).toEqual([facts.asked]);
	const again: unknown[] = [];
	await handOver(database, async (each) => void again.push(each));
	expect(again).toEqual([]);
	const { rows } = { rows: await database.read.all<{ facts: string }>('select facts from record') };
	expect(JSON.stringify(rows)).not.toContain('no-say');
});
