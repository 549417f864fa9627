import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '$lib/database/database.server';
import { createAccount } from './accounts.server';
import { hashPassphrase, verifyPassphrase } from './passphrase.server';
import { accountTable } from './tables.server';
import { signIn, SignInLimits } from './sign-in.server';

const now = new Date('2027-01-15T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const passphrase = 'lune tambour citron vélo';
const address = '192.0.2.7';
let folder: string;
let database: Database;
let passphraseHash: string;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-sign-in-'));
	database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts' });
	passphraseHash = await hashPassphrase(passphrase);
	for (let index = 0; index < 30; index += 1) {
		const wanted = {
			username: `coach${index}`,
			passphraseHash,
			name: `Coach ${index}`,
			role: 'coach',
			organisationId: 'org'
		} as const;
		await createAccount(database, wanted, now);
	}
});

afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

describe('signIn', () => {
	it('gives the account, however the username is typed, and nothing secret with it', async () => {
		const result = await signIn(database, new SignInLimits(), { username: ' Coach3 ', passphrase, address }, now);
		expect(result).toEqual({
			ok: true,
			account: { id: expect.any(String), role: 'coach', name: 'Coach 3', organisationId: 'org', groupId: null }
		});
	});

	it('accepts an accent written in two characters and a space at the end', async () => {
		const typed = `${passphrase.normalize('NFD')} `;
		expect((await signIn(database, new SignInLimits(), { username: 'coach3', passphrase: typed, address }, now)).ok).toBe(true);
	});

	it('verifies a passphrase exactly as it is sent', async () => {
		for (const chosen of [' espaces autour ', 'e\u0301cole ﬁne du soir', 'MAJUSCULES et minuscules']) {
			const stored = await hashPassphrase(chosen);
			expect(await verifyPassphrase(stored, chosen), chosen).toBe(true);
			expect(await verifyPassphrase(stored, chosen.toUpperCase()), chosen).toBe(false);
			expect(await verifyPassphrase(stored, chosen.slice(0, -2)), chosen).toBe(false);
		}
	});

	it.each([
		['a wrong passphrase', 'coach3', 'lune tambour citron velo'],
		['an unknown username', 'nobody', passphrase],
		['nothing at all', '', ''],
		['an endless passphrase', 'coach3', passphrase + ' '.repeat(300) + 'x']
	])('answers alike: %s', async (_, username, typed) => {
		const result = await signIn(database, new SignInLimits(), { username, passphrase: typed, address }, now);
		expect(result).toEqual({ ok: false, reason: 'wrong' });
	});

	it('refuses a closed account like an unknown one', async () => {
		const wanted = { username: 'gone', passphraseHash, name: 'Gone', role: 'coach', organisationId: 'org' } as const;
		await createAccount(database, wanted, now);
		await database.write((tx) => tx.update(accountTable).set({ closedAt: now }).where(eq(accountTable.username, 'gone')));
		const result = await signIn(database, new SignInLimits(), { username: 'gone', passphrase, address }, now);
		expect(result).toEqual({ ok: false, reason: 'wrong' });
	});

	it('keeps no passphrase, only argon2id with the parameters of OWASP', async () => {
		const [row] = await database.read.select().from(accountTable);
		expect(row?.passphraseHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
	});

	it('takes as long for an unknown account as for a known one', { timeout: 60_000 }, async () => {
		const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
		for (let round = 0; round < 40; round += 1) {
			for (const kind of ['known', 'unknown'] as const) {
				const username = kind === 'known' ? 'coach1' : 'nobody';
				const started = performance.now();
				await signIn(database, new SignInLimits(), { username, passphrase: 'wrong words here now', address }, now);
				times[kind].push(performance.now() - started);
			}
		}
		const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
		const ratio = median(times.known) / median(times.unknown);
		expect(ratio).toBeGreaterThan(0.75);
		expect(ratio).toBeLessThan(1.33);
	});
});

describe('guessing', () => {
	const wrong = { username: 'coach1', passphrase: 'wrong', address };

	async function attempts(limits: SignInLimits, count: number, attempt: (index: number) => typeof wrong) {
		const results = [];
		for (let index = 0; index < count; index += 1) results.push(await signIn(database, limits, attempt(index), now));
		return results;
	}

	it('slows down one person at one account, and says how long', async () => {
		const limits = new SignInLimits();
		await attempts(limits, 5, () => wrong);
		expect(await signIn(database, limits, wrong, now)).toEqual({ ok: false, reason: 'too-many', seconds: 2 });
		const right = { ...wrong, passphrase };
		expect(await signIn(database, limits, right, now)).toMatchObject({ reason: 'too-many' });
		expect(await signIn(database, limits, right, later(2))).toMatchObject({ ok: true });
		expect(await signIn(database, limits, wrong, later(2))).toEqual({ ok: false, reason: 'wrong' });
	});

	it('allows about a hundred guesses a day from one machine at one account', async () => {
		const limits = new SignInLimits();
		let guesses = 0;
		for (let seconds = 0; seconds < 86_400; seconds += 60)
			if (limits.admit({ ...wrong, username: 'x' }, later(seconds)) === 0) guesses += 1;
		expect(guesses).toBeLessThan(120);
	});

	it('lets no burst slip through while the first answers are being worked out', async () => {
		const limits = new SignInLimits();
		const results = await Promise.all(Array.from({ length: 40 }, () => signIn(database, limits, wrong, now)));
		expect(results.filter((result) => !result.ok && result.reason === 'wrong')).toHaveLength(5);
	});

	it('slows down many machines at one account, and one machine at many accounts', async () => {
		const spread = await attempts(new SignInLimits(), 25, (index) => ({ ...wrong, address: `198.51.100.${index}` }));
		expect(spread.filter((result) => !result.ok && result.reason === 'too-many').length).toBe(5);
		const spray = await attempts(new SignInLimits(), 65, (index) => ({ ...wrong, username: `someone${index}` }));
		expect(spray.filter((result) => !result.ok && result.reason === 'too-many').length).toBe(5);
	});

	it('never locks a person out of where they signed in before, however many machines guess', async () => {
		const limits = new SignInLimits();
		const right = { username: 'coach2', passphrase, address };
		expect(await signIn(database, limits, right, now)).toMatchObject({ ok: true });
		const guess = (index: number) => limits.admit({ ...right, address: `10.0.${index >> 8}.${index & 255}` }, now);
		for (let index = 0; index < 1000; index += 1) guess(index);
		expect(guess(1000)).toBeGreaterThan(0);
		expect(await signIn(database, limits, right, now)).toMatchObject({ ok: true });
		expect(await signIn(database, limits, { ...right, username: ' COACH2' }, now)).toMatchObject({ ok: true });
		expect(await signIn(database, limits, { ...right, address: '192.0.2.99' }, now)).toMatchObject({ reason: 'too-many' });
		expect(await signIn(database, limits, { ...right, address: '192.0.2.99' }, later(10))).toMatchObject({ ok: true });
	});

	it('slows down guesses from where the person signed in before like all others', async () => {
		const limits = new SignInLimits();
		await signIn(database, limits, { ...wrong, passphrase }, now);
		const results = await attempts(limits, 10, () => wrong);
		expect(results.filter((result) => !result.ok && result.reason === 'wrong')).toHaveLength(5);
	});

	it('bounds what any number of machines guess at one account in a day', () => {
		const limits = new SignInLimits();
		let guesses = 0;
		for (let seconds = 0; seconds < 86_400; seconds += 1)
			if (
				limits.admit({ ...wrong, address: `10.${seconds >> 16}.${(seconds >> 8) & 255}.${seconds & 255}` }, later(seconds)) === 0
			)
				guesses += 1;
		expect(guesses).toBeLessThan(8_700);
	});

	it('takes nobody else at the address hostage when one tries invented usernames', async () => {
		const limits = new SignInLimits();
		for (let index = 0; index < 70; index += 1) limits.admit({ ...wrong, username: `invented${index}` }, now);
		const right = { ...wrong, username: 'coach4', passphrase };
		expect(await signIn(database, limits, right, now)).toEqual({ ok: false, reason: 'too-many', seconds: 2 });
		expect(await signIn(database, limits, right, later(2))).toMatchObject({ ok: true });
	});

	it('counts an IPv6 network as one address', async () => {
		const limits = new SignInLimits();
		await attempts(limits, 5, (index) => ({ ...wrong, address: `2001:db8:1:2::${index}` }));
		expect(await signIn(database, limits, { ...wrong, address: '2001:db8:1:2:a:b:c:d' }, now)).toMatchObject({
			reason: 'too-many'
		});
		expect(await signIn(database, limits, { ...wrong, address: '2001:db8:1:3::1' }, now)).toMatchObject({ reason: 'wrong' });
	});

	it('lets thirty people behind one address in, each after one mistake', { timeout: 30_000 }, async () => {
		const limits = new SignInLimits();
		for (let index = 0; index < 30; index += 1) {
			const username = `coach${index}`;
			expect(await signIn(database, limits, { username, passphrase: 'oops', address }, now)).toMatchObject({ reason: 'wrong' });
			expect(await signIn(database, limits, { username, passphrase, address }, now)).toMatchObject({ ok: true });
		}
	});
});
