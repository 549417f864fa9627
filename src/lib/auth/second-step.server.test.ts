import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkpoint, openDatabase, type Database } from '$lib/database/database.server';
import type { Account, Role } from './account';
import { createAccount, findAccountByUsername } from './accounts.server';
import { hashPassphrase, verifyPassphrase } from './passphrase.server';
import {
	beginTotp,
	findSecondFactors,
	makeRecoveryCodes,
	removeTotp,
	resealApps,
	stageAfterPassphrase
} from './second-factors.server';
import { answerStep, changePassphrase, isFresh, provePassphrase, SecondStepLimits, type Step } from './second-step.server';
import { passkeyTable, recoveryCodeTable } from './tables.server';
import { codeAt } from './totp';

const now = new Date('2027-01-15T10:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const secret = 'a secret of thirty-two characters';
let folder: string;
let database: Database;
let account: Account;
let serial = 0;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-second-'));
	database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts' });
});

beforeEach(async () => {
	account = await create('coordinator');
});

afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

const create = (role: Role, passphraseHash = 'none') =>
	createAccount(database, { username: `person ${++serial}`, name: 'P', passphraseHash, role, organisationId: 'org' }, now);
const answer = (step: Partial<Step>, at = now, limits = new SecondStepLimits(), id = account.id) =>
	answerStep(database, limits, id, { kind: 'totp', typed: '', secret, ...step }, at);

/** Sets the account's app up; gives its key. */
async function withApp(owner = account): Promise<Uint8Array> {
	const key = (await beginTotp(database, owner.id, secret, now)) ?? new Uint8Array();
	expect(await answer({ typed: codeAt(key, later(-30)), confirming: true }, now, undefined, owner.id)).toEqual({ ok: true });
	return key;
}

describe('an app', () => {
	it('counts once a first code has proved it, and its key is not shown again', async () => {
		const key = await beginTotp(database, account.id, secret, now);
		expect(await beginTotp(database, account.id, secret, later(60))).toEqual(key);
		expect(await answer({ typed: codeAt(key!, now) })).toEqual({ ok: false, reason: 'none' });
		expect(await stageAfterPassphrase(database, account)).toBe('set-up');
		expect(await answer({ typed: codeAt(key!, now), confirming: true })).toEqual({ ok: true });
		expect(await beginTotp(database, account.id, secret, now)).toBeNull();
		expect(await stageAfterPassphrase(database, account)).toBe('second-factor');
	});

	it('takes each code once, even of two sent at the same instant', async () => {
		const key = await withApp();
		const typed = codeAt(key, now);
		const limits = new SecondStepLimits();
		const both = await Promise.all([answer({ typed }, now, limits), answer({ typed }, now, limits)]);
		expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
		expect(await answer({ typed }, later(20))).toEqual({ ok: false, reason: 'spent' });
		expect(await answer({ typed: codeAt(key, later(30)) }, later(30))).toEqual({ ok: true });
	});

	it('whose secret was sealed with another SECRET is none; the database alone makes no codes', async () => {
		const key = await withApp();
		expect(await answer({ typed: codeAt(key, now), secret: `${secret}!` })).toEqual({ ok: false, reason: 'none' });
		await checkpoint(database);
		const bytes = await readFile(join(folder, 'accounts.db'));
		expect(bytes.includes(Buffer.from(key))).toBe(false);
		expect(bytes.includes(Buffer.from(key).toString('base64url'))).toBe(false);
	});

	it('of another account opens nothing', async () => {
		const key = await withApp();
		const other = await create('coordinator');
		await withApp(other);
		expect(await answer({ typed: codeAt(key, now) }, now, undefined, other.id)).toMatchObject({ ok: false });
	});
});

describe('recovery codes', () => {
	it('work once each, however typed, for their account only, until new ones are made', async () => {
		const [first = '', second = '', third = ''] = await makeRecoveryCodes(database, account.id);
		const use = (typed: string, id = account.id) => answer({ kind: 'recovery', typed }, now, undefined, id);
		expect(await use(first.toLowerCase().replaceAll('-', ' '))).toEqual({ ok: true });
		expect(await use(first)).toEqual({ ok: false, reason: 'recovery-wrong' });
		expect(await use(second, (await create('coach')).id)).toEqual({ ok: false, reason: 'recovery-wrong' });
		expect(await findSecondFactors(database, account.id)).toMatchObject({ recoveryCodes: 9 });
		await makeRecoveryCodes(database, account.id);
		expect(await use(third)).toEqual({ ok: false, reason: 'recovery-wrong' });
		await checkpoint(database);
		expect(await readFile(join(folder, 'accounts.db'), 'latin1')).not.toContain(second.replaceAll('-', ''));
	});
});

it('a sheet printed when codes were kept by SHA-256 is still good, once', async () => {
	const codeHash = createHash('sha256').update(`${account.id} K7PM3XRD9WQA`).digest('hex');
	await database.write((tx) => tx.insert(recoveryCodeTable).values({ codeHash, accountId: account.id }));
	expect(await answer({ kind: 'recovery', typed: 'K7PM-3XRD-9WQA' }, now)).toEqual({ ok: true });
	expect(await answer({ kind: 'recovery', typed: 'K7PM-3XRD-9WQA' }, now)).toEqual({ ok: false, reason: 'recovery-wrong' });
});

describe('the slow-down', () => {
	it('lets five mistakes pass, codes and sheet together, then one waits; right ones clear it', async () => {
		const key = await withApp();
		const limits = new SecondStepLimits();
		for (let index = 0; index < 5; index += 1)
			expect(await answer({ kind: index % 2 ? 'totp' : 'recovery', typed: '123456' }, now, limits)).toMatchObject({ ok: false });
		expect(await answer({ typed: codeAt(key, now) }, now, limits)).toEqual({ ok: false, reason: 'too-many', seconds: 30 });
		expect(await answer({ typed: codeAt(key, later(31)) }, later(31), limits)).toEqual({ ok: true });
		expect(limits.admit(account.id, later(32))).toBe(0);
	});

	it('allows about a hundred guesses a day', () => {
		const limits = new SecondStepLimits();
		let guesses = 0;
		for (let second = 0; second < 86_400; second += 10) if (limits.admit('x', later(second)) === 0) guesses += 1;
		expect(guesses).toBeLessThan(120);
	});

	it('asks for a code before it counts anything', async () => {
		expect(await answer({ typed: '  ' })).toEqual({ ok: false, reason: 'missing' });
	});
});

describe('who is asked for what', () => {
	it.each<[Role, string]>([
		['peer-expert', 'full'],
		['coach', 'full'],
		['coordinator', 'set-up'],
		['network-admin', 'set-up']
	])('a %s without a second factor: %s', async (role, stage) => {
		expect(await stageAfterPassphrase(database, await create(role))).toBe(stage);
	});

	it('a coach who has one; never a peer expert', async () => {
		for (const [role, stage] of [
			['coach', 'second-factor'],
			['peer-expert', 'full']
		] as const) {
			const owner = await create(role);
			const row = {
				id: `key ${owner.id}`,
				accountId: owner.id,
				publicKey: '',
				counter: 0,
				transports: [],
				device: 'unknown' as const
			};
			await database.write((tx) => tx.insert(passkeyTable).values({ ...row, createdAt: now }));
			expect(await stageAfterPassphrase(database, owner)).toBe(stage);
		}
	});

	it('keeps the last second factor of a role that needs one, and lets a coach’s go', async () => {
		await withApp();
		expect(await removeTotp(database, account)).toBe(false);
		const coach = await create('coach');
		await withApp(coach);
		expect(await removeTotp(database, coach)).toBe(true);
	});
});

describe('proving who sits here', () => {
	it('takes a sign-in of the last ten minutes', () => {
		expect([0, 599, 600, 7200].map((seconds) => isFresh({ createdAt: now }, later(seconds)))).toEqual([true, true, false, false]);
	});

	it('takes nothing but the passphrase where the passphrase itself is to change', async () => {
		const owner = await create('coach', await hashPassphrase('une phrase assez longue'));
		const prove = (typed: string) => provePassphrase(database, new SecondStepLimits(), { account: owner }, typed, now);
		expect(await prove('')).toEqual({ ok: false, reason: 'wrong' });
		expect(await prove('une phrase assez longue')).toEqual({ ok: true });
	});

	it('a changed passphrase replaces the one before', async () => {
		const owner = await create('coach', await hashPassphrase('une phrase assez longue'));
		const passphraseHash = await hashPassphrase('une autre phrase');
		await changePassphrase(database, owner, { passphraseHash, deviceId: 'here' });
		const found = await findAccountByUsername(database, `person ${serial}`);
		expect(await verifyPassphrase(found?.passphraseHash ?? null, 'une autre phrase')).toBe(true);
		expect(await verifyPassphrase(found?.passphraseHash ?? null, 'une phrase assez longue')).toBe(false);
	});
});

describe('the sealed secret', () => {
	it('of all apps goes over to another SECRET, and what the old one never sealed is told', async () => {
		const key = await withApp();
		const other = await create('coordinator');
		await beginTotp(database, other.id, 'a secret that nobody knows any more', now);
		const next = 'the secret of thirty-two letters after it';
		const { resealed, unreadable } = await resealApps(database, secret, next);
		expect([resealed > 0, unreadable]).toEqual([true, 1]);
		expect(await answer({ typed: codeAt(key, later(30)), secret: next }, later(30))).toEqual({ ok: true });
		expect(await answer({ typed: codeAt(key, later(60)) }, later(60))).toEqual({ ok: false, reason: 'none' });
	});
});
