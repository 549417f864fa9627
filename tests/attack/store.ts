// Stores for attackers: real ones in a folder of their own, and a naive one as people would write it first.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { openDatabase, type Database } from '../../src/lib/database/database.server';

export const now = new Date('2026-11-23T10:00:00Z');
export const place = { country: 'BE', organisationId: 'org-a', groupId: 'group-a' };
export const freshProof = () => ({ kind: 'proof' as const, hash: randomBytes(32).toString('base64url') });

/** Runs an attack on a store that is gone afterwards. */
export async function withStore<T>(
	name: 'voices' | 'moderation',
	work: (database: Database, folder: string) => Promise<T>
): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'relais-attack-'));
	const database = await openDatabase({ file: join(folder, `${name}.db`), migrations: `drizzle/${name}`, secureDelete: true });
	try {
		return await work(database, folder);
	} finally {
		await database.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A table with rowids, in which rows are inserted as they come. */
export async function withNaiveTable<T>(work: (client: Client, folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'relais-naive-'));
	const client = createClient({ url: `file:${join(folder, 'naive.db')}` });
	await client.execute('create table answer (question text, option text)');
	try {
		return await work(client, folder);
	} finally {
		client.close();
		rmSync(folder, { recursive: true, force: true });
	}
}
