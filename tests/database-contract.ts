// What every way of opening a database holds to: the same cases for files and for a server.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkpoint, openDatabase, type Database, type DatabaseOptions } from '../src/lib/database/database.server';
import { temporaryFolder } from './temporary';

/** Empties or makes a database for one test. What it gives says, each time it is called, how one more process opens that database. */
export type Engine = () => Promise<() => Omit<DatabaseOptions, 'migrations'>>;

const insert = (id: string) => sql`INSERT INTO seen_event VALUES ('2026-27/Q1', ${id})`;

async function listIds(database: Database): Promise<string[]> {
	const rows = await database.read.values<[string]>(sql`SELECT event_id FROM seen_event ORDER BY event_id`);
	return rows.map((row) => row[0]);
}

async function open(options: Omit<DatabaseOptions, 'migrations'>, migrations = 'drizzle/voices'): Promise<Database> {
	const database = await openDatabase({ ...options, migrations });
	onTestFinished(() => database.close());
	return database;
}

/** A folder of migrations as drizzle-kit makes it; each creates the table of its name, perhaps with a column that points to another. */
function writeMigrations(...tables: string[]): string {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'meta'));
	const named = tables.map((table) => table.split(' REFERENCES ') as [tag: string, other?: string]);
	const entries = named.map(([tag], idx) => ({ idx, tag, when: 100 * (idx + 1), breakpoints: true }));
	writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ version: '7', dialect: 'sqlite', entries }));
	for (const [tag, other] of named) {
		const points = other ? ` REFERENCES ${other}` : '';
		writeFileSync(join(folder, `${tag}.sql`), `CREATE TABLE ${tag} (a PRIMARY KEY${points});`);
	}
	return folder;
}

/** Opens the database in a process of its own and closes it again. */
async function openElsewhere(options: Omit<DatabaseOptions, 'migrations'>, migrations: string): Promise<number | null> {
	const parameters = ['--import', 'tsx', 'tests/opener-process.ts', JSON.stringify({ ...options, migrations })];
	const [code] = await once(spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
	return code;
}

export function describeContract(name: string, engine: Engine): void {
	describe(`a database (${name})`, { timeout: 30_000 }, () => {
		it('keeps what was written, and shows it to who opens it next', async () => {
			const place = await engine();
			const first = await open(place());
			await first.write((tx) => tx.run(insert('a')));
			await first.close();
			expect(await listIds(await open(place()))).toEqual(['a']);
		});

		it('shows a write to every reader as soon as it is over, and nothing of it before', async () => {
			const place = await engine();
			const [here, there] = [await open(place()), await open(place())];
			for (let n = 0; n < 5; n++) {
				const before = (await listIds(there)).length;
				await here.write(async (tx) => {
					await tx.run(insert(`event ${n}`));
					expect((await listIds(here)).length).toBe(before);
				});
				expect((await listIds(there)).length, 'in the other process').toBe(before + 1);
				expect((await listIds(here)).length, 'in the own process').toBe(before + 1);
			}
		});

		it('answers many readers at once, each with all that was written before', async () => {
			const place = await engine();
			const [here, there] = [await open(place()), await open(place())];
			const seen = Array.from({ length: 12 }, async (_, n) => {
				await here.write((tx) => tx.run(insert(`event ${n}`)));
				return (await listIds(n % 2 ? here : there)).includes(`event ${n}`);
			});
			expect(await Promise.all(seen)).toEqual(seen.map(() => true));
		});

		it('writes in the order asked, one at a time, and gives back the result', async () => {
			const database = await open((await engine())());
			const trace: string[] = [];
			const written = [1, 2, 3].map((n) =>
				database.write(async (tx) => {
					trace.push(`begin ${n}`);
					await tx.run(insert(`event ${n}`));
					trace.push(`end ${n}`);
					return n * 10;
				})
			);
			expect(await Promise.all(written)).toEqual([10, 20, 30]);
			expect(trace).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2', 'begin 3', 'end 3']);
		});

		it('undoes a write as a whole, passes its error through unchanged, and goes on', async () => {
			const database = await open((await engine())());
			const failure = new Error('on purpose');
			const failing = database.write(async (tx) => {
				await tx.run(insert('a'));
				await tx.run(insert('b'));
				throw failure;
			});
			const next = database.write((tx) => tx.run(insert('c')));
			await expect(failing).rejects.toBe(failure);
			await next;
			expect(await listIds(database)).toEqual(['c']);
		});

		it('tells a broken constraint by its code, and lets the write go on or not', async () => {
			const database = await open((await engine())());
			const refused = { cause: { code: 'SQLITE_CONSTRAINT' } };
			await database.write(async (tx) => {
				await tx.run(insert('a'));
				await expect(tx.run(insert('a'))).rejects.toMatchObject(refused);
				await tx.run(insert('b'));
			});
			await expect(database.write((tx) => tx.run(insert('b')))).rejects.toMatchObject(refused);
			const rolledBack = database.write(async (tx) => {
				await tx.run(insert('c'));
				await tx.run(sql`INSERT OR ROLLBACK INTO seen_event VALUES ('2026-27/Q1', 'a')`);
			});
			await expect(rolledBack).rejects.toMatchObject(refused);
			expect(await listIds(database)).toEqual(['a', 'b']);
		});

		it('holds to foreign keys', async () => {
			const database = await open((await engine())(), writeMigrations('one', 'two REFERENCES one'));
			await expect(database.write((tx) => tx.run(sql`INSERT INTO two VALUES (7)`))).rejects.toMatchObject({
				cause: { code: 'SQLITE_CONSTRAINT' }
			});
		});

		it('refuses a write inside a write, and a write through the handle for reading', async () => {
			const database = await open((await engine())());
			const nested = database.write(async () => database.write((tx) => tx.run(insert('a'))));
			await expect(nested).rejects.toThrow('Pass on `tx` instead');
			await expect(database.read.run(insert('a'))).rejects.toMatchObject({ cause: { code: 'SQLITE_READONLY' } });
		});

		it('takes hundreds of rows in one write, of words in all scripts, numbers and nothing', async () => {
			const database = await open((await engine())());
			await database.write(async (tx) => {
				for (let n = 0; n < 300; n++) await tx.run(insert(`événement ${n} شكرا`));
			});
			expect(await listIds(database)).toHaveLength(300);
			const { rowsAffected } = await database.write((tx) => tx.run(sql`DELETE FROM seen_event WHERE event_id LIKE '%9 شكرا'`));
			expect(rowsAffected).toBe(30);
			const [row] = await database.read.values(sql`SELECT ${2 ** 53 - 1}, ${0.1}, ${null}, ${'é'}, x'00ff'`);
			expect(Array.from(row as unknown[]).slice(0, 4)).toEqual([2 ** 53 - 1, 0.1, null, 'é']);
			expect(Buffer.from((row as unknown[])[4] as ArrayBuffer).toString('hex')).toBe('00ff');
		});

		it('keeps its house without a failure, and everything in it', async () => {
			const database = await open((await engine())());
			await database.write((tx) => tx.run(insert('a')));
			await database.run('VACUUM');
			await checkpoint(database);
			await database.write((tx) => tx.run(insert('b')));
			expect(await listIds(database)).toEqual(['a', 'b']);
		});

		it('finishes what is queued before it closes, and refuses what comes after', async () => {
			const place = await engine();
			const database = await open(place());
			const written = Promise.all(['a', 'b', 'c'].map((id) => database.write((tx) => tx.run(insert(id)))));
			await database.close();
			await written;
			await expect(database.write((tx) => tx.run(insert('d')))).rejects.toMatchObject({ problem: 'closed' });
			await database.close();
			expect(await listIds(await open(place()))).toEqual(['a', 'b', 'c']);
		});
	});

	describe(`migrations (${name})`, { timeout: 60_000 }, () => {
		const tables = sql`SELECT name FROM sqlite_schema WHERE name IN ('one', 'two') ORDER BY name`;

		it('are applied once, and later ones on the next start', async () => {
			const place = await engine();
			await (await open(place(), writeMigrations('one'))).close();
			const database = await open(place(), writeMigrations('one', 'two'));
			expect(await database.read.values(tables)).toHaveLength(2);
		});

		it('of a newer Relais are refused, by the name of the database', async () => {
			const place = await engine();
			await (await open(place(), writeMigrations('one', 'two'))).close();
			const { file, remote } = place();
			const refused = { problem: 'newer-schema', message: expect.stringContaining(remote?.url ?? file) };
			await expect(open(place(), writeMigrations('one'))).rejects.toMatchObject(refused);
		});

		it('are applied once by three processes that start together', async () => {
			const place = await engine();
			const migrations = writeMigrations('one', 'two');
			expect(await Promise.all([1, 2, 3].map(() => openElsewhere(place(), migrations)))).toEqual([0, 0, 0]);
			const database = await open(place(), migrations);
			expect(await database.read.values(sql`SELECT created_at FROM __drizzle_migrations`)).toHaveLength(2);
		});
	});
}
