// Opens a database that a libSQL server holds: what is written goes to the server, each transaction over a stream of its own; what
// is read comes from a replica on this machine, brought up to date before each read. So a read sees all that any process of the
// instance has finished writing, as with a file (docs/decisions/074).
import { pathToFileURL } from 'node:url';
import { createClient, LibsqlError, type Client, type InStatement } from '@libsql/client';
import type { Clients } from './clients.server';
import { connectFile } from './open-file.server';
import { tryUntil } from './patience';
import { describeRemoteError, unreachable } from './remote-error';
import { Replica } from './replica.server';

/** Where a database is on a server. */
export interface Remote {
	/** libsql://, https:// or http://; the server reads the name of the database from the host's. */
	url: string;
	authToken: string | null;
}

export interface RemoteOptions {
	/** Replicas are made in its folder, under its name. */
	file: string;
	/** Of the replica; null for a plain one. */
	encryptionKey: string | null;
	/** Milliseconds to wait for a server that is away, at opening and for each read. */
	timeout: number;
}

/** Milliseconds after which a request is given up: longer than a server lets one writer wait for another (5 s). */
const requestTimeout = 15_000;

/** Connects to the server and makes a replica. Throws DatabaseError when it can't. */
export async function openRemote(remote: Remote, options: RemoteOptions): Promise<Clients> {
	const { url: name } = remote;
	const writer = connectRemote(remote);
	const describe = (error: unknown, committing?: boolean) => describeRemoteError(error, name, committing);
	let replica: Replica | null = null;
	try {
		// A wrong token or name doesn't get better by waiting.
		await tryUntil(Date.now() + options.timeout, ['unreachable'], () =>
			withRemote(remote, (client) => client.execute('SELECT 1'))
		);
		replica = await Replica.make(remote, options);
		const { file } = replica;
		const reader = connectFile(file, options.encryptionKey);
		await reader.execute('PRAGMA query_only = ON');
		const made = replica;
		return {
			...{ name, file, reader: refreshing(reader, made), writer, describe },
			// Each transaction has a stream of its own: there is no connection that could need repair.
			repairWriter: async () => {},
			keepHouse: (sql) => leaveToServer(writer, sql),
			async close() {
				reader.close();
				writer.close();
				await made.close();
			}
		};
	} catch (error) {
		writer.close();
		await replica?.close();
		throw describe(error);
	}
}

/** A client of the server itself. */
export function connectRemote({ url, authToken }: Remote): Client {
	return createClient({
		...{ url, ...(authToken !== null && { authToken }) },
		// The driver itself would wait for a silent server for five minutes.
		fetch: (request: Request) => fetch(request, { signal: AbortSignal.timeout(requestTimeout) })
	});
}

/** Runs some work on the server; what goes wrong there comes out as DatabaseError. */
export async function withRemote<T>(remote: Remote, work: (client: Client) => Promise<T>): Promise<T> {
	const client = connectRemote(remote);
	try {
		return await work(client);
	} catch (error) {
		throw describeRemoteError(error, remote.url);
	} finally {
		client.close();
	}
}

/** Copies a database of a server, as it is at this moment, into a new file. Stops the process meanwhile: for commands. */
export async function fetchDatabase(remote: Remote, to: string, encryptionKey: string | null): Promise<void> {
	await withRemote(remote, (client) => client.execute('SELECT 1'));
	const { url: syncUrl, authToken } = remote;
	const url = pathToFileURL(to).href;
	const client = createClient({
		...{ url, syncUrl, ...(authToken !== null && { authToken }), ...(encryptionKey !== null && { encryptionKey }) }
	});
	try {
		await client.sync();
	} catch (error) {
		throw unreachable(remote.url, error);
	} finally {
		client.close();
	}
}

/** The reader, but each query of drizzle's waits until the replica has all that was written before it was asked. */
function refreshing(reader: Client, replica: Replica): Client {
	const execute = reader.execute.bind(reader) as (statement: InStatement) => ReturnType<Client['execute']>;
	reader.execute = async (statement: InStatement) => {
		await replica.refresh();
		return execute(statement);
	};
	return reader;
}

/** A server has no VACUUM and no checkpoint for its clients and says that it doesn't know the words: it does both when it sees fit. */
async function leaveToServer(writer: Client, sql: string): Promise<void> {
	try {
		await writer.execute(sql);
	} catch (error) {
		if (error instanceof LibsqlError && error.code === 'SQL_PARSE_ERROR') return;
		throw error;
	}
}
