// A database of one instance: reads at any time, writes one after the other, each in a transaction of its own.
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { DatabaseError, describeDatabaseError } from './database-error';
import { applyMigrations } from './migrations.server';
import { openFile, patience, type Clients } from './open-file.server';
import { WriteQueue } from './write-queue';

export interface Database {
	/** For reading: a drizzle handle outside any transaction. A write through it is refused by SQLite. */
	read: LibSQLDatabase;
	/** Queues work: one write at a time per database, each in one transaction (BEGIN IMMEDIATE); rolls back on a throw. Nothing else may be awaited inside but queries on `tx`. Tried again for a while when another process has the file locked. */
	write<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
	/** Raw access for PRAGMA, VACUUM, checkpoints, inside the same queue. */
	run(sql: string): Promise<void>;
	/** Waits for the queue, empties the WAL into the file and closes it. */
	close(): Promise<void>;
}

export type Transaction = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];

export interface DatabaseOptions {
	file: string;
	/** Folder of drizzle's migrations. */
	migrations: string;
	/** Overwrites deleted rows with zeros in the file. */
	secureDelete?: boolean;
	/** Of a file that is encrypted at rest; null or left out for a plain one. */
	encryptionKey?: string | null;
	/** Milliseconds to wait for another process's lock, at opening and for each write; 5000. */
	timeout?: number;
}

/** Opens a database and brings it to the present schema. Throws DatabaseError (its message names the file and the remedy). */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
	const file = resolve(options.file);
	try {
		// A remote database (`libsql://…`) will be a second way to get these two clients; nothing below knows of files.
		const { secureDelete = false, encryptionKey = null, timeout } = options;
		const clients = await openFile(file, { secureDelete, encryptionKey, timeout });
		try {
			await applyMigrations(drizzle(clients.writer), file, resolve(options.migrations));
		} catch (error) {
			clients.close();
			throw error;
		}
		return createDatabase(clients, file, options.timeout ?? patience);
	} catch (error) {
		throw describeDatabaseError(error, file);
	}
}

/** Moves all of the WAL into the file and empties it, so that deleted rows are in neither. */
export async function checkpoint(database: Database): Promise<void> {
	await database.run('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Milliseconds between two tries of a write that met a lock: the event loop is free meanwhile. */
const retryPause = 300;

function createDatabase(clients: Clients, file: string, timeout: number): Database {
	const writer = drizzle(clients.writer);
	const queue = new WriteQueue();
	let closed = false;
	// The first write sets the writer up too: opened to wait long, it must from now on wait shortly.
	let repair: 'none' | 'settings' | 'connection' = 'settings';

	async function queued<T>(work: () => Promise<T>): Promise<T> {
		if (closed) throw new DatabaseError('closed', `The database ${file} is closed.`, 'Open it before writing.');
		// Counted from the asking: what queues behind a lock doesn't wait once more for each write before it.
		const deadline = Date.now() + timeout;
		return queue.run(async () => {
			for (;;) {
				try {
					return await attempt(work);
				} catch (error) {
					const locked = error instanceof DatabaseError && error.problem === 'locked';
					if (!locked || Date.now() + retryPause > deadline) throw error;
					await pause(retryPause);
				}
			}
		});
	}

	async function attempt<T>(work: () => Promise<T>): Promise<T> {
		try {
			if (repair !== 'none') await clients.repairWriter(repair === 'connection');
			repair = 'none';
			return await work();
		} catch (error) {
			const described = describeDatabaseError(error, file);
			// The driver leaves a statement that met a lock unfinished, and its connection can't commit any more.
			repair = described instanceof DatabaseError ? 'connection' : 'settings';
			throw described;
		}
	}

	return {
		read: drizzle(clients.reader),
		write: (work) => queued(() => transact(writer, work)),
		run: (sql) => queued(async () => void (await clients.writer.execute(sql))),
		async close() {
			if (closed) return;
			closed = true;
			await queue.drain();
			// Another process may be reading; then the file keeps its WAL, which is as safe.
			await clients.writer.execute('PRAGMA wal_checkpoint(TRUNCATE)').catch(() => undefined);
			clients.close();
		}
	};
}

/** Where SQLite itself has rolled back (a full disk), the driver's ROLLBACK fails and would hide the first error. */
async function transact<T>(writer: LibSQLDatabase, work: (tx: Transaction) => Promise<T>): Promise<T> {
	let first: { error: unknown } | null = null;
	try {
		return await writer.transaction(async (tx) => {
			try {
				return await work(tx);
			} catch (error) {
				first = { error };
				throw error;
			}
		});
	} catch (error) {
		throw (first as { error: unknown } | null)?.error ?? error;
	}
}
