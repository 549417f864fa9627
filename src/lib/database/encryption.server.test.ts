// That the driver really encrypts: files are read as bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { openDatabase } from './database.server';

const encryptionKey = 'a-key-of-thirty-two-characters-or-more';
const migrations = 'drizzle/accounts';
const canary = 'canary-that-nobody-may-read';

const bytesOf = (folder: string) => Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));

it('an encrypted database holds no plain word, in its file or its WAL', async () => {
	const folder = temporaryFolder();
	const database = await openDatabase({ file: join(folder, 'x.db'), migrations, encryptionKey });
	await database.write((tx) => tx.run(sql`INSERT INTO instance VALUES ('a', ${canary})`));
	expect(readdirSync(folder)).toContain('x.db-wal');
	expect(bytesOf(folder).includes(canary)).toBe(false);
	expect(bytesOf(folder).includes('CREATE TABLE')).toBe(false);
	await database.close();
	expect(bytesOf(folder).includes(canary)).toBe(false);
	const again = await openDatabase({ file: join(folder, 'x.db'), migrations, encryptionKey });
	expect(await again.read.values(sql`SELECT value FROM instance`)).toMatchObject([{ 0: canary }]);
	await again.close();
});

it('without a key the same words are there to read', async () => {
	const folder = temporaryFolder();
	const database = await openDatabase({ file: join(folder, 'x.db'), migrations });
	await database.write((tx) => tx.run(sql`INSERT INTO instance VALUES ('a', ${canary})`));
	await database.close();
	expect(bytesOf(folder).includes(canary)).toBe(true);
});

it.each([
	['no key', null],
	['another key', 'another-key-of-thirty-two-characters']
])('%s does not open it, and the message says so', async (_, other) => {
	const file = join(temporaryFolder(), 'x.db');
	await (await openDatabase({ file, migrations, encryptionKey })).close();
	const refused = { problem: 'corrupt', remedy: expect.stringContaining('ACCOUNTS_KEY') };
	await expect(openDatabase({ file, migrations, encryptionKey: other })).rejects.toMatchObject(refused);
});

it('a plain file is refused where a key is set: nobody shall believe in an encryption that is not there', async () => {
	const file = join(temporaryFolder(), 'x.db');
	await (await openDatabase({ file, migrations })).close();
	const refused = { problem: 'not-encrypted', remedy: expect.stringContaining('npm run encrypt-accounts') };
	await expect(openDatabase({ file, migrations, encryptionKey })).rejects.toMatchObject(refused);
});
