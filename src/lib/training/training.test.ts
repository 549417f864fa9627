import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '$lib/auth/accounts.server';
import type { Account } from '$lib/auth/account';
import { openDatabase, type Database } from '$lib/database/database.server';
import { createOrganisation } from '$lib/groups/organisations.server';
import { checkAttendance, checkDay, programmes, templates } from './training-day';
import {
	changeTrainingDay,
	countUncounted,
	createTrainingDay,
	findTrainingDay,
	forgetRemovedDays,
	listAttended,
	listComingDays,
	listForDay,
	listTrainingDays,
	removeTrainingDay
} from './training-days.server';

const now = new Date('2026-11-25T10:00:00Z');
const fields = { on: '2026-11-20', starts: '09:30', ends: '16:00', place: 'Salle A', programme: 'day-1' as const };
let folder: string;
let database: Database;
let by: Account;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-training-'));
	database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts' });
	const organisationId = await createOrganisation(database, { name: 'Démo' }, now);
	by = await createAccount(database, { username: 'c', name: 'c', passphraseHash: '', role: 'coordinator', organisationId }, now);
});

afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

describe('a posted day', () => {
	it('is read', () => expect(checkDay({ ...fields, place: ' Salle A ' })).toEqual({ ok: true, value: fields }));

	it.each([
		['on', { on: '2026-02-30' }],
		['ends', { ends: '09:30' }],
		['starts', { starts: '09h30' }],
		['place', { place: ' ' }],
		['programme', { programme: 'day-9' }]
	])('with a wrong %s names it', (field, more) => {
		expect(checkDay({ ...fields, ...more })).toMatchObject({ ok: false, wrong: [field] });
	});

	it('has a template for each programme, within the day', () => {
		for (const programme of programmes) {
			if (programme === 'other') continue;
			const minutes = templates[programme].reduce((sum, part) => sum + part.minutes, 0);
			expect(minutes).toBeGreaterThanOrEqual(240);
			expect(minutes).toBeLessThanOrEqual(390);
		}
	});
});

describe('attendance', () => {
	it.each([
		['12', '3', { ok: true, value: { young: 12, adults: 3 } }],
		['', '', { ok: true, value: { young: null, adults: null } }],
		['-1', '3', { ok: false, wrong: ['young'] }],
		['1000', 'x', { ok: false, wrong: ['young', 'adults'] }]
	])('of %s and %s', (young, adults, expected) => {
		expect(checkAttendance({ young, adults }, '2026-11-20', '2026-11-25')).toEqual(expected);
	});

	it('of a day to come is refused', () => {
		expect(checkAttendance({ young: '1', adults: '1' }, '2026-11-26', '2026-11-25')).toEqual({ ok: false, wrong: ['future'] });
	});

	it('counts for accounts once the day is past, and the later editor is told', async () => {
		const id = await createTrainingDay(database, by, fields, now);
		expect(await countUncounted(database, by.organisationId, '2026-11-01', '2026-11-25')).toBe(1);
		const counted = { young: 9, adults: 2, attended: [by.id, by.id] };
		expect(await changeTrainingDay(database, by, { id, version: 1 }, counted, now)).toEqual({ ok: true });
		expect(await changeTrainingDay(database, by, { id, version: 1 }, fields, now)).toEqual({ ok: false, reason: 'changed' });
		expect(await findTrainingDay(database, by.organisationId, id)).toMatchObject({ young: 9, attended: [by.id], version: 2 });
		expect(await findTrainingDay(database, 'elsewhere', id)).toBeNull();
		expect(await listAttended(database, by.id, '2026-11-25')).toHaveLength(1);
		expect(await countUncounted(database, by.organisationId, '2026-11-01', '2026-11-25')).toBe(0);
		expect(
			await changeTrainingDay(database, { ...by, organisationId: 'elsewhere' }, { id, version: 2 }, fields, now)
		).toMatchObject({ ok: false });
	});

	it('is a list before the day, which each may change for their own', async () => {
		const id = await createTrainingDay(database, by, { ...fields, on: '2026-12-10' }, now);
		await listForDay(database, id, [by.id], true);
		await listForDay(database, id, [by.id], true);
		expect((await listComingDays(database, by.organisationId, '2026-11-25')).find((day) => day.id === id)?.attended).toEqual([
			by.id
		]);
		await listForDay(database, id, [by.id], false);
		expect((await listComingDays(database, by.organisationId, '2026-11-25')).find((day) => day.id === id)?.attended).toEqual([]);
	});

	it('of a removed day is gone for thirty days, then for good', async () => {
		const id = await createTrainingDay(database, by, { ...fields, on: '2026-10-01' }, now);
		const query = { sort: 'on' as const, descending: false, page: 1 };
		const total = async () => (await listTrainingDays(database, by.organisationId, query, 25)).total;
		const before = await total();
		await removeTrainingDay(database, by, id, true, now);
		expect(await total()).toBe(before - 1);
		await removeTrainingDay(database, by, id, false, now);
		expect(await total()).toBe(before);
		await removeTrainingDay(database, by, id, true, now);
		expect(await forgetRemovedDays(database, new Date('2026-12-24T10:00:00Z'))).toBe(0);
		expect(await forgetRemovedDays(database, new Date('2026-12-26T10:00:00Z'))).toBe(1);
	});
});
