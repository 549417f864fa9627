// Opens a database file for one reader and one writer. Each gets a client with a single connection, because SQLite's
// settings (secure_delete, query_only) belong to a connection and the driver's pool would hand out fresh ones.
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient, type Client } from '@libsql/client';
import { DatabaseError } from './database-error';

export interface Clients {
	reader: Client;
	writer: Client;
	/** Sets up the writer after an error: the pool may have dropped its connection, or must (`fresh`). */
	repairWriter(fresh: boolean): Promise<void>;
	close(): void;
}

/** Milliseconds to wait for another process's lock. */
const busyTimeout = 5000;

/** Opens or creates the file in WAL mode. Throws DatabaseError when it can't; the driver's own errors come through as they are. */
export async function openFile(file: string, options: { secureDelete: boolean; timeout?: number }): Promise<Clients> {
	await checkPlace(file);
	// FULL: what was acknowledged survives a power cut, not only a crash.
	const secureDelete = `secure_delete = ${options.secureDelete ? 'ON' : 'OFF'}`;
	const writerSettings = ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', secureDelete];
	const opened: Client[] = [];
	const connect = () => {
		const client = createClient({ url: pathToFileURL(file).href, timeout: options.timeout ?? busyTimeout, concurrency: 1 });
		opened.push(client);
		return client;
	};
	const close = () => opened.forEach((client) => client.close());
	try {
		const writer = connect();
		await apply(writer, writerSettings);
		await checkContent(writer, file);
		const reader = connect();
		await apply(reader, ['query_only = ON']);
		const repairWriter = async (fresh: boolean) => {
			if (fresh) await writer.reconnect();
			await apply(writer, writerSettings);
		};
		return { writer, reader, repairWriter, close };
	} catch (error) {
		close();
		throw error;
	}
}

async function apply(client: Client, pragmas: string[]): Promise<void> {
	for (const pragma of pragmas) await client.execute(`PRAGMA ${pragma}`);
}

async function checkPlace(file: string): Promise<void> {
	const folder = dirname(file);
	try {
		await mkdir(folder, { recursive: true });
	} catch (error) {
		const remedy = 'Create it, or set DATA_DIR to a folder that the user running Relais may create and write.';
		throw new DatabaseError('folder-missing', `The data folder ${folder} does not exist and cannot be created.`, remedy, error);
	}
	const found = await stat(file).catch(() => null);
	if (found === null || found.isFile()) return;
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
