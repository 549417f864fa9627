import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, SignInLimits } from '../lib/auth/sign-in.server';
import { accountTable } from '../lib/auth/tables.server';
import { isCode } from '../lib/groups/code';
import { joinByCode, listGroupsOfCoach } from '../lib/groups/groups.server';
import { groupTable, organisationTable } from '../lib/groups/tables.server';
import { trainingDayTable } from '../lib/training/tables.server';
import { closeInstance, openInstance, type Instance } from '../lib/ops/instance.server';
import { readSettings } from '../lib/ops/settings';
import { getGroupParticipation } from '../lib/voices/group-view.server';
import { demoSignIns, isEmpty, seedDemo } from './demo';
import { accounts, groups } from './demo-data';

const now = new Date('2027-01-15T10:00:00Z');
let folder: string;
let instance: Instance;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-demo-'));
	instance = await openInstance(readSettings({ NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent' }));
	expect(await isEmpty(instance)).toBe(true);
	expect(instance.demo).toBe(false);
	await seedDemo(instance, now);
}, 60_000);

afterAll(async () => {
	await closeInstance();
	await rm(folder, { recursive: true });
});

/** Everything that coaches can see of the demo. */
async function readCounts() {
	return Promise.all(groups.map(async ({ id }) => ({ id, seen: await getGroupParticipation(instance.voices, id) })));
}

describe('the demo', () => {
	it('has five shelters, a youth service, a school and a scout unit', async () => {
		expect(groups.map(({ setting }) => setting).sort()).toEqual([
			'school',
			'scouts',
			...Array<string>(5).fill('shelter'),
			'youth-service'
		]);
		expect(groups.every(({ code }) => isCode(code))).toBe(true);
	});

	it('says of everything that it is a demo', () => {
		expect(instance.demo).toBe(true);
		expect(groups.every(({ name }) => name.startsWith('Démo'))).toBe(true);
		expect(accounts.every(({ name }) => name.includes('démo'))).toBe(true);
	});

	it('prints what one needs to try it, and that is true', { timeout: 30_000 }, async () => {
		for (const { username, passphrase, name, role } of accounts) {
			expect(demoSignIns).toContain(`${username} / ${passphrase}`);
			expect(passphrase.split(' ')).toHaveLength(4);
			const result = await signIn(instance.accounts, new SignInLimits(), { username, passphrase, address: '192.0.2.7' }, now);
			expect(result).toMatchObject({ ok: true, account: { name } });
			const works = role === 'coach' || role === 'coordinator';
			if (result.ok && works) expect((await listGroupsOfCoach(instance.accounts, result.account)).length).toBeGreaterThan(0);
		}
		expect(await joinByCode(instance.accounts, '2345 6789', now)).toMatchObject({ ok: true, group: { name: 'Démo Renard' } });
	});

	it('has counts that could be real: some, a few, and none', async () => {
		const seen = new Map((await readCounts()).map(({ id, seen }) => [id, seen[0]]));
		expect(seen.get('demo-renard')?.started).toEqual({ kind: 'reached', n: 15 });
		expect(seen.get('demo-renard')?.nodes.length).toBeGreaterThan(3);
		expect(seen.get('demo-herisson')).toMatchObject({ started: { kind: 'few' }, completed: { kind: 'few' }, nodes: [] });
		expect(seen.get('demo-pinson')).toBeUndefined();
		const completed = seen.get('demo-libellule')?.completed;
		expect(completed?.kind === 'reached' && completed.n >= 10 && completed.n <= 20).toBe(true);
	});

	it('refuses a folder that holds anything', async () => {
		await expect(seedDemo(instance, now)).rejects.toThrow(/Set DATA_DIR to another folder/);
		expect(await isEmpty({ ...instance, demo: false })).toBe(false);
	});

	it('completes a seeding that was cut short, without counting twice', { timeout: 30_000 }, async () => {
		const before = await readCounts();
		await instance.accounts.write(async (tx) => {
			await tx.delete(groupTable);
			await tx.delete(trainingDayTable);
			await tx.delete(accountTable);
			await tx.delete(organisationTable);
		});
		await seedDemo(instance, now);
		expect(await readCounts()).toEqual(before);
	});
});
