import { describe, expect, it } from 'vitest';
import { choice, start } from '../../../tests/participation-event';
import { temporaryVoices } from '../../../tests/temporary';
import type { Database } from '../database/database.server';
import { listLeadingChoices, listParticipation } from './coach-list.server';
import { listLaterChoices } from './later-choices.server';
import { recordParticipation } from './participation.server';
import type { Participation } from './schema';

const now = new Date('2026-11-23T10:00:00Z');
const tomorrow = new Date('2026-11-24T10:00:00Z');

async function record(voices: Database, event: () => Participation, times = 1, at = now): Promise<void> {
	for (let index = 0; index < times; index++) await recordParticipation(voices, event(), at);
}
const asked = ['wait', 'tell', 'ask'].map((each) => ({ module: 'a-module', node: 'night', choice: each }));
const again = (chosen: string) => () => choice('night', chosen, { attempt: 'later' });
const total = async (voices: Database) => (await listLaterChoices(voices, 'group-a')).reduce((all, { count }) => all + count, 0);

describe('choices of later plays', () => {
	it('are shown from ten on, in steps of ten, and once a day', async () => {
		const voices = await temporaryVoices();
		await record(voices, again('wait'), 9);
		expect(await total(voices)).toBe(0);
		await record(voices, again('tell'));
		expect(await total(voices)).toBe(10);
		await record(voices, again('tell'), 15);
		expect(await total(voices)).toBe(10);
		await record(voices, again('tell'), 1, tomorrow);
		expect(await total(voices)).toBe(26);
	});

	it('stay out of first plays', async () => {
		const voices = await temporaryVoices();
		await record(voices, again('wait'), 30);
		expect(await listLeadingChoices(voices, ['group-a'], 0.4, asked)).toEqual([]);
	});
});

describe('the lists of many groups', () => {
	it('name the choices that two in five took, from five respondents on, with their quarter', async () => {
		const voices = await temporaryVoices();
		await record(voices, () => choice('night', 'wait'), 2);
		await record(voices, () => choice('night', 'tell'), 2);
		expect(await listLeadingChoices(voices, ['group-a'], 0.4, asked)).toEqual([]);
		await record(voices, () => choice('night', 'ask'));
		const found = await listLeadingChoices(voices, ['group-a', 'group-b'], 0.4, asked);
		expect(found.map(({ choice, count, respondents, quarter }) => [choice, count, respondents, quarter])).toEqual([
			['tell', 2, 5, '2026-27/Q2'],
			['wait', 2, 5, '2026-27/Q2']
		]);
		expect(await listLeadingChoices(voices, ['group-a'], 0.4, asked.slice(2))).toEqual([]);
		expect(await listLeadingChoices(voices, ['group-b'], 0.4, asked)).toEqual([]);
		expect(await listLeadingChoices(voices, [], 0.4, asked)).toEqual([]);
	});

	it('tell of starts what one group’s view tells', async () => {
		const voices = await temporaryVoices();
		await record(voices, () => start(), 6);
		await record(voices, () => start({ groupId: 'group-b' }), 1);
		const seen = await listParticipation(voices, ['group-a', 'group-b', 'group-c']);
		expect(seen.get('group-a')).toMatchObject([{ started: { kind: 'reached', n: 5 }, completed: { kind: 'few' } }]);
		expect(seen.get('group-b')).toMatchObject([{ started: { kind: 'few' } }]);
		expect(seen.has('group-c')).toBe(false);
	});
});
