import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { openDatabase } from './database.server';

/** A folder of migrations as drizzle-kit makes it; each creates the table of its name. */
function writeMigrations(folder: string, ...entries: { tag: string; when: number; text?: string }[]): string {
	mkdirSync(join(folder, 'meta'), { recursive: true });
	const journal = {
		version: '7',
		dialect: 'sqlite',
		entries: entries.map((entry, idx) => ({ idx, breakpoints: true, ...entry }))
	};
	writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify(journal));
	for (const { tag, text } of entries) writeFileSync(join(folder, `${tag}.sql`), text ?? `CREATE TABLE ${tag} (a);`);
	return folder;
}

function place() {
	const root = temporaryFolder();
	return { file: join(root, 'x.db'), migrations: join(root, 'migrations') };
}

describe('migrations', () => {
	it('are applied once, and later ones on the next start', async () => {
		const options = place();
		writeMigrations(options.migrations, { tag: 'one', when: 100 });
		await (await openDatabase(options)).close();
		writeMigrations(options.migrations, { tag: 'one', when: 100 }, { tag: 'two', when: 200 });
		const database = await openDatabase(options);
		const tables = await database.read.values(sql`SELECT name FROM sqlite_schema WHERE name IN ('one', 'two')`);
		expect(tables).toHaveLength(2);
		await database.close();
	});

	it('merged with a time before one already applied are noticed', async () => {
		const options = place();
		writeMigrations(options.migrations, { tag: 'one', when: 100 }, { tag: 'three', when: 300 });
		await (await openDatabase(options)).close();
		writeMigrations(options.migrations, { tag: 'one', when: 100 }, { tag: 'two', when: 200 }, { tag: 'three', when: 300 });
		await expect(openDatabase(options)).rejects.toMatchObject({
			problem: 'migrations-broken',
			message: expect.stringContaining(options.migrations),
			remedy: expect.stringContaining('npm run db:generate')
		});
	});

	it('whose times do not increase are refused before anything is applied', async () => {
		const options = place();
		writeMigrations(options.migrations, { tag: 'one', when: 100 }, { tag: 'two', when: 100 });
		await expect(openDatabase(options)).rejects.toMatchObject({
			problem: 'migrations-broken',
			message: expect.stringContaining('do not increase')
		});
	});

	it('of a newer Relais in the file are refused', async () => {
		const options = place();
		writeMigrations(options.migrations, { tag: 'one', when: 100 }, { tag: 'two', when: 200 });
		await (await openDatabase(options)).close();
		writeMigrations(options.migrations, { tag: 'one', when: 100 });
		await expect(openDatabase(options)).rejects.toMatchObject({
			problem: 'newer-schema',
			message: expect.stringContaining(options.file)
		});
	});

	it('that are not there are missed by name', async () => {
		const options = place();
		await expect(openDatabase(options)).rejects.toMatchObject({
			problem: 'migrations-broken',
			message: expect.stringContaining(options.migrations)
		});
	});

	it('that fail half-way leave nothing behind, and can be repaired', async () => {
		const options = place();
		const broken = {
			tag: 'two',
			when: 200,
			text: 'CREATE TABLE two (a);\n--> statement-breakpoint\nINSERT INTO nowhere VALUES (1);'
		};
		writeMigrations(options.migrations, { tag: 'one', when: 100 }, broken);
		await expect(openDatabase(options)).rejects.toThrow();
		writeMigrations(options.migrations, { tag: 'one', when: 100 }, { tag: 'two', when: 200 });
		await (await openDatabase(options)).close();
	});

	it('run once, where several processes start at the same moment', async () => {
		const options = place();
		const counting = 'UPDATE one SET a = a + 1;';
		writeMigrations(
			options.migrations,
			{ tag: 'one', when: 100, text: 'CREATE TABLE one (a);\n--> statement-breakpoint\nINSERT INTO one VALUES (0);' },
			{ tag: 'two', when: 200, text: counting },
			{ tag: 'three', when: 300, text: counting }
		);
		const at = String(Date.now() + 4_000);
		const parameters = ['--import', 'tsx', 'tests/opening-process.ts', options.file, options.migrations, at];
		const run = promisify(execFile);
		await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, parameters)));
		const database = await openDatabase(options);
		expect((await database.read.values(sql`SELECT a FROM one`))[0]?.[0]).toBe(2);
		await database.close();
	}, 60_000);
});
