// What whoever runs the instance reads when a database can't be used: each names the path and the remedy.
import { chmodSync, copyFileSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../../tests/temporary';
import { openDatabase } from './database.server';
import { DatabaseError, describeDatabaseError } from './database-error';

const open = (file: string, options: { timeout?: number } = {}) =>
	openDatabase({ file, migrations: 'drizzle/voices', ...options });

async function expectRefusal(file: string, problem: string, named = file, options = {}) {
	const error = await open(file, options).then(
		(database) => database.close().then(() => null),
		(error: unknown) => error
	);
	expect(error).toBeInstanceOf(DatabaseError);
	expect(error).toMatchObject({ problem, message: expect.stringContaining(named), remedy: expect.stringMatching(/\w+ .*\.$/) });
}

/** Root may write anywhere, so these run as somebody else where the tests run as root. */
function asOrdinaryUser() {
	if (process.getuid?.() !== 0) return;
	process.seteuid?.(65534);
	onTestFinished(() => process.seteuid?.(0));
}

describe('opening a database refuses', () => {
	it('a file in place of the folder', async () => {
		const folder = join(temporaryFolder(), 'data');
		writeFileSync(folder, 'not a folder');
		await expectRefusal(join(folder, 'voices.db'), 'folder-missing', folder);
	});

	it('a folder that cannot be written', async () => {
		const folder = temporaryFolder();
		chmodSync(folder, 0o555);
		asOrdinaryUser();
		await expectRefusal(join(folder, 'voices.db'), 'read-only');
	});

	it('a folder that cannot be made', async () => {
		const parent = temporaryFolder();
		chmodSync(parent, 0o555);
		asOrdinaryUser();
		await expectRefusal(join(parent, 'data', 'voices.db'), 'folder-missing', join(parent, 'data'));
	});

	it('a file that may only be read', async () => {
		const folder = temporaryFolder();
		const file = join(folder, 'copy.db');
		await (await open(join(folder, 'voices.db'))).close();
		// A copy, because the driver keeps a closed file's handle until it is garbage.
		copyFileSync(join(folder, 'voices.db'), file);
		chmodSync(file, 0o444);
		chmodSync(folder, 0o777);
		asOrdinaryUser();
		await expectRefusal(file, 'read-only');
	});

	it('a directory in place of the file', async () => {
		const file = join(temporaryFolder(), 'voices.db');
		mkdirSync(file);
		await expectRefusal(file, 'not-a-file');
	});

	it('a file that is not a database', async () => {
		const file = join(temporaryFolder(), 'voices.db');
		writeFileSync(file, 'a letter to grandmother '.repeat(200));
		await expectRefusal(file, 'corrupt');
	});

	it('a database cut short', async () => {
		const file = join(temporaryFolder(), 'voices.db');
		await (await open(file)).close();
		truncateSync(file, 8192);
		await expectRefusal(file, 'corrupt');
	});

	it('a database that another program keeps locked', async () => {
		const file = join(temporaryFolder(), 'voices.db');
		await (await open(file)).close();
		const other = createClient({ url: `file:${file}` });
		onTestFinished(() => other.close());
		await other.transaction('write');
		await expectRefusal(file, 'locked', file, { timeout: 50 });
	});

	it('and opens again once the reason is gone', async () => {
		const file = join(temporaryFolder(), 'voices.db');
		writeFileSync(file, 'rubbish'.repeat(100));
		await expectRefusal(file, 'corrupt');
		writeFileSync(file, '');
		await (await open(file)).close();
	});
});

describe('describeDatabaseError', () => {
	it('leaves what is not about the file as it is', () => {
		const error = Object.assign(new Error('UNIQUE constraint failed'), { code: 'SQLITE_CONSTRAINT' });
		expect(describeDatabaseError(error, 'x.db')).toBe(error);
		expect(describeDatabaseError('text', 'x.db')).toBe('text');
	});

	it.each([
		['SQLITE_FULL', 'full'],
		['SQLITE_IOERR', 'disk'],
		['SQLITE_READONLY', 'read-only'],
		['SQLITE_BUSY', 'locked'],
		['SQLITE_CORRUPT', 'corrupt']
	])('finds %s below the wrapper of drizzle', (code, problem) => {
		const wrapped = new Error('Failed query', { cause: Object.assign(new Error(code), { code }) });
		expect(describeDatabaseError(wrapped, '/data/x.db')).toMatchObject({
			problem,
			message: expect.stringContaining('/data/x.db')
		});
	});
});
