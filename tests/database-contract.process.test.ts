// The contract of the data layer, on files and on a server: our own, and the one of TEST_DATABASE_URL (TEST_DATABASE_AUTH_TOKEN),
// whose database is emptied.
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { connectRemote, type Remote } from '../src/lib/database/open-remote.server';
import { describeContract } from './database-contract';
import { hasLibsqlServer, startLibsqlServer, type LibsqlServer } from './libsql-server';
import { temporaryFolder } from './temporary';

describeContract('files', async () => {
	const file = join(temporaryFolder(), 'voices.db');
	return () => ({ file, secureDelete: true });
});

/** Every process opens it with a data folder of its own, as on two machines. */
async function emptied(remote: Remote) {
	const client = connectRemote(remote);
	const { rows } = await client.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
	await client.migrate(rows.map((row) => `DROP TABLE "${row[0]}"`));
	client.close();
	return () => ({ file: join(temporaryFolder(), 'voices.db'), remote, secureDelete: true });
}

describe.skipIf(!hasLibsqlServer)('with a server', () => {
	let server: LibsqlServer;
	beforeAll(async () => {
		server = await startLibsqlServer();
	});
	afterAll(() => server.remove());
	describeContract('remote libSQL', () => emptied({ url: server.url, authToken: null }));
});

const url = process.env.TEST_DATABASE_URL;
if (url) {
	const authToken = process.env.TEST_DATABASE_AUTH_TOKEN ?? null;
	describeContract(url, () => emptied({ url, authToken }));
}

if (!hasLibsqlServer && !url) console.warn('No remote database is tested: there is no server (scripts/libsql-server.mjs).');
