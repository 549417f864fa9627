// The databases of the journeys' server, which its tests look into: files of its data folder, or those of the DATABASE_URL that
// the journeys were started with.
import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client';
import type { DatabaseOptions } from '../../src/lib/database/database.server';
import { connectRemote } from '../../src/lib/database/open-remote.server';
import { e2eFolder } from './place';

type Name = 'accounts' | 'voices' | 'live' | 'moderation';

/** How a database is opened beside the server. */
export function e2eDatabase(name: Name): DatabaseOptions {
	const { DATABASE_URL: url, DATABASE_AUTH_TOKEN: authToken = null } = process.env;
	const remote = url ? { url: url.replace('{database}', name), authToken } : null;
	return { file: join(e2eFolder, `${name}.db`), remote, migrations: `drizzle/${name}`, secureDelete: true };
}

/** A plain connection to a database, for a look. */
export function connectTo(name: Name): Client {
	const { file, remote } = e2eDatabase(name);
	return remote ? connectRemote(remote) : createClient({ url: `file:${file}`, timeout: 5000 });
}
