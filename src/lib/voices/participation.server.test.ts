import { describe, expect, it } from 'vitest';
import { choice, end, randomId, start } from '../../../tests/participation-event';
import { temporaryVoices } from '../../../tests/temporary';
import type { Database } from '../database/database.server';
import { recordParticipation } from './participation.server';
import type { Participation } from './schema';
import { choiceCountTable, endingCountTable, participationCountTable, seenEventTable } from './tables.server';

const now = new Date('2026-11-23T10:00:00Z');
const record = (voices: Database, ...events: Participation[]) =>
	Promise.all(events.map((event) => recordParticipation(voices, event, now)));

describe('recordParticipation', () => {
	it('counts starts, choices and endings in place', async () => {
		const voices = await temporaryVoices();
		for (let n = 0; n < 3; n++) await record(voices, start(), choice('night', 'speak'), choice('night', 'wait'), end('together'));
		const common = {
			groupId: 'group-a',
			organisationId: 'organisation-a',
			period: '2026-27/Q2',
			module: 'a-module',
			version: 1
		};
		expect(await voices.read.select().from(participationCountTable)).toEqual([
			{ ...common, locale: 'fr', attempt: 'first', started: 3, completed: 3 }
		]);
		expect(await voices.read.select().from(choiceCountTable)).toEqual([
			{ ...common, node: 'night', choice: 'speak', count: 3 },
			{ ...common, node: 'night', choice: 'wait', count: 3 }
		]);
		expect(await voices.read.select().from(endingCountTable)).toEqual([{ ...common, node: 'together', count: 3 }]);
	});

	it('counts choices and endings of first plays only, and in no language: one Arabic play can’t be picked out', async () => {
		const voices = await temporaryVoices();
		for (const locale of ['fr', 'fr', 'ar'])
			await record(voices, choice('night', 'speak', { locale }), end('together', { locale }));
		await record(voices, choice('night', 'speak', { attempt: 'later' }), end('together', { attempt: 'later' }));
		const choices = await voices.read.select().from(choiceCountTable);
		const endings = await voices.read.select().from(endingCountTable);
		expect([choices.map(({ count }) => count), endings.map(({ count }) => count)]).toEqual([[3], [3]]);
		for (const row of [...choices, ...endings]) expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['locale']));
		const plays = await voices.read.select().from(participationCountTable);
		expect(plays.map(({ locale, attempt, completed }) => `${locale} ${attempt} ${completed}`).sort()).toEqual([
			'ar first 1',
			'fr first 2',
			'fr later 1'
		]);
	});

	it('keeps groups, organisations, quarters, modules, versions, languages and attempts apart', async () => {
		const voices = await temporaryVoices();
		await record(
			voices,
			start(),
			start({ groupId: 'group-b' }),
			start({ organisationId: 'organisation-b' }),
			start({ module: 'b-module' }),
			start({ version: 2 }),
			start({ locale: 'ar' }),
			start({ attempt: 'later' })
		);
		await recordParticipation(voices, start(), new Date('2027-01-02T10:00:00Z'));
		const rows = await voices.read.select().from(participationCountTable);
		expect(rows.map(({ started }) => started)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
	});

	it('counts an event once, however often and however close together it comes', async () => {
		const voices = await temporaryVoices();
		const event = start();
		expect(await record(voices, event, event, event)).toEqual(['counted', 'repeated', 'repeated']);
		expect(await record(voices, event)).toEqual(['repeated']);
		expect(await record(voices, { ...end('together'), id: event.id })).toEqual(['repeated']);
		const racing = Array.from({ length: 50 }, async () => {
			await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
			return recordParticipation(voices, { ...event, id: 'racing' }, now);
		});
		expect((await Promise.all(racing)).filter((recorded) => recorded === 'counted')).toHaveLength(1);
		expect(await voices.read.select().from(participationCountTable)).toMatchObject([{ started: 2, completed: 0 }]);
	});

	it('counts hundreds that arrive together, in more than one transaction', async () => {
		const voices = await temporaryVoices();
		const events = Array.from({ length: 750 }, (_, n) =>
			n % 3 === 0 ? start() : choice('night', n % 3 === 1 ? 'speak' : 'wait')
		);
		const recorded = await record(voices, ...events, ...events);
		expect(recorded.filter((each) => each === 'counted')).toHaveLength(750);
		expect(await voices.read.select().from(participationCountTable)).toMatchObject([{ started: 250 }]);
		const choices = await voices.read.select().from(choiceCountTable);
		expect(choices).toMatchObject([
			{ choice: 'speak', count: 250 },
			{ choice: 'wait', count: 250 }
		]);
	});

	it('remembers nothing of an event but its id and quarter', async () => {
		const voices = await temporaryVoices();
		const id = randomId();
		await record(voices, start({ id }));
		expect(await voices.read.select().from(seenEventTable)).toEqual([{ period: '2026-27/Q2', eventId: id }]);
	});

	it('tells every device that waits when the store can’t be written', async () => {
		const voices = await temporaryVoices();
		await voices.close();
		const outcomes = await Promise.allSettled([
			recordParticipation(voices, start(), now),
			recordParticipation(voices, start(), now)
		]);
		expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	});
});
