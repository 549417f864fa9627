// Backups of real databases: taken while others write, refused when they are not what they seem, and brought to today's schema.
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { openDatabase } from '../database/database.server';
import { isPlain } from '../database/open-file.server';
import { withFile } from '../database/snapshot.server';
import { backUp } from './backup.server';
import type { DatabaseName } from './database-names';
import { databaseOptions } from './instance.server';
import { restore } from './restore.server';
import { openSealed, sealFile } from './seal-file.server';

const identity = await generateX25519Identity();
const recipient = await identityToRecipient(identity);
const now = new Date('2026-11-26T03:00:00Z');
const accountsKey = 'k'.repeat(64);

/** A database with a row in a table of its own kind, and a backup of it. */
async function makeBackup(name: DatabaseName, rows: string[], options: { key?: string; migrations?: string } = {}) {
	const dataDir = temporaryFolder();
	const to = temporaryFolder();
	const { key = null, migrations = `drizzle/${name}` } = options;
	const file = join(dataDir, `${name}.db`);
	const database = await openDatabase({ file, migrations, encryptionKey: key });
	for (const row of rows) await database.write((tx) => tx.run(sql.raw(row)));
	const made = await backUp({ name, place: { file, encryptionKey: key }, to, lock: { recipient }, now, keep: null });
	return { ...made, database, dataDir, to };
}

function put(files: string[], options: { dataDir?: string; accountsKey?: string; replace?: boolean; dryRun?: boolean } = {}) {
	const { dataDir = temporaryFolder(), accountsKey: key = null, replace = false, dryRun = false } = options;
	const settings = { dataDir, accountsKey: key };
	return restore({ settings, files, key: { identity }, replace, dryRun, now }).then((result) => ({ ...result, settings }));
}

const instanceRow = "INSERT INTO instance VALUES ('demo', 'canary of a backup')";

/** The folder of migrations as it was when only the first existed. */
function firstMigrations(name: DatabaseName): string {
	const folder = join(temporaryFolder(), name);
	cpSync(`drizzle/${name}`, folder, { recursive: true });
	const path = join(folder, 'meta', '_journal.json');
	const journal = JSON.parse(readFileSync(path, 'utf8'));
	writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
	return folder;
}

describe('a backup', () => {
	it('is taken beside open writes, holds what was committed, and tells nobody without the key', async () => {
		const { file, database, dataDir } = await makeBackup('accounts', [instanceRow]);
		expect(readFileSync(file).includes('canary')).toBe(false);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		expect(readdirSync(dataDir).filter((each) => each.startsWith('.'))).toEqual([]);
		const { settings, restored } = await put([file]);
		expect(restored).toMatchObject([{ name: 'accounts', madeAt: now.toISOString(), migrated: [] }]);
		const back = await openDatabase(databaseOptions(settings, 'accounts'));
		expect(await back.read.values(sql`SELECT value FROM instance`)).toMatchObject([{ 0: 'canary of a backup' }]);
		expect(await back.read.values(sql`SELECT 1 FROM sqlite_schema WHERE name = 'relais_backup'`)).toEqual([]);
		await Promise.all([back.close(), database.close()]);
	});

	it('of live.db holds records of counts, and nothing of who is in a room', async () => {
		const live = "INSERT INTO live VALUES ('l', 'C', 'g', 'o', '{}', '{}', 1, '', '[]', 1, 2, NULL)";
		const person = "INSERT INTO participant VALUES ('l', 1, 'hash', 'canary fox', 0)";
		const record = "INSERT INTO record VALUES ('r', 'g', 'o', '2026-11-25', '{}', 1)";
		const { file, database } = await makeBackup('live', [live, person, record]);
		const out = join(temporaryFolder(), 'out.db');
		await openSealed(file, out, { identity });
		expect(readFileSync(out).includes('canary')).toBe(false);
		const count = (table: string) =>
			withFile(out, null, async (client) => (await client.execute(`SELECT count(*) FROM ${table}`)).rows[0]?.[0]);
		expect([await count('live'), await count('participant'), await count('record')]).toEqual([0, 0, 1]);
		await database.close();
	});

	it.each(['accounts', 'voices'] as const)('of the first schema of %s is brought to today’s', async (name) => {
		const rows = name === 'accounts' ? [instanceRow] : ["INSERT INTO seen_event VALUES ('2026-27/Q1', 'kept')"];
		const { file, database } = await makeBackup(name, rows, { migrations: firstMigrations(name) });
		const { settings, restored } = await put([file]);
		expect(restored[0]?.migrated.length).toBe(readdirSync(`drizzle/${name}`).filter((each) => each.endsWith('.sql')).length - 1);
		const back = await openDatabase(databaseOptions(settings, name));
		const kept = name === 'accounts' ? sql`SELECT key FROM instance` : sql`SELECT event_id FROM seen_event`;
		expect(await back.read.values(kept)).toHaveLength(1);
		await Promise.all([back.close(), database.close()]);
	});

	it('of an encrypted accounts.db stays encrypted inside, and a plain one becomes it where a key is set', async () => {
		const sealed = await makeBackup('accounts', [instanceRow], { key: accountsKey });
		const out = join(temporaryFolder(), 'out.db');
		await openSealed(sealed.file, out, { identity });
		expect(await isPlain(out)).toBe(false);
		await expect(put([sealed.file])).rejects.toThrow('Set ACCOUNTS_KEY');
		await expect(put([sealed.file], { accountsKey: 'x'.repeat(64) })).rejects.toThrow('ACCOUNTS_KEY does not open');
		const plain = await makeBackup('accounts', [instanceRow]);
		for (const { file } of [sealed, plain]) {
			const { settings } = await put([file], { accountsKey });
			const at = join(settings.dataDir, 'accounts.db');
			expect(await isPlain(at)).toBe(false);
			expect(readFileSync(at).includes('canary')).toBe(false);
			const back = await openDatabase(databaseOptions(settings, 'accounts'));
			expect(await back.read.values(sql`SELECT value FROM instance`)).toMatchObject([{ 0: 'canary of a backup' }]);
			await back.close();
		}
		await Promise.all([sealed.database.close(), plain.database.close()]);
	});
});

describe('a restore refuses, and changes nothing,', () => {
	it('a wrong passphrase, and opens with the right one', async () => {
		const [from, to] = [join(temporaryFolder(), 'a'), join(temporaryFolder(), 'b')];
		writeFileSync(from, 'some words');
		const hash = await sealFile(from, to, { passphrase: 'five random words, kept', workFactor: 10 });
		await expect(openSealed(to, null, { passphrase: 'five random words, lost' })).rejects.toMatchObject({ problem: 'wrong-key' });
		expect(await openSealed(to, null, { passphrase: 'five random words, kept' })).toBe(hash);
	});

	it('a key that is not its own, a file altered, cut short or of something else', async () => {
		const { file, database } = await makeBackup('voices', []);
		const bytes = readFileSync(file);
		const altered = Buffer.from(bytes);
		altered[bytes.length - 40] = (altered[bytes.length - 40] ?? 0) ^ 1;
		const cases: [string, Buffer][] = [
			['altered', altered],
			['short', bytes.subarray(0, bytes.length - 20)],
			['letter', Buffer.from('a letter to grandmother')]
		];
		const dataDir = temporaryFolder();
		for (const [name, content] of cases) {
			const path = join(temporaryFolder(), name);
			writeFileSync(path, content);
			await expect(put([path], { dataDir }), name).rejects.toMatchObject({ problem: 'damaged' });
		}
		const other = { identity: await generateX25519Identity() };
		const wrong = restore({
			settings: { dataDir, accountsKey: null },
			files: [file],
			key: other,
			replace: false,
			dryRun: false,
			now
		});
		await expect(wrong).rejects.toMatchObject({ problem: 'wrong-key' });
		expect(readdirSync(dataDir)).toEqual([]);
		await database.close();
	});

	it('what a newer Relais made', async () => {
		const newer = join(temporaryFolder(), 'voices');
		cpSync('drizzle/voices', newer, { recursive: true });
		const path = join(newer, 'meta', '_journal.json');
		const journal = JSON.parse(readFileSync(path, 'utf8'));
		const last = journal.entries.at(-1);
		journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1000, tag: '9999_later' });
		writeFileSync(path, JSON.stringify(journal));
		writeFileSync(join(newer, '9999_later.sql'), 'CREATE TABLE later (a);');
		const { file, database } = await makeBackup('voices', [], { migrations: newer });
		const dataDir = temporaryFolder();
		await expect(put([file], { dataDir })).rejects.toThrow(/made by a newer Relais.*Restore with Relais/);
		expect(readdirSync(dataDir)).toEqual([]);
		await database.close();
	});

	it('a place that is taken or in use; with --replace what was there is put aside', async () => {
		const { file, database, dataDir } = await makeBackup('voices', ["INSERT INTO seen_event VALUES ('2026-27/Q1', 'then')"]);
		await expect(put([file], { dataDir })).rejects.toThrow('--replace');
		await expect(put([file], { dataDir, replace: true })).rejects.toThrow('Stop Relais first');
		const other = temporaryFolder();
		mkdirSync(other, { recursive: true });
		writeFileSync(join(other, 'voices.db'), 'a damaged file, which is what a restore is for');
		expect((await put([file], { dataDir: other, replace: true, dryRun: true })).aside).toEqual([]);
		const { aside } = await put([file], { dataDir: other, replace: true });
		expect(aside).toEqual([join(other, 'voices.db.before-restore-2026-11-26T030000')]);
		expect(readFileSync(aside[0] ?? '', 'utf8')).toContain('damaged');
		await database.close();
	});

	it('two backups of one database', async () => {
		const { file, database } = await makeBackup('moderation', []);
		await expect(put([file, file])).rejects.toThrow('Two of the backups are of moderation');
		await database.close();
	});
});

it('an older backup makes room only when the new one is there', async () => {
	const { database, dataDir, to } = await makeBackup('moderation', []);
	const again = (day: number, file = join(dataDir, 'moderation.db')) =>
		backUp({
			name: 'moderation',
			place: { file },
			to,
			lock: { recipient },
			now: new Date(Date.UTC(2026, 10, day)),
			keep: null
		});
	await again(27);
	const before = readdirSync(to);
	await expect(again(28, join(dataDir, 'gone', 'moderation.db'))).rejects.toThrow();
	expect(readdirSync(to)).toEqual(before);
	expect((await again(28)).deleted).toHaveLength(1);
	expect(readdirSync(to)).toHaveLength(2);
	await database.close();
});
