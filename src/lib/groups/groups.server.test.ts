import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '$lib/auth/account';
import { createAccount } from '$lib/auth/accounts.server';
import { openDatabase, type Database } from '$lib/database/database.server';
import { formatCode } from './code';
import { codeLifetime, type Group } from './group';
import {
	closeGroup,
	createGroup,
	findGroupByKey,
	findGroupForCoach,
	joinByCode,
	listGroupsOfCoach,
	openGroup,
	renewCode
} from './groups.server';
import { changeOrganisation, createOrganisation } from './organisations.server';
import { isGroupKey } from './membership';

const safeguarding = {
	contact: 'Fatou',
	contactPhone: '000',
	procedure: 'Le jour même, la coach prévient Fatou et écrit ce qui a été dit.'
};
const now = new Date('2027-01-15T10:00:00Z');
const afterExpiry = new Date(now.getTime() + codeLifetime);
let folder: string;
let database: Database;
let coachA: Account;
let coachB: Account;
let coordinator: Account;
let stranger: Account;
let groupA: Group;
let groupB: Group;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-groups-'));
	database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts' });
	const organisationId = await createOrganisation(database, { name: 'Démo' }, now);
	const by = { id: 'x', organisationId };
	await changeOrganisation(database, by, { id: organisationId, version: 1 }, safeguarding, now);
	const elsewhere = await createOrganisation(database, { name: 'Ailleurs' }, now);
	const add = (username: string, role: Account['role'], organisation = organisationId) =>
		createAccount(database, { username, passphraseHash: '', name: username, role, organisationId: organisation }, now);
	[coachA, coachB, coordinator, stranger] = [
		await add('a', 'coach'),
		await add('b', 'coach'),
		await add('c', 'coordinator'),
		await add('d', 'coordinator', elsewhere)
	];
	const setting = 'shelter';
	groupA = await createGroup(
		database,
		{ organisationId, name: 'Groupe Renard', setting, coachIds: [coachA.id], opened: true },
		now
	);
	groupB = await createGroup(
		database,
		{ organisationId, name: 'Groupe Loutre', setting, coachIds: [coachB.id], opened: true },
		now
	);
});

afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

describe('whose group', () => {
	it('is listed for its coach and its coordinator, and for nobody else', async () => {
		const names = async (account: Account) => (await listGroupsOfCoach(database, account)).map(({ name }) => name);
		expect(await names(coachA)).toEqual(['Groupe Renard']);
		expect(await names(coachB)).toEqual(['Groupe Loutre']);
		expect(await names(coordinator)).toEqual(['Groupe Loutre', 'Groupe Renard']);
		expect(await names(stranger)).toEqual([]);
	});

	it('is found by its coach; for another it is like a group that does not exist', async () => {
		expect(await findGroupForCoach(database, coachA, groupA.id)).toEqual(groupA);
		expect(await findGroupForCoach(database, coachB, groupA.id)).toBeNull();
		expect(await findGroupForCoach(database, coachB, groupA.id, 'manage')).toBeNull();
		expect(await findGroupForCoach(database, stranger, groupA.id)).toBeNull();
		expect(await findGroupForCoach(database, coachA, 'no-such-group')).toBeNull();
		expect(await findGroupForCoach(database, { ...coachA, role: 'peer-expert' }, groupA.id)).toBeNull();
	});

	it('never shows its key', async () => {
		const [group] = await listGroupsOfCoach(database, coachA);
		expect(group).not.toHaveProperty('key');
	});

	it('is made whole or not at all', async () => {
		const { organisationId } = groupA;
		const wanted = { organisationId, name: 'Half', setting: 'other', coachIds: ['no-such-account'] } as const;
		await expect(createGroup(database, { ...wanted, coachIds: [...wanted.coachIds] }, now)).rejects.toThrow();
		expect(await listGroupsOfCoach(database, coordinator)).toHaveLength(2);
	});
});

describe('joinByCode', () => {
	it('gives the key and the name, however the code is typed', async () => {
		const typed = formatCode(groupA.code).toLowerCase();
		const joined = await joinByCode(database, typed, now);
		expect(joined).toEqual({ ok: true, group: { name: 'Groupe Renard', key: expect.any(String) } });
		if (!joined.ok) return;
		expect(isGroupKey(joined.group.key)).toBe(true);
		const open = { id: groupA.id, organisationId: groupA.organisationId, open: true };
		expect(await findGroupByKey(database, joined.group.key)).toEqual(open);
	});

	it('answers wrong, malformed, expired and closed codes alike', async () => {
		const unknown = { ok: false, reason: 'unknown' };
		for (const typed of ['ZZZZ ZZZZ', '', 'x', "' OR 1=1", '🦊'.repeat(50), groupA.code.slice(1)])
			expect(await joinByCode(database, typed, now)).toEqual(unknown);
		expect(await joinByCode(database, groupA.code, afterExpiry)).toEqual(unknown);
		await closeGroup(database, groupB.id, now);
		expect(await joinByCode(database, groupB.code, now)).toEqual(unknown);
		await openGroup(database, groupB.id, now);
		expect(await joinByCode(database, groupB.code, now)).toMatchObject({ ok: true });
	});
});

describe('closing and renewing', () => {
	it('closes for members too, without forgetting them', async () => {
		const joined = await joinByCode(database, groupA.code, now);
		const key = joined.ok ? joined.group.key : '';
		await closeGroup(database, groupA.id, now);
		expect(await findGroupByKey(database, key)).toMatchObject({ id: groupA.id, open: false });
		await openGroup(database, groupA.id, now);
		expect(await findGroupByKey(database, key)).toMatchObject({ open: true });
		expect(await findGroupByKey(database, 'A'.repeat(22))).toBeNull();
	});

	it('gives a new code with a new half-year, and keeps the key', async () => {
		const before = await joinByCode(database, groupA.code, now);
		const code = await renewCode(database, groupA.id, afterExpiry);
		expect(code).not.toBe(groupA.code);
		expect(await joinByCode(database, groupA.code, now)).toEqual({ ok: false, reason: 'unknown' });
		expect(await joinByCode(database, code, afterExpiry)).toEqual(before);
	});
});
