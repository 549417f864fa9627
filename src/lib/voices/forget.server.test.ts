// The forensic side: what is forgotten must be gone from the bytes of the files, not only from the tables.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { randomId, start } from '../../../tests/participation-event';
import { temporaryFolder, temporaryVoices } from '../../../tests/temporary';
import { forgetEvents } from './forget.server';
import { recordParticipation } from './participation.server';
import { participationCountTable, seenEventTable } from './tables.server';
import { startUpkeep } from './upkeep.server';

const now = new Date('2026-12-31T22:00:00Z');
const nextQuarter = new Date('2026-12-31T23:00:00Z');

function countInFiles(folder: string, words: string[]): number {
	const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
	return words.filter((word) => bytes.some((content) => content.includes(word))).length;
}

describe('forgetEvents', () => {
	it('leaves no id of a past quarter in any byte of the store, and every count', async () => {
		const folder = temporaryFolder();
		const voices = await temporaryVoices(folder);
		const ids = Array.from({ length: 2500 }, randomId);
		await Promise.all(ids.map((id) => recordParticipation(voices, start({ id }), now)));
		expect(countInFiles(folder, ids), 'the search finds what is there').toBe(2500);
		const kept = randomId();
		await recordParticipation(voices, start({ id: kept }), nextQuarter);
		expect(await forgetEvents(voices, nextQuarter)).toBe(2500);
		expect(countInFiles(folder, ids)).toBe(0);
		expect(await voices.read.select().from(seenEventTable)).toEqual([{ period: '2026-27/Q3', eventId: kept }]);
		const rows = await voices.read.select().from(participationCountTable);
		expect(rows.map(({ period, started }) => [period, started])).toEqual([
			['2026-27/Q2', 2500],
			['2026-27/Q3', 1]
		]);
	});

	it('lets others write in between and loses none of it', async () => {
		const voices = await temporaryVoices();
		await Promise.all(Array.from({ length: 2500 }, () => recordParticipation(voices, start(), now)));
		const forgetting = forgetEvents(voices, nextQuarter);
		const written = Array.from({ length: 20 }, () => recordParticipation(voices, start(), nextQuarter));
		expect(await forgetting).toBe(2500);
		await Promise.all(written);
		expect(await voices.read.select().from(seenEventTable)).toHaveLength(20);
	});

	it('touches nothing within the quarter', async () => {
		const voices = await temporaryVoices();
		await recordParticipation(voices, start(), now);
		expect(await forgetEvents(voices, now)).toBe(0);
		expect(await voices.read.select().from(seenEventTable)).toHaveLength(1);
	});
});

describe('the files of the store', () => {
	it('have no hidden row numbers, which would keep the order of arrival', async () => {
		const voices = await temporaryVoices();
		for (const table of ['participation_count', 'choice_count', 'ending_count', 'seen_event', 'shown_choices']) {
			await expect(voices.read.values(sql.raw(`SELECT rowid FROM ${table}`)), table).rejects.toMatchObject({
				cause: { message: expect.stringContaining('no such column: rowid') }
			});
		}
	});

	it('are looked after at once and until stopped; a failure is told', async () => {
		const folder = temporaryFolder();
		const voices = await temporaryVoices(folder);
		const id = randomId();
		await recordParticipation(voices, start({ id }), now);
		const stop = startUpkeep(
			voices,
			() => nextQuarter,
			() => expect.unreachable()
		);
		await expect.poll(() => countInFiles(folder, [id])).toBe(0);
		stop();
		await voices.close();
		const failure = new Promise((resolve) => startUpkeep(voices, () => now, resolve));
		expect(await failure).toMatchObject({ problem: 'closed' });
	});
});
