// What only a server can do to us: be away, come back, be killed, keep us out; and what its replicas leave on this machine.
import { generateKeyPairSync } from 'node:crypto';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SignJWT } from 'jose';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase, type Database, type DatabaseOptions } from '../src/lib/database/database.server';
import { hasLibsqlServer, startLibsqlServer, type LibsqlServer } from './libsql-server';
import { temporaryFolder } from './temporary';

const insert = (id: string) => sql`INSERT INTO seen_event VALUES ('2026-27/Q1', ${id})`;
const count = async (database: Database) => (await database.read.values(sql`SELECT count(*) FROM seen_event`))[0]?.[0];

async function serve(...parameters: string[]): Promise<LibsqlServer> {
	const server = await startLibsqlServer(...parameters);
	onTestFinished(() => server.remove());
	return server;
}

async function open(url: string, options: Partial<DatabaseOptions> & { authToken?: string } = {}): Promise<Database> {
	const remote = { url, authToken: options.authToken ?? null };
	const file = join(temporaryFolder(), 'data', 'voices.db');
	const database = await openDatabase({ file, migrations: 'drizzle/voices', remote, ...options });
	onTestFinished(() => database.close());
	return database;
}

describe.skipIf(!hasLibsqlServer)('a server of databases', { timeout: 60_000 }, () => {
	it('that is restarted is waited for, by what reads and by what writes', async () => {
		const server = await serve();
		const database = await open(server.url);
		await database.write((tx) => tx.run(insert('a')));
		await server.halt();
		const later = Promise.all([database.write((tx) => tx.run(insert('b'))), count(database)]);
		await new Promise((resolve) => setTimeout(resolve, 700));
		await server.start();
		await later;
		expect(await count(database)).toBe(2);
	});

	it('that stays away is named in a sentence; nothing is lost, and all goes on when it is back', async () => {
		const server = await serve();
		const database = await open(server.url, { timeout: 500 });
		await database.write((tx) => tx.run(insert('a')));
		await server.halt('SIGKILL');
		const away = { problem: 'unreachable', message: expect.stringContaining(server.url), remedy: expect.stringMatching(/\.$/) };
		await expect(database.write((tx) => tx.run(insert('b')))).rejects.toMatchObject(away);
		await expect(count(database)).rejects.toMatchObject({ cause: away });
		await expect(open(server.url, { timeout: 500 })).rejects.toMatchObject(away);
		await server.start();
		await database.write((tx) => tx.run(insert('c')));
		expect(await count(database)).toBe(2);
	});

	it('that goes away in the midst of a write leaves nothing of it', async () => {
		const server = await serve();
		const database = await open(server.url, { timeout: 500 });
		let tries = 0;
		const cut = database.write(async (tx) => {
			tries++;
			await tx.run(insert('a'));
			await server.halt('SIGKILL');
			await tx.run(insert('b'));
		});
		await expect(cut).rejects.toMatchObject({ problem: 'unreachable' });
		expect(tries).toBeGreaterThan(0);
		await server.start();
		expect(await count(database)).toBe(0);
	});

	it('that is killed again and again loses nothing that was acknowledged', async () => {
		const server = await serve();
		const file = join(temporaryFolder(), 'voices.db');
		const remote = { url: server.url, authToken: null };
		const parameters = ['--import', 'tsx', 'tests/writer-process.ts', file, JSON.stringify(remote)];
		const writer = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
		let acknowledged = '';
		writer.stdout.on('data', (chunk: Buffer) => (acknowledged += String(chunk)));
		await once(writer.stdout, 'data');
		for (let n = 0; n < 5; n++) {
			await new Promise((resolve) => setTimeout(resolve, 100 + 70 * n));
			await server.halt('SIGKILL');
			await server.start();
		}
		const gone = once(writer, 'exit');
		writer.kill('SIGKILL');
		await gone;
		const database = await open(server.url);
		const rows = await database.read.values<[string]>(sql`SELECT event_id FROM seen_event`);
		const kept = new Set(rows.map((row) => row[0]));
		const ids = acknowledged.split('\n').slice(0, -1);
		expect(ids.length).toBeGreaterThan(20);
		expect(ids.filter((id) => !kept.has(id))).toEqual([]);
	});

	it('lets in who has its token, and says who it keeps out', async () => {
		const { publicKey, privateKey } = generateKeyPairSync('ed25519');
		const keyFile = join(temporaryFolder(), 'key.pem');
		writeFileSync(keyFile, publicKey.export({ type: 'spki', format: 'pem' }));
		const server = await serve('--auth-jwt-key-file', keyFile);
		const sign = (claims: { a?: string }, key = privateKey) =>
			new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).setExpirationTime('1h').sign(key);
		const database = await open(server.url, { authToken: await sign({}) });
		await database.write((tx) => tx.run(insert('a')));
		expect(await count(database)).toBe(1);
		const refused = { problem: 'refused', message: expect.stringContaining('DATABASE_AUTH_TOKEN') };
		await expect(open(server.url)).rejects.toMatchObject(refused);
		await expect(open(server.url, { authToken: 'nonsense' })).rejects.toMatchObject(refused);
		const other = await sign({}, generateKeyPairSync('ed25519').privateKey);
		await expect(open(server.url, { authToken: other })).rejects.toMatchObject(refused);
		const reading = await open(server.url, { authToken: await sign({ a: 'ro' }) });
		await expect(reading.write((tx) => tx.run(insert('b')))).rejects.toMatchObject(refused);
	});

	it('without a database of that name says so', async () => {
		const server = await serve('--enable-namespaces');
		// The first part of the host's name is the database's: `127`.
		await expect(open(server.url.replace('localhost', '127.0.0.1'))).rejects.toMatchObject({ problem: 'not-found' });
	});

	it('leaves a replica for this user alone, encrypted where there is a key, and gone with the process', async () => {
		const server = await serve();
		const encryptionKey = 'a-key-of-thirty-two-characters-or-more';
		const database = await open(server.url, { encryptionKey });
		const canary = 'canary-that-nobody-may-read';
		await database.write((tx) => tx.run(insert(canary)));
		expect(await count(database)).toBe(1);
		const folder = dirname(database.file);
		expect((statSync(folder).mode & 0o777).toString(8)).toBe('700');
		const bytes = Buffer.concat(readdirSync(folder).map((file) => readFileSync(join(folder, file))));
		expect(bytes.length).toBeGreaterThan(10_000);
		expect(bytes.includes(canary) || bytes.includes('CREATE TABLE')).toBe(false);
		await database.close();
		expect(readdirSync(dirname(folder))).toEqual([]);
	});

	it('replicas that a killed process left go when one starts; those of a living one stay', async () => {
		const server = await serve();
		const data = temporaryFolder();
		const [left, living] = [join(data, '.replica-left'), join(data, '.replica-living')];
		for (const folder of [left, living]) mkdirSync(folder);
		utimesSync(left, new Date(0), new Date(0));
		await open(server.url, { file: join(data, 'voices.db') });
		expect([existsSync(left), existsSync(living)]).toEqual([false, true]);
	});
});
