import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkpoint, openDatabase, type Database } from '$lib/database/database.server';
import { createAccount } from './accounts.server';
import type { Account } from './account';
import { endAuthSession, readAuthSession, startAuthSession } from './auth-session.server';
import { accountTable, authSessionTable } from './tables.server';

const start = new Date('2027-01-15T08:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
let folder: string;
let database: Database;
let account: Account;

/** A browser's cookies, with what was last asked of them. */
class Jar {
	readonly values = new Map<string, string>();
	lastRules: Record<string, unknown> = {};
	get = (name: string) => this.values.get(name);
	set = (name: string, value: string, rules: Record<string, unknown>) => {
		this.values.set(name, value);
		this.lastRules = rules;
	};
	delete = (name: string) => void this.values.delete(name);
}

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-auth-'));
	database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts' });
	const wanted = { username: 'nadia', passphraseHash: '', name: 'Nadia', role: 'coach', organisationId: 'org' } as const;
	account = await createAccount(database, wanted, start);
});

afterEach(() => void delete process.env.ORIGIN);

afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

async function signedIn(now = start): Promise<Jar> {
	const jar = new Jar();
	await startAuthSession(jar as never, database, { account, stage: 'full', device: 'linux' }, now);
	return jar;
}

const read = async (jar: Jar, now: Date) => (await readAuthSession(jar as never, database, now))?.account ?? null;

describe('the cookie', () => {
	it.each(['https://relais.example', 'HTTPS://Relais.Example'])(
		'is unreadable for scripts and bound to the host at %s',
		async (origin) => {
			process.env.ORIGIN = origin;
			const jar = await signedIn();
			expect([...jar.values.keys()]).toEqual(['__Host-relais']);
			expect(jar.lastRules).toEqual({ path: '/', httpOnly: true, sameSite: 'lax', secure: true });
			expect(await read(jar, start)).toEqual(account);
		}
	);

	it('has a plain name over plain http', async () => {
		process.env.ORIGIN = 'http://localhost:3000';
		const jar = await signedIn();
		expect([...jar.values.keys()]).toEqual(['relais']);
		expect(jar.lastRules).toMatchObject({ secure: false });
	});

	it('of http is worth nothing over https', async () => {
		const jar = await signedIn();
		process.env.ORIGIN = 'https://relais.example';
		expect(await read(jar, start)).toBeNull();
	});

	it.each([
		['nothing', ''],
		['a letter', 'x'],
		['SQL', "' OR 1=1 --"],
		['5 kB', 'a'.repeat(5000)]
	])('with %s signs nobody in and is removed', async (_, value) => {
		const jar = new Jar();
		jar.values.set('relais', value);
		expect(await read(jar, start)).toBeNull();
		expect(jar.values.size).toBe(0);
	});
});

describe('lifetime', () => {
	it('ends after 30 minutes without a request', async () => {
		const jar = await signedIn();
		expect(await read(jar, after(29))).toEqual(account);
		expect(await read(jar, after(58))).toEqual(account);
		expect(await read(jar, after(88.1))).toBeNull();
		expect(jar.values.size).toBe(0);
	});

	it('ends after 12 hours, however busy', async () => {
		const jar = await signedIn();
		for (let minute = 20; minute < 720; minute += 20) expect(await read(jar, after(minute))).toEqual(account);
		expect(await read(jar, after(720.1))).toBeNull();
	});

	it('ends with the account', async () => {
		const wanted = { username: 'leaving', passphraseHash: '', name: 'L', role: 'coach', organisationId: 'org' } as const;
		const leaving = await createAccount(database, wanted, start);
		const jar = new Jar();
		await startAuthSession(jar as never, database, { account: leaving, stage: 'full', device: 'linux' }, start);
		await database.write((tx) => tx.update(accountTable).set({ closedAt: start }).where(eq(accountTable.id, leaving.id)));
		expect(await read(jar, after(1))).toBeNull();
	});

	it('leaves no row of an authSession that is over, once somebody signs in', async () => {
		await signedIn(start);
		await signedIn(after(1000));
		const rows = await database.read.select().from(authSessionTable);
		expect(rows.every((row) => row.usedAt >= after(970))).toBe(true);
	});
});

describe('attacks', () => {
	it('a value from the database is no cookie', async () => {
		const jar = await signedIn();
		const cookie = jar.values.get('relais') ?? '';
		const rows = await database.read.select().from(authSessionTable);
		expect(rows.length).toBeGreaterThan(0);
		for (const { idHash } of rows) {
			const thief = new Jar();
			thief.values.set('relais', idHash);
			expect(await read(thief, start)).toBeNull();
		}
		await checkpoint(database);
		const bytes = await readFile(join(folder, 'accounts.db'), 'latin1');
		expect(bytes).not.toContain(cookie);
	});

	it('signing out ends it on the server: a copied cookie is dead', async () => {
		const jar = await signedIn();
		const copy = new Jar();
		copy.values.set('relais', jar.values.get('relais') ?? '');
		await endAuthSession(jar as never, database, start);
		expect(jar.values.size).toBe(0);
		expect(await read(copy, start)).toBeNull();
	});

	it('signing in gives a new id and ends the one that was there (fixation)', async () => {
		const jar = await signedIn();
		const planted = new Jar();
		planted.values.set('relais', jar.values.get('relais') ?? '');
		await startAuthSession(jar as never, database, { account, stage: 'full', device: 'linux' }, start);
		expect(jar.values.get('relais')).not.toBe(planted.values.get('relais'));
		expect(await read(planted, start)).toBeNull();
		expect(await read(jar, start)).toEqual(account);
	});

	it('signing out without being signed in harms nothing', async () => {
		await expect(endAuthSession(new Jar() as never, database, start)).resolves.toBeUndefined();
	});
});
