import { eq } from 'drizzle-orm';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { LiveFacts } from '$lib/live/record';
import { enterRecord } from '$lib/live/records.server';
import { attendanceTable, tallyTable } from '$lib/voices/tables.server';
import { temporaryDatabase } from '../tests/temporary';
import { startHandOver, toTally } from './hooks-hand-over.server';

const facts: Omit<LiveFacts, 'id'> = {
	...{ groupId: 'g', organisationId: 'o', kit: 'aider', kitVersion: 1, day: '2026-11-20', duration: 45 },
	...{ joined: 12, method: 'devices', steps: ['accueil'] },
	prompts: [
		{ prompt: 'p1', step: 'premier', counts: { ecoute: 8, conseil: 4 }, method: 'devices' },
		{ prompt: 'mood', step: 'feedback', counts: { bien: 11, bof: null }, method: 'devices' }
	]
};

it('gives feedback and questions of the kit their own forms, and leaves out what was too few', () => {
	expect(toTally({ id: 'x'.repeat(16), ...facts }, 'BE').answers).toEqual([
		{ form: 'kit-aider', question: 'p1', option: 'ecoute', count: 8 },
		{ form: 'kit-aider', question: 'p1', option: 'conseil', count: 4 },
		{ form: 'feedback', question: 'mood', option: 'bien', count: 11 }
	]);
});

it('hands the answers to a consultation over whole, however few, and passing as skipping', () => {
	const asked = [{ consultation: 'c1', step: 'gather', counts: { o1: 2, 'no-say': 0 }, passed: 3, method: 'devices' as const }];
	expect(toTally({ id: 'x'.repeat(16), ...facts, prompts: [], asked }, 'BE').answers).toEqual([
		{ form: 'c:c1:gather', question: 'gather', option: 'o1', count: 2 },
		{ form: 'c:c1:gather', question: 'gather', option: 'no-say', count: 0 },
		{ form: 'c:c1:gather', question: 'gather', option: 'skip', count: 3 }
	]);
});

it('counts a meeting once, however often it is handed over', async () => {
	const [accounts, live, voices] = [
		await temporaryDatabase('accounts'),
		await temporaryDatabase('live'),
		await temporaryDatabase('voices')
	];
	await enterRecord(live, facts);
	const onError = vi.fn();
	const counted = () => voices.read.select().from(attendanceTable);
	for (let start = 0; start < 2; start++) {
		const stop = startHandOver({ accounts, live, voices }, () => new Date('2026-11-20T12:00:00Z'), onError);
		onTestFinished(stop);
		await vi.waitFor(async () => expect(await counted()).toHaveLength(1));
		stop();
	}
	expect(await counted()).toMatchObject([{ groupId: 'g', occasion: 'live', method: 'devices', meetings: 1, count: 12 }]);
	const told = await voices.read.select().from(tallyTable).where(eq(tallyTable.form, 'feedback'));
	expect(told).toMatchObject([{ question: 'mood', option: 'bien', count: 11, country: 'BE' }]);
	expect(onError).not.toHaveBeenCalled();
});
