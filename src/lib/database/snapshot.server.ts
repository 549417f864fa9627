// Copies, checks and compares databases without opening them as an instance does: nothing here migrates.
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { Client } from '@libsql/client';
import { DatabaseError, describeDatabaseError } from './database-error';
import { connectFile } from './open-file.server';
import { fetchDatabase, withRemote, type Remote } from './open-remote.server';

/** Where a database is: in a file or on a server. */
export interface DatabasePlace {
	file: string;
	remote?: Remote | null;
	encryptionKey?: string | null;
}

/** Runs some work on a file with a connection of its own; errors of the file come out as DatabaseError. */
export async function withFile<T>(file: string, key: string | null, work: (client: Client) => Promise<T>): Promise<T> {
	if (!existsSync(file)) {
		// The driver would make an empty one.
		throw new DatabaseError('not-a-file', `There is no database ${file}.`, 'Set DATA_DIR to the folder that holds it.');
	}
	let client: Client | null = null;
	try {
		client = connectFile(file, key);
		return await work(client);
	} catch (error) {
		throw describeDatabaseError(error, file);
	} finally {
		client?.close();
	}
}

/** Copies a database, as it is at this moment, into a new file while others go on reading and writing. The copy has no deleted rows and the same key. */
export function copyDatabase(from: string, to: string, key: string | null): Promise<void> {
	return withFile(from, key, async (client) => void (await client.execute({ sql: 'VACUUM INTO ?', args: [to] })));
}

/** The same of a database that may be on a server: what the server has at this moment. Its copy has the key that replicas here have. */
export async function takeSnapshot({ file, remote = null, encryptionKey = null }: DatabasePlace, to: string): Promise<void> {
	if (remote === null) return copyDatabase(file, to, encryptionKey);
	const fetched = `${to}.fetched`;
	await fetchDatabase(remote, fetched, encryptionKey);
	await copyDatabase(fetched, to, encryptionKey);
	for (const end of ['', '-wal', '-shm', '-client_wal_index']) await rm(fetched + end, { force: true });
}

/** Copies a plain database into a new file that is encrypted: no plain byte of the copy touches the disk. */
export function copyEncrypted(from: string, to: string, key: string): Promise<void> {
	const url = `file:${encodeURI(to).replace(/[?#]/g, encodeURIComponent)}?cipher=aes256cbc&key=${encodeURIComponent(key)}`;
	return withFile(from, null, async (client) => void (await client.execute({ sql: 'VACUUM INTO ?', args: [url] })));
}

/** Reads every page, index and reference. Throws DatabaseError where something doesn't fit. */
export function checkDatabase(file: string, key: string | null): Promise<void> {
	return withFile(file, key, async (client) => {
		const pages = await client.execute('PRAGMA integrity_check(1)');
		const references = await client.execute('PRAGMA foreign_key_check');
		if (pages.rows[0]?.[0] === 'ok' && references.rows.length === 0) return;
		const remedy = 'Keep a copy of it and restore your last backup: npm run restore -- --help';
		throw new DatabaseError('corrupt', `The database ${file} is damaged.`, remedy);
	});
}

export interface SchemaState {
	/** Migrations that the file has and the folder knows. */
	applied: number;
	/** Migrations of the folder that the file lacks, by name. */
	pending: string[];
	/** Migrations that only a newer Relais knows. */
	unknown: number;
}

/** Compares a database with the folder of its migrations and changes nothing; a file that isn't there lacks them all. */
export async function compareSchema(place: DatabasePlace, folder: string): Promise<SchemaState> {
	const known = readMigrationFiles({ migrationsFolder: folder });
	const names = await readTags(folder);
	const { file, remote = null, encryptionKey = null } = place;
	const asked: Promise<number[]> | number[] = remote
		? withRemote(remote, listTimes)
		: existsSync(file)
			? withFile(file, encryptionKey, listTimes)
			: [];
	const applied = await asked;
	const times = known.map(({ folderMillis }) => folderMillis);
	return {
		applied: applied.filter((time) => times.includes(time)).length,
		pending: times.flatMap((time, at) => (applied.includes(time) ? [] : [names[at] ?? String(time)])),
		unknown: applied.filter((time) => !times.includes(time)).length
	};
}

async function readTags(folder: string): Promise<string[]> {
	const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(`${folder}/meta/_journal.json`, 'utf8'));
	return journal.entries.map(({ tag }) => tag);
}

async function listTimes(client: Client): Promise<number[]> {
	const tables = await client.execute("SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'");
	if (tables.rows.length === 0) return [];
	const { rows } = await client.execute('SELECT created_at FROM __drizzle_migrations');
	return rows.map((row) => Number(row[0]));
}

/** Empties the WAL into the file and leaves WAL mode: only who is alone with the file can. False when another program has it open. */
export async function settleFile(file: string, key: string | null): Promise<boolean> {
	try {
		return await withFile(file, key, async (client) => {
			const { rows } = await client.execute('PRAGMA journal_mode = DELETE');
			return rows[0]?.[0] === 'delete';
		});
	} catch (error) {
		if (error instanceof DatabaseError && error.problem === 'locked') return false;
		throw error;
	}
}
