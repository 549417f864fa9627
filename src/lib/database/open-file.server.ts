// Opens a database file for one reader and one writer. Each gets a client with a single connection, because SQLite's
// settings (secure_delete, query_only) belong to a connection and the driver's pool would hand out fresh ones.
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, type Client } from '@libsql/client';
import type { Clients } from './clients.server';
import { DatabaseError, describeDatabaseError } from './database-error';
import { patience } from './patience';

export interface FileOptions {
	secureDelete: boolean;
	/** Null for a plain file. */
	encryptionKey: string | null;
	timeout?: number;
}

/** Milliseconds that a statement waits for another process's lock once open: the driver waits on the event loop itself. */
const busyTimeout = 100;

/** Opens or creates the file in WAL mode. Throws DatabaseError when it can't; the driver's own errors come through as they are. */
export async function openFile(file: string, options: FileOptions): Promise<Clients> {
	await preparePlace(file);
	if (options.encryptionKey !== null && (await isPlain(file))) {
		const remedy = 'Encrypt it while Relais is stopped, with: npm run encrypt-accounts. Or unset ACCOUNTS_KEY.';
		throw new DatabaseError('not-encrypted', `The database ${file} is not encrypted, but a key for it is set.`, remedy);
	}
	// FULL: what was acknowledged survives a power cut, not only a crash.
	const secureDelete = `secure_delete = ${options.secureDelete ? 'ON' : 'OFF'}`;
	const writerSettings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', secureDelete];
	const opened: Client[] = [];
	const connect = () => {
		const client = connectFile(file, options.encryptionKey, options.timeout);
		opened.push(client);
		return client;
	};
	try {
		const writer = connect();
		await apply(writer, writerSettings);
		await checkContent(writer, file);
		const reader = connect();
		await apply(reader, ['query_only = ON']);
		const repairWriter = async (fresh: boolean) => {
			if (fresh) await writer.reconnect();
			await apply(writer, [`busy_timeout = ${Math.min(busyTimeout, options.timeout ?? patience)}`, ...writerSettings]);
		};
		return {
			...{ name: file, file, writer, reader, repairWriter },
			describe: (error) => describeDatabaseError(error, file),
			keepHouse: async (sql) => void (await writer.execute(sql)),
			async close() {
				// Another process may be reading; then the file keeps its WAL, which is as safe.
				await writer.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
				opened.forEach((client) => client.close());
			}
		};
	} catch (error) {
		opened.forEach((client) => client.close());
		throw error;
	}
}

/** A client with a single connection to a file. */
export function connectFile(file: string, encryptionKey: string | null, timeout = patience): Client {
	const url = pathToFileURL(file).href;
	return createClient({ url, timeout, concurrency: 1, ...(encryptionKey !== null && { encryptionKey }) });
}

/** Whether a file begins as SQLite's files do: an encrypted one begins with random bytes, a new one with none. */
export async function isPlain(file: string): Promise<boolean> {
	const opened = await open(file, 'r');
	try {
		const { buffer } = await opened.read(Buffer.alloc(16), 0, 16, 0);
		return buffer.toString('latin1') === 'SQLite format 3\0';
	} finally {
		await opened.close();
	}
}

async function apply(client: Client, pragmas: string[]): Promise<void> {
	for (const pragma of pragmas) await client.execute(`PRAGMA ${pragma}`);
}

/** Makes the folder and an empty file where there is none, for this user alone; SQLite gives the WAL the file's own permissions. */
async function preparePlace(file: string): Promise<void> {
	const folder = dirname(file);
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
	} catch (error) {
		const remedy = 'Create it, or set DATA_DIR to a folder that the user running Relais may create and write.';
		throw new DatabaseError('folder-missing', `The data folder ${folder} does not exist and cannot be created.`, remedy, error);
	}
	const found = await stat(file).catch(() => null);
	if (found?.isFile()) return;
	if (found === null) {
		const made = await open(file, 'a', 0o600).catch(() => null);
		// What couldn't be made, the driver will tell in its own words.
		await made?.close();
		return;
	}
	const remedy = 'Move it away, or set DATA_DIR to another folder.';
	throw new DatabaseError('not-a-file', `${file} should be a database file and is something else.`, remedy);
}

/**
 * Reads every page once (about half a second per gigabyte), so that damage shows at the start and not on a child's click,
 * and tries to write (undone at once), because SQLite opens a file that it may only read without a word.
 */
async function checkContent(client: Client, file: string): Promise<void> {
	await client.executeMultiple('BEGIN IMMEDIATE; PRAGMA user_version = 1; ROLLBACK');
	const { rows } = await client.execute('PRAGMA quick_check(1)');
	if (rows[0]?.[0] === 'ok') return;
	const remedy = 'Keep a copy of it, put your last backup in its place, then start again.';
	throw new DatabaseError('corrupt', `The database ${file} is damaged.`, remedy);
}
