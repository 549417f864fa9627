import { describe, expect, it } from 'vitest';
import { choice, end, start } from '../../../tests/participation-event';
import { temporaryVoices } from '../../../tests/temporary';
import type { Database } from '../database/database.server';
import { getGroupParticipation } from './group-view.server';
import { recordParticipation } from './participation.server';
import type { Participation } from './schema';

const now = new Date('2026-11-23T10:00:00Z');
const nextQuarter = new Date('2027-01-23T10:00:00Z');

async function record(voices: Database, event: () => Participation, times = 1, at = now): Promise<void> {
	await Promise.all(Array.from({ length: times }, () => recordParticipation(voices, event(), at)));
}

const nodesOf = async (voices: Database) => (await getGroupParticipation(voices, 'group-a'))[0]?.nodes ?? [];

describe('a coach’s view of a group', () => {
	it('is empty before anybody began', async () => {
		expect(await getGroupParticipation(await temporaryVoices(), 'group-a')).toEqual([]);
	});

	it('says a few up to four and steps of five from five, for first plays only', async () => {
		const voices = await temporaryVoices();
		await record(voices, () => start(), 4);
		await record(voices, () => start({ attempt: 'later' }), 9);
		await record(voices, () => end('together'), 4);
		const few = { kind: 'few' };
		expect(await getGroupParticipation(voices, 'group-a')).toEqual([
			{ module: 'a-module', started: few, completed: few, nodes: [] }
		]);
		await record(voices, () => start());
		await record(voices, () => end('alone'));
		expect(await getGroupParticipation(voices, 'group-a')).toMatchObject([
			{ started: { kind: 'reached', n: 5 }, completed: { kind: 'reached', n: 5 } }
		]);
	});

	it('adds quarters, versions and languages up, and leaves other groups out', async () => {
		const voices = await temporaryVoices();
		await record(voices, () => start(), 3);
		await record(voices, () => start({ locale: 'ar', version: 2 }), 3, nextQuarter);
		await record(voices, () => start({ groupId: 'group-b' }), 7);
		expect(await getGroupParticipation(voices, 'group-a')).toMatchObject([{ started: { kind: 'reached', n: 5 } }]);
	});

	it('shows a node’s choices from the fifth respondent, most chosen first', async () => {
		const voices = await temporaryVoices();
		await record(voices, () => choice('night', 'wait'), 2);
		await record(voices, () => choice('night', 'speak'), 2);
		await record(voices, () => start());
		expect(await nodesOf(voices)).toEqual([]);
		await record(voices, () => choice('night', 'speak'));
		expect(await nodesOf(voices)).toEqual([
			{
				node: 'night',
				respondents: 5,
				choices: [
					{ choice: 'speak', count: 3 },
					{ choice: 'wait', count: 2 }
				]
			}
		]);
	});

	it('is renewed once a day at most, after the first time', async () => {
		const voices = await temporaryVoices();
		const respondents = async () => (await nodesOf(voices))[0]?.respondents ?? 0;
		await record(voices, () => start());
		await record(voices, () => choice('night', 'wait'), 5);
		expect(await respondents()).toBe(5);
		await record(voices, () => choice('night', 'wait'), 4);
		await record(voices, () => choice('night', 'speak'));
		expect(await respondents(), 'four of a coach’s own and a child’s on the same day').toBe(5);
		const lastMinute = new Date('2026-11-23T22:59:00Z');
		await record(voices, () => choice('night', 'wait'), 1, lastMinute);
		expect(await respondents()).toBe(5);
		const midnightInBrussels = new Date('2026-11-23T23:00:00Z');
		await record(voices, () => choice('night', 'wait'), 1, midnightInBrussels);
		expect(await respondents()).toBe(12);
		await record(voices, () => choice('morning', 'tell'), 5, midnightInBrussels);
		expect(
			(await nodesOf(voices)).map(({ node }) => node),
			'a first picture doesn’t wait'
		).toEqual(['morning', 'night']);
	});

	it('moves by five respondents or more, so that no single answer is seen arriving', async () => {
		const voices = await temporaryVoices();
		await record(voices, () => start());
		const seen: number[] = [];
		for (let n = 0; n < 23; n++) {
			await record(voices, () => choice('night', n % 2 ? 'speak' : 'wait'), 1, new Date(now.getTime() + n * 86_400_000));
			seen.push((await nodesOf(voices))[0]?.respondents ?? 0);
		}
		expect(seen).toEqual([0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10, 10, 10, 15, 15, 15, 15, 15, 20, 20, 20, 20]);
	});

	it('doesn’t count later plays as respondents', async () => {
		const voices = await temporaryVoices();
		await record(voices, () => start());
		await record(voices, () => choice('night', 'wait', { attempt: 'later' }), 20);
		await record(voices, () => choice('night', 'wait'), 4);
		expect(await nodesOf(voices)).toEqual([]);
	});

	it('holds each node to its own respondents', async () => {
		const voices = await temporaryVoices();
		await record(voices, () => start());
		await record(voices, () => choice('night', 'wait'), 4);
		await record(voices, () => choice('morning', 'tell'), 5);
		await record(voices, () => choice('night', 'wait', { groupId: 'group-b' }), 5);
		await record(voices, () => choice('night', 'wait', { module: 'b-module' }), 5);
		expect(await nodesOf(voices)).toEqual([{ node: 'morning', respondents: 5, choices: [{ choice: 'tell', count: 5 }] }]);
	});
});
