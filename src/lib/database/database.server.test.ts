import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, temporaryVoices } from '../../../tests/temporary';
import { checkpoint, openDatabase, type Database } from './database.server';

const insert = (id: string) => sql`INSERT INTO seen_event VALUES ('2026-27/Q1', ${id})`;

async function listIds(database: Database): Promise<string[]> {
	const rows = await database.read.values<[string]>(sql`SELECT event_id FROM seen_event ORDER BY event_id`);
	return rows.map((row) => row[0]);
}

/** The settings of the connection that writes. */
function readSettings(database: Database): Promise<unknown[]> {
	return database.write(async (tx) => {
		const found = [];
		for (const name of ['journal_mode', 'foreign_keys', 'synchronous', 'secure_delete'])
			found.push((await tx.values(sql.raw(`PRAGMA ${name}`)))[0]?.[0]);
		return found;
	});
}

describe('a database', () => {
	it('is made with its folder, whatever characters are in the path, and keeps what was written', async () => {
		const file = join(temporaryFolder(), 'été #1 100% ?', 'deep', 'voices.db');
		const first = await openDatabase({ file, migrations: 'drizzle/voices' });
		await first.write((tx) => tx.run(insert('a')));
		await first.close();
		expect(existsSync(file)).toBe(true);
		const second = await openDatabase({ file, migrations: 'drizzle/voices' });
		expect(await listIds(second)).toEqual(['a']);
		await second.close();
	});

	it('and its folder, WAL and index are open to their user alone', async () => {
		const folder = join(temporaryFolder(), 'data');
		const voices = await temporaryVoices(folder);
		await voices.write((tx) => tx.run(insert('a')));
		const modes = ['.', ...readdirSync(folder)].map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]);
		expect(Object.fromEntries(modes)).toEqual({ '.': '700', 'voices.db': '600', 'voices.db-shm': '600', 'voices.db-wal': '600' });
	});

	it('has a WAL, foreign keys, durable commits and overwritten deletions', async () => {
		const voices = await temporaryVoices();
		expect(await readSettings(voices)).toEqual(['wal', 1, 2, 1]);
	});

	it('refuses to write through the handle for reading', async () => {
		const voices = await temporaryVoices();
		await expect(voices.read.run(insert('a'))).rejects.toMatchObject({ cause: { code: 'SQLITE_READONLY' } });
	});

	it('shows a reader nothing of a write that is not over', async () => {
		const voices = await temporaryVoices();
		await voices.write(async (tx) => {
			await tx.run(insert('a'));
			expect(await listIds(voices)).toEqual([]);
		});
		expect(await listIds(voices)).toEqual(['a']);
	});

	it('empties its WAL on request', async () => {
		const folder = temporaryFolder();
		const voices = await temporaryVoices(folder);
		await voices.write((tx) => tx.run(insert('a')));
		expect(statSync(join(folder, 'voices.db-wal')).size).toBeGreaterThan(0);
		await checkpoint(voices);
		expect(statSync(join(folder, 'voices.db-wal')).size).toBe(0);
	});

	it('finishes what is queued before it closes, and refuses what comes after', async () => {
		const folder = temporaryFolder();
		const voices = await temporaryVoices(folder);
		const written = Promise.all(['a', 'b', 'c'].map((id) => voices.write((tx) => tx.run(insert(id)))));
		await voices.close();
		await written;
		await expect(voices.write((tx) => tx.run(insert('d')))).rejects.toMatchObject({ problem: 'closed' });
		await voices.close();
		expect(await listIds(await temporaryVoices(folder))).toEqual(['a', 'b', 'c']);
	});
});

describe('writes', () => {
	it('run one at a time, in the order asked, and give back their result', async () => {
		const voices = await temporaryVoices();
		const trace: string[] = [];
		const results = await Promise.all(
			[1, 2, 3].map((n) =>
				voices.write(async (tx) => {
					trace.push(`begin ${n}`);
					await tx.run(insert(`event ${n}`));
					await new Promise((resolve) => setTimeout(resolve, 3 * (4 - n)));
					trace.push(`end ${n}`);
					return n * 10;
				})
			)
		);
		expect(results).toEqual([10, 20, 30]);
		expect(trace).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
	});

	it('are undone as a whole by a throw, which comes through unchanged, and the next one runs', async () => {
		const voices = await temporaryVoices();
		const failure = new Error('on purpose');
		const failing = voices.write(async (tx) => {
			await tx.run(insert('a'));
			await tx.run(insert('b'));
			throw failure;
		});
		const next = voices.write((tx) => tx.run(insert('c')));
		await expect(failing).rejects.toBe(failure);
		await next;
		expect(await listIds(voices)).toEqual(['c']);
	});

	it('keep the first error where SQLite has rolled back by itself', async () => {
		const voices = await temporaryVoices();
		const failing = voices.write(async (tx) => {
			await tx.run(insert('a'));
			await tx.run(sql`INSERT OR ROLLBACK INTO seen_event VALUES ('2026-27/Q1', 'a')`);
		});
		await expect(failing).rejects.toMatchObject({ cause: { code: 'SQLITE_CONSTRAINT' } });
		await voices.write((tx) => tx.run(insert('b')));
		expect(await listIds(voices)).toEqual(['b']);
	});

	it('may go on after a statement that the database refused', async () => {
		const voices = await temporaryVoices();
		await voices.write(async (tx) => {
			await tx.run(insert('a'));
			await expect(tx.run(insert('a'))).rejects.toMatchObject({ cause: { code: 'SQLITE_CONSTRAINT' } });
			await tx.run(insert('b'));
		});
		expect(await listIds(voices)).toEqual(['a', 'b']);
	});

	it('inside a write are refused instead of waiting for themselves', async () => {
		const voices = await temporaryVoices();
		const nested = voices.write(async () => voices.write((tx) => tx.run(insert('a'))));
		await expect(nested).rejects.toThrow('Pass on `tx` instead');
	});

	it('say in one sentence that the disk is full, lose nothing and recover', async () => {
		const voices = await temporaryVoices();
		await voices.write((tx) => tx.run(insert('kept')));
		await voices.run('PRAGMA max_page_count = 1');
		const filling = voices.write(async (tx) => {
			for (let n = 0; n < 2000; n++) await tx.run(insert(`a long enough event id ${n}`));
		});
		await expect(filling).rejects.toMatchObject({ problem: 'full', message: expect.stringContaining('voices.db is full') });
		expect(await listIds(voices)).toEqual(['kept']);
		await voices.run('PRAGMA max_page_count = 1000000');
		await voices.write((tx) => tx.run(insert('after')));
		expect(await listIds(voices)).toEqual(['after', 'kept']);
	});

	it('wait for another program without stopping the process, and run when it lets go', async () => {
		const folder = temporaryFolder();
		const voices = await temporaryVoices(folder);
		const other = createClient({ url: `file:${join(folder, 'voices.db')}` });
		const held = await other.transaction('write');
		let longest = 0;
		let last = Date.now();
		const pulse = setInterval(() => {
			longest = Math.max(longest, Date.now() - last);
			last = Date.now();
		}, 10);
		const written = Promise.all(['a', 'b'].map((id) => voices.write((tx) => tx.run(insert(id)))));
		await new Promise((resolve) => setTimeout(resolve, 1200));
		expect(await listIds(voices)).toEqual([]);
		await held.rollback();
		await written;
		clearInterval(pulse);
		other.close();
		expect(await listIds(voices)).toEqual(['a', 'b']);
		expect(longest, 'milliseconds without a turn of the event loop').toBeLessThan(1000);
	});

	it('say that another program has the file locked, and run when it lets go', async () => {
		const file = join(temporaryFolder(), 'voices.db');
		const voices = await openDatabase({ file, migrations: 'drizzle/voices', secureDelete: true, timeout: 50 });
		const other = createClient({ url: `file:${file}` });
		const held = await other.transaction('write');
		await expect(voices.write((tx) => tx.run(insert('a')))).rejects.toMatchObject({ problem: 'locked' });
		await held.rollback();
		await voices.write((tx) => tx.run(insert('b')));
		expect(await listIds(voices)).toEqual(['b']);
		expect(await readSettings(voices)).toEqual(['wal', 1, 2, 1]);
		other.close();
		await voices.close();
	});
});
