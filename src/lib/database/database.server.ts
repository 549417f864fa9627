// A database of one instance: reads at any time, writes one after the other, each in a transaction of its own.
import { resolve } from 'node:path';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import type { Clients } from './clients.server';
import { DatabaseError, describeDatabaseError } from './database-error';
import { applyMigrations } from './migrations.server';
import { openFile } from './open-file.server';
import { openRemote, type Remote } from './open-remote.server';
import { patience, tryUntil } from './patience';
import { WriteQueue } from './write-queue';

export interface Database {
	/** Its file on this machine: the database, or this process's replica of it. For sizes; whoever opens it must not write. */
	readonly file: string;
	/** For reading: a drizzle handle outside any transaction. A write through it is refused by SQLite. */
	read: LibSQLDatabase;
	/** Queues work: one write at a time per database, each in one transaction (BEGIN IMMEDIATE); rolls back on a throw. Nothing else may be awaited inside but queries on `tx`. Tried again for a while when another process has the file locked, or the server is away. */
	write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
	/** Raw access for PRAGMA, VACUUM, checkpoints, inside the same queue. A server that keeps its own house is left to it. */
	run(sql: string): Promise<void>;
	/** Waits for the queue and closes: empties the WAL into the file, or deletes the replica. */
	close(): Promise<void>;
}

export type Transaction = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];

export interface DatabaseOptions {
	/** With a remote, replicas of it are made beside this path. */
	file: string;
	/** The server that holds the database instead of the file; null or left out for none. */
	remote?: Remote | null;
	/** Folder of drizzle's migrations. */
	migrations: string;
	/** Overwrites deleted rows with zeros in the file. */
	secureDelete?: boolean;
	/** Of a file (or replica) that is encrypted at rest; null or left out for a plain one. */
	encryptionKey?: string | null;
	/** Milliseconds to wait for another process's lock, at opening and for each write; 5000. */
	timeout?: number;
}

/** Opens a database and brings it to the present schema. Throws DatabaseError (its message names the file or server and the remedy). */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
	const file = resolve(options.file);
	const { remote = null, secureDelete = false, encryptionKey = null, timeout = patience } = options;
	try {
		const clients = remote
			? await openRemote(remote, { file, encryptionKey, timeout })
			: await openFile(file, { secureDelete, encryptionKey, timeout });
		try {
			const folder = resolve(options.migrations);
			await applyMigrations(drizzle(clients.writer), { name: clients.name, folder, remote: remote !== null });
		} catch (error) {
			await clients.close();
			throw clients.describe(error);
		}
		return createDatabase(clients, timeout);
	} catch (error) {
		throw describeDatabaseError(error, file);
	}
}

/** Moves all of the WAL into the file and empties it, so that deleted rows are in neither. */
export async function checkpoint(database: Database): Promise<void> {
	await database.run('PRAGMA wal_checkpoint(TRUNCATE)');
}

function createDatabase(clients: Clients, timeout: number): Database {
	const writer = drizzle(clients.writer);
	const queue = new WriteQueue();
	let closed = false;
	// The first write sets the writer up too: opened to wait long, it must from now on wait shortly.
	let repair: 'none' | 'settings' | 'connection' = 'settings';

	async function queued<T>(work: () => Promise<T>): Promise<T> {
		if (closed) throw new DatabaseError('closed', `The database ${clients.name} is closed.`, 'Open it before writing.');
		// Counted from the asking: what queues behind a lock doesn't wait once more for each write before it.
		const deadline = Date.now() + timeout;
		// After both problems nothing was written.
		return queue.run(() => tryUntil(deadline, ['locked', 'unreachable'], () => attempt(work)));
	}

	async function attempt<T>(work: () => Promise<T>): Promise<T> {
		try {
			if (repair !== 'none') await clients.repairWriter(repair === 'connection');
			repair = 'none';
			return await work();
		} catch (error) {
			const described = clients.describe(error);
			// The driver leaves a statement that met a lock unfinished, and its connection can't commit any more.
			repair = described instanceof DatabaseError ? 'connection' : 'settings';
			throw described;
		}
	}

	return {
		file: clients.file,
		read: drizzle(clients.reader),
		write: (work) => queued(() => transact(clients, writer, work)),
		run: (sql) => queued(() => clients.keepHouse(sql)),
		async close() {
			if (closed) return;
			closed = true;
			await queue.drain();
			await clients.close();
		}
	};
}

/** Where SQLite itself has rolled back (a full disk), the driver's ROLLBACK fails and would hide the first error. */
async function transact<T>(clients: Clients, writer: LibSQLDatabase, work: (tx: Transaction) => Promise<T>): Promise<T> {
	let first: { error: unknown } | null = null;
	let done = false;
	try {
		return await writer.transaction(async (tx) => {
			try {
				const result = await work(tx);
				done = true;
				return result;
			} catch (error) {
				first = { error };
				throw error;
			}
		});
	} catch (error) {
		throw (first as { error: unknown } | null)?.error ?? clients.describe(error, done);
	}
}
