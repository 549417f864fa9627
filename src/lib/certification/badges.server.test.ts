import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import { eraseAccount, createAccount } from '$lib/auth/accounts.server';
import { checkpoint, type Database } from '$lib/database/database.server';
import { createOrganisation } from '$lib/groups/organisations.server';
import { forgetAudit } from '$lib/ops/audit.server';
import { temporaryDatabase, temporaryFolder } from '../../../tests/temporary';
import { addMonths, type Badge } from './badge';
import {
	commitName,
	countStatusLists,
	findBadge,
	forgetAwards,
	issueBadge,
	listAwards,
	listOwnBadges,
	listRevoked,
	revokeBadge,
	type NewBadge
} from './badges.server';

const now = new Date('2026-11-26T10:00:00Z');
const by = { id: 'coordinator', organisationId: 'x' };

async function setUp(folder = temporaryFolder()) {
	const database = await temporaryDatabase('accounts', folder);
	const organisationId = await createOrganisation(database, { name: 'Démo' }, now);
	const add = async (username: string) =>
		(await createAccount(database, { username, name: username, role: 'coach', organisationId, passphraseHash: '' }, now)).id;
	return { database, organisationId, folder, add, holder: await add('holder') };
}

const wanted = (accountId: string, more: Partial<NewBadge> = {}): NewBadge => {
	return { accountId, achievement: 'coach', issuer: null, nameMode: 'line', by, ...more };
};

async function give(database: Database, accountId: string, more: Partial<NewBadge> = {}, at = now): Promise<Badge> {
	const issued = await issueBadge(database, wanted(accountId, more), at);
	if (!issued.ok) throw new Error(issued.reason);
	return issued.badge;
}

describe('giving a badge', () => {
	it('keeps what it says, and apart from it whose it is', async () => {
		const { database, holder } = await setUp();
		const badge = await give(database, holder, { nameMode: 'drawn' });
		expect(badge).toMatchObject({ achievement: 'coach', month: '2026-11', validUntil: '2028-11', issuer: null, revokedOn: null });
		expect(badge.id).toMatch(/^[0-9a-f]{32}$/);
		expect(badge.subject).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4/);
		expect(await findBadge(database, badge.id)).toEqual(badge);
		const award = { accountId: holder, badgeId: badge.id, month: '2026-11', nameMode: 'drawn' };
		expect(await listAwards(database, holder)).toEqual([award]);
		expect(await listOwnBadges(database, holder)).toEqual([{ award, badge }]);
	});

	it('refuses a second of the kind while the first holds, but renews it in its last three months', async () => {
		const { database, holder } = await setUp();
		const first = await give(database, holder);
		expect(await issueBadge(database, wanted(holder), now)).toEqual({ ok: false, reason: 'held' });
		await give(database, holder, { achievement: 'peer-expert' });
		expect(await issueBadge(database, wanted(holder), new Date('2028-07-31T23:00:00Z'))).toEqual({ ok: false, reason: 'held' });
		const second = await give(database, holder, {}, new Date('2028-08-01T01:00:00Z'));
		expect(second.validUntil).toBe('2030-08');
		expect(second.subject).not.toBe(first.subject);
		expect((await listOwnBadges(database, holder)).map(({ badge }) => badge.month)).toEqual(['2028-08', '2026-11', '2026-11']);
	});

	it('gives another after one was revoked', async () => {
		const { database, holder } = await setUp();
		const badge = await give(database, holder);
		expect(await revokeBadge(database, badge.id, by, now)).toBe(true);
		expect((await give(database, holder)).revokedOn).toBeNull();
	});

	it('refuses accounts and issuers that are not there', async () => {
		const { database, holder, organisationId } = await setUp();
		expect(await issueBadge(database, wanted('nobody'), now)).toEqual({ ok: false, reason: 'unknown-account' });
		expect(await issueBadge(database, wanted(holder, { issuer: 'nobody' }), now)).toEqual({
			ok: false,
			reason: 'unknown-issuer'
		});
		expect(await listAwards(database, holder)).toEqual([]);
		expect(await issueBadge(database, wanted(holder, { issuer: organisationId }), now)).toMatchObject({ ok: true });
	});
});

describe('revoking a badge', () => {
	it('shows in the list, keeps its first month, and does nothing twice', async () => {
		const { database, holder } = await setUp();
		const badge = await give(database, holder);
		expect(await listRevoked(database)).toEqual([]);
		await revokeBadge(database, badge.id, by, new Date('2027-01-05T00:00:00Z'));
		await revokeBadge(database, badge.id, by, new Date('2027-05-05T00:00:00Z'));
		expect((await findBadge(database, badge.id))?.revokedOn).toBe('2027-01');
		expect(await listRevoked(database)).toEqual([badge.statusIndex]);
		expect(await countStatusLists(database)).toBe(1);
	});

	it('says when there is none', async () => {
		const { database } = await setUp();
		expect(await revokeBadge(database, 'f'.repeat(32), by, now)).toBe(false);
		expect(await findBadge(database, 'not a number')).toBeNull();
	});
});

describe('a commitment to a name', () => {
	const commitment = 'ab'.repeat(32);

	it('is kept for the holder of a badge that allows it, replaced, and forgotten', async () => {
		const { database, holder } = await setUp();
		const { id: badgeId } = await give(database, holder, { nameMode: 'committed' });
		for (const each of [commitment, 'cd'.repeat(32), null]) {
			expect(await commitName(database, { accountId: holder, badgeId, commitment: each })).toEqual({ ok: true });
			expect((await findBadge(database, badgeId))?.commitment).toBe(each);
		}
	});

	it('is refused from others, where a line was chosen, and when it is no hash', async () => {
		const { database, holder, add } = await setUp();
		const { id: badgeId } = await give(database, holder, { nameMode: 'drawn' });
		const ask = (accountId: string, value: string) => commitName(database, { accountId, badgeId, commitment: value });
		expect(await ask(await add('other'), commitment)).toEqual({ ok: false, reason: 'not-held' });
		expect(await ask(holder, commitment)).toEqual({ ok: false, reason: 'not-allowed' });
		expect(await ask(holder, 'Zoé Ngô')).toEqual({ ok: false, reason: 'malformed' });
		expect((await findBadge(database, badgeId))?.commitment).toBeNull();
	});
});

describe('the tie between a badge and its holder', () => {
	it('is cut by erasing the account; the badge stays valid', async () => {
		const { database, holder } = await setUp();
		const badge = await give(database, holder);
		expect(await eraseAccount(database, holder)).toEqual({ ok: true });
		expect(await listAwards(database, holder)).toEqual([]);
		expect(await findBadge(database, badge.id)).toEqual(badge);
		expect(await revokeBadge(database, badge.id, by, now)).toBe(true);
	});

	it('is cut after the last month of the badge, not before', async () => {
		const { database, holder } = await setUp();
		await give(database, holder);
		expect(await forgetAwards(database, new Date('2028-11-30T23:00:00Z'))).toBe(0);
		expect(await forgetAwards(database, new Date('2028-12-01T00:00:00Z'))).toBe(1);
		expect(await listOwnBadges(database, holder)).toEqual([]);
	});

	it('is nowhere in the whole file afterwards: no row, no order, no time, no bytes', { timeout: 30_000 }, async () => {
		const { database, folder, add } = await setUp();
		const given: { accountId: string; badge: Badge }[] = [];
		for (let n = 0; n < 40; n++) {
			const accountId = await add(`coach ${n}`);
			const at = new Date(now.getTime() + Math.floor(n / 10) * 31 * 86_400_000);
			given.push({ accountId, badge: await give(database, accountId, {}, at) });
		}
		// The positive control: while the awards stand, this attack finds every holder.
		expect(await attack(folder, given)).toEqual({ rows: 40, order: true, bytes: true });

		const later = new Date('2029-06-01T00:00:00Z');
		expect(await forgetAwards(database, later)).toBe(40);
		await forgetAudit(database, later);
		await checkpoint(database);
		expect(await attack(folder, given)).toEqual({ rows: 0, order: false, bytes: false });
	});

	it('leaves months only in the table of badges, and random places', async () => {
		const { database, holder, folder } = await setUp();
		await give(database, holder);
		const file = createClient({ url: `file:${join(folder, 'accounts.db')}` });
		const { rows: shapes } = await file.execute("select sql from sqlite_master where name in ('badge', 'award')");
		for (const { sql } of shapes) expect(String(sql)).toMatch(/WITHOUT ROWID$/);
		const { rows } = await file.execute('select * from badge');
		file.close();
		expect(Object.keys({ ...rows[0] }).join()).not.toMatch(/account|group|coach|person|created|_at/);
		expect(rows[0]).toMatchObject({ month: '2026-11', valid_until: addMonths('2026-11', 24) });
	});
});

/**
 * Somebody with the whole folder of the database: joins every table on every pair of columns, compares the order in which rows
 * lie with the order of giving, and searches the bytes for a badge's number beside its holder's.
 */
async function attack(folder: string, given: { accountId: string; badge: Badge }[]) {
	const file = createClient({ url: `file:${join(folder, 'accounts.db')}`, timeout: 5000 });
	const { rows: tables } = await file.execute("select name from sqlite_master where type = 'table'");
	let found = 0;
	for (const { name } of tables) {
		const { rows } = await file.execute(`select * from "${String(name)}"`);
		for (const row of rows) {
			const values = new Set(Object.values({ ...row }).map(String));
			found += given.filter(
				({ accountId, badge }) =>
					values.has(accountId) && [badge.id, badge.subject.slice(9), String(badge.statusIndex)].some((each) => values.has(each))
			).length;
		}
	}
	const byName = (await file.execute("select id from account where username like 'coach %' order by rowid")).rows.map(
		({ id }) => id
	);
	const holders = new Map(given.map(({ accountId, badge }) => [badge.id, accountId]));
	// By award while there are any, else as the rows of the badges lie in the file and in each of their indexes.
	const awards = (await file.execute('select badge_id as id from award order by account_id')).rows;
	const orders = ['id', 'subject_uuid', 'status_index', 'month, status_index'];
	const lists = await Promise.all(orders.map((order) => file.execute(`select id from badge order by ${order}`)));
	file.close();
	const agree = (ids: unknown[], people: unknown[]) =>
		ids.length > 0 && ids.filter((id, index) => holders.get(String(id)) === people[index]).length > given.length / 2;
	const sorted = [...byName].map(String).sort();
	const order =
		agree(
			awards.map(({ id }) => id),
			sorted
		) ||
		lists.some(({ rows }) =>
			agree(
				rows.map(({ id }) => id),
				byName.map(String)
			)
		);
	const bytes = readdirSync(folder)
		.map((name) => readFileSync(join(folder, name)))
		.some((content) => given.some(({ accountId, badge }) => isBeside(content, accountId, badge.id)));
	return { rows: found, order, bytes };
}

function isBeside(content: Buffer, one: string, other: string): boolean {
	for (let at = content.indexOf(one); at >= 0; at = content.indexOf(one, at + 1)) {
		if (content.subarray(Math.max(0, at - 80), at + 80).includes(other)) return true;
	}
	return false;
}
