import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkpoint, openDatabase, type Database } from '$lib/database/database.server';
import type { Role } from './account';
import {
	changeRole,
	closeAccount,
	createAccount,
	eraseAccount,
	findAccount,
	findAccountByUsername,
	reopenAccount
} from './accounts.server';
import {
	acceptInvitation,
	findInvitation,
	inviteAccount,
	listInvitations,
	resetAccess,
	withdrawInvitation
} from './invitations.server';
import { listAccounts } from './list-accounts.server';

const now = new Date('2027-01-15T10:00:00Z');
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000);
let folder: string;
let database: Database;
let serial = 0;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-invitations-'));
	database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts' });
});

afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

const person = (username = `person ${++serial}`) => ({ username, name: username, passphraseHash: `hash of ${username}` });
const invite = (role: Role = 'coach', groupId: string | null = null, organisationId = 'org') =>
	inviteAccount(database, { role, organisationId, groupId, by: null }, now);
const accept = (token: string, wanted = person(), at = now) => acceptInvitation(database, token, wanted, at);
const create = (role: Role, organisationId: string) => createAccount(database, { ...person(), role, organisationId }, now);

describe('an invitation', () => {
	it('makes one account, once', async () => {
		const { token } = await invite('peer-expert', 'group-1');
		expect(await findInvitation(database, token, hours(1))).toMatchObject({ state: 'open', invitation: { role: 'peer-expert' } });
		const result = await accept(token);
		expect(result).toMatchObject({ ok: true, account: { role: 'peer-expert', organisationId: 'org', groupId: 'group-1' } });
		expect(await accept(token)).toEqual({ ok: false, reason: 'used' });
		expect(await findInvitation(database, token, now)).toEqual({ state: 'used' });
	});

	it('is good for one of two who use it at once', async () => {
		const { token } = await invite();
		const results = await Promise.all([accept(token), accept(token)]);
		expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
	});

	it.each([
		[71.99, true],
		[72, false],
		[1000, false]
	])('after %d hours works: %s', async (later, works) => {
		const { token } = await invite();
		expect((await accept(token, person(), hours(later))).ok).toBe(works);
	});

	it.each([
		['a letter changed', (token: string) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1)],
		['cut', (token: string) => token.slice(0, -1)],
		['longer', (token: string) => `${token}A`],
		['nothing', () => ''],
		['SQL', () => "' OR 1=1 --"],
		['endless', () => 'A'.repeat(100_000)]
	])('altered (%s) is unknown', async (_, alter) => {
		const { token } = await invite();
		expect(await accept(alter(token))).toEqual({ ok: false, reason: 'unknown' });
		expect(await findInvitation(database, alter(token), now)).toEqual({ state: 'unknown' });
	});

	it('can be withdrawn until it is used', async () => {
		const { token, id } = await invite();
		expect(await withdrawInvitation(database, id, now)).toBe(true);
		expect(await withdrawInvitation(database, id, now)).toBe(false);
		expect(await accept(token)).toEqual({ ok: false, reason: 'withdrawn' });
		const used = await invite();
		await accept(used.token);
		expect(await withdrawInvitation(database, used.id, now)).toBe(false);
		expect(await withdrawInvitation(database, 'nonsense', now)).toBe(false);
	});

	it('refuses a username that is taken, however written, and stays open', async () => {
		await accept((await invite()).token, person('Éva Coach'));
		const { token } = await invite();
		expect(await accept(token, person(' e\u0301VA  coach '))).toEqual({ ok: false, reason: 'username-taken' });
		expect(await accept(token)).toMatchObject({ ok: true });
	});

	it('brings no third peer expert into a group, until one of the two has left', async () => {
		const tokens = [];
		for (let index = 0; index < 3; index += 1) tokens.push((await invite('peer-expert', 'full-group')).token);
		const first = await accept(tokens[0] ?? '');
		await accept(tokens[1] ?? '');
		expect(await accept(tokens[2] ?? '')).toEqual({ ok: false, reason: 'group-full' });
		if (first.ok) await closeAccount(database, first.account.id, now);
		expect(await accept(tokens[2] ?? '')).toMatchObject({ ok: true });
	});

	it('makes nothing when what comes with it fails', async () => {
		const { token } = await invite();
		const wanted = person();
		const failing = acceptInvitation(database, token, wanted, now, async () => {
			throw new Error('no such group');
		});
		await expect(failing).rejects.toThrow('no such group');
		expect(await findAccountByUsername(database, wanted.username)).toBeNull();
		expect(await accept(token, wanted)).toMatchObject({ ok: true });
	});

	it('is listed with what became of it, and forgotten ninety days after its end', async () => {
		const organisationId = 'listed';
		const [open, used] = [await invite('coach', null, organisationId), await invite('coach', null, organisationId)];
		await accept(used.token);
		const states = async (at: Date) =>
			new Map((await listInvitations(database, { organisationId }, at)).map(({ id, state }) => [id, state]));
		expect(await states(now)).toEqual(
			new Map([
				[open.id, 'open'],
				[used.id, 'used']
			] as const)
		);
		expect((await states(hours(73))).get(open.id)).toBe('expired');
		await inviteAccount(database, { role: 'coach', organisationId: 'org', by: null }, hours(24 * 94));
		expect((await states(now)).size).toBe(0);
	});

	it('leaves its token nowhere in the database', async () => {
		const { token } = await invite();
		await checkpoint(database);
		expect(await readFile(join(folder, 'accounts.db'), 'latin1')).not.toContain(token);
	});
});

describe('a new access', () => {
	it('keeps the account and replaces its passphrase; only the last link works', async () => {
		const account = await create('coach', 'org');
		const earlier = await resetAccess(database, account.id, null, now);
		const link = await resetAccess(database, account.id, null, now);
		expect(await accept(earlier?.token ?? '')).toEqual({ ok: false, reason: 'withdrawn' });
		const found = await findInvitation(database, link?.token ?? '', now);
		expect(found).toMatchObject({ state: 'open', account: { id: account.id } });
		expect(await accept(link?.token ?? '', person('ignored'))).toMatchObject({
			ok: true,
			account: { id: account.id, name: account.name }
		});
		const again = await findAccountByUsername(database, account.name);
		expect(again?.passphraseHash).toBe('hash of ignored');
	});

	it('is not given to an account that is closed or unknown', async () => {
		const account = await create('coach', 'org');
		const link = await resetAccess(database, account.id, null, now);
		await closeAccount(database, account.id, now);
		expect(await resetAccess(database, account.id, null, now)).toBeNull();
		expect(await resetAccess(database, 'nobody', null, now)).toBeNull();
		expect(await accept(link?.token ?? '')).toMatchObject({ ok: false });
	});
});

describe('an account', () => {
	it('that is closed is found no more, and can be opened again', async () => {
		const { id } = await create('coach', 'org');
		expect(await closeAccount(database, id, now)).toEqual({ ok: true });
		expect(await closeAccount(database, id, now)).toEqual({ ok: false, reason: 'unknown' });
		expect(await findAccount(database, id)).toBeNull();
		expect(await reopenAccount(database, id)).toBe(true);
		expect(await findAccount(database, id)).toMatchObject({ id });
	});

	it('of the last coordinator of an organisation is neither closed, erased nor changed', async () => {
		const first = await create('coordinator', 'alone');
		await create('coordinator', 'elsewhere');
		const last = { ok: false, reason: 'last' };
		expect(await closeAccount(database, first.id, now)).toEqual(last);
		expect(await eraseAccount(database, first.id)).toEqual(last);
		expect(await changeRole(database, first.id, { was: 'coordinator', role: 'coach' })).toEqual(last);
		await create('coordinator', 'alone');
		expect(await closeAccount(database, first.id, now)).toEqual({ ok: true });
	});

	it('of the last network admin stays', async () => {
		const admin = await create('network-admin', 'org');
		expect(await closeAccount(database, admin.id, now)).toEqual({ ok: false, reason: 'last' });
	});

	it('changes its role only as its changer saw it, and never from or to peer expert', async () => {
		const { id } = await create('coach', 'org');
		expect(await changeRole(database, id, { was: 'coordinator', role: 'coach' })).toEqual({
			ok: false,
			reason: 'changed-meanwhile'
		});
		expect(await changeRole(database, id, { was: 'coach', role: 'peer-expert' })).toEqual({ ok: false, reason: 'not-possible' });
		expect(await changeRole(database, id, { was: 'coach', role: 'coordinator' })).toEqual({ ok: true });
		expect(await findAccount(database, id)).toMatchObject({ role: 'coordinator' });
	});

	it('that is erased leaves nothing, not even as who invited', async () => {
		const coach = await create('coach', 'org');
		const { id } = await inviteAccount(
			database,
			{ role: 'peer-expert', organisationId: 'erased', groupId: 'g', by: coach.id },
			now
		);
		expect(await eraseAccount(database, coach.id)).toEqual({ ok: true });
		expect(await listInvitations(database, { organisationId: 'erased' }, now)).toMatchObject([{ id, invitedBy: null }]);
	});
});

describe('listAccounts', () => {
	it('filters, sorts and cuts into pages', async () => {
		const organisationId = 'large';
		for (const username of ['Zoé', 'Ada', 'Mia'])
			await createAccount(database, { ...person(username), role: 'coach', organisationId }, now);
		const closed = await create('coach', organisationId);
		await closeAccount(database, closed.id, now);
		const names = async (more: object) =>
			(await listAccounts(database, { organisationId, ...more })).rows.map(({ name }) => name);
		expect(await names({})).toEqual(['Ada', 'Mia', 'Zoé']);
		expect(await names({ page: 2, perPage: 2 })).toEqual(['Zoé']);
		expect(await names({ search: 'MI' })).toEqual(['Mia']);
		expect(await names({ search: '%' })).toEqual(['Ada', 'Mia', 'Zoé']);
		expect(await names({ state: 'closed' })).toEqual([closed.name]);
		expect(await names({ roles: ['coordinator'] })).toEqual([]);
		expect((await listAccounts(database, { organisationId, state: 'all', perPage: 1 })).total).toBe(4);
	});
});
