// Organisations, the gate, coaches, peer experts, imports and answers against a real database.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '$lib/auth/account';
import { createAccount, closeAccount } from '$lib/auth/accounts.server';
import { openDatabase, type Database } from '$lib/database/database.server';
import { listAudit } from '$lib/ops/audit.server';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addCoach, endPlaces, forgetPastPlaces, listGroupsThatNeed, removeCoach } from './coaches.server';
import { listGroups, listGroupsWithoutCoach } from './group-list.server';
import { changeGroup, createGroup, findGroupForCoach, joinByCode, listGroupsOfCoach, openGroup } from './groups.server';
import { importGroups } from './import-groups.server';
import {
	changeOrganisation,
	closeOrganisation,
	createOrganisation,
	findOrganisation,
	listOrganisations
} from './organisations.server';
import { erasePeer, forgetPeers, listPeers, setPause } from './peers.server';
import { answerCard, forgetAnswers, listAnswers, listTally, takeBackAnswer } from './todo-answers.server';

const now = new Date('2026-11-25T10:00:00Z');
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);
const safeguarding = {
	contact: 'Fatou',
	contactPhone: '000',
	procedure: 'Le jour même, la coach prévient Fatou, qui décide de la suite.'
};
let folder: string;
let database: Database;
let organisationId: string;
let coordinator: Account;
let coach: Account;
let other: Account;
let serial = 0;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-places-'));
	database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts' });
	organisationId = await createOrganisation(database, { name: 'Démo' }, now);
	coordinator = await person('coordinator');
	coach = await person('coach', 'nadia');
	other = await person('coach', 'ali');
});

afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

function person(role: Account['role'], username = `person-${++serial}`, groupId: string | null = null): Promise<Account> {
	return createAccount(database, { username, name: username, passphraseHash: '', role, organisationId, groupId }, now);
}
const makeGroup = (name: string, coachIds: string[] = []) =>
	createGroup(database, { organisationId, name, setting: 'shelter', coachIds }, now, coordinator);
const query = (filters: Record<string, string> = {}, search = '') => ({
	sort: 'name' as const,
	descending: false,
	page: 1,
	search,
	filters
});

describe('an organisation', () => {
	it('is not overwritten by whoever read an older version', async () => {
		const seen = { id: organisationId, version: 1 };
		expect(await changeOrganisation(database, coordinator, seen, { name: 'Démo 1' }, now)).toEqual({ ok: true });
		expect(await changeOrganisation(database, coordinator, seen, { name: 'Démo 2' }, now)).toEqual({
			ok: false,
			reason: 'changed'
		});
		expect((await findOrganisation(database, organisationId))?.name).toBe('Démo 1');
		expect(await changeOrganisation(database, coordinator, { id: 'x', version: 1 }, {}, now)).toEqual({
			ok: false,
			reason: 'unknown'
		});
	});

	it('closes with its groups, and is found by name', async () => {
		const id = await createOrganisation(database, { name: 'Fermée 100 %' }, now);
		const group = await createGroup(
			database,
			{ organisationId: id, name: 'x', setting: 'school', coachIds: [], opened: true },
			now
		);
		await closeOrganisation(database, { ...coordinator, organisationId: id }, id, true, now);
		expect(await joinByCode(database, group.code, days(1))).toEqual({ ok: false, reason: 'unknown' });
		const found = async (state: string, search: string) =>
			(await listOrganisations(database, { ...query({ state, country: '' }, search) }, 25)).rows.map(({ name }) => name);
		expect(await found('closed', '100 %')).toEqual(['Fermée 100 %']);
		expect(await found('', '100 %')).toEqual([]);
		await closeOrganisation(database, { ...coordinator, organisationId: id }, id, false, now);
		const [listed] = (await listOrganisations(database, query({ state: '', country: '' }, 'Fermée'), 25)).rows;
		expect(listed?.groups).toBe(1);
		expect(await found('', '%')).toEqual(['Fermée 100 %']);
	});
});

describe('the gate', () => {
	it('keeps a group closed, whatever is asked, until contact, procedure and coach are there', async () => {
		const group = await makeGroup('Gate');
		expect(await joinByCode(database, group.code, now)).toEqual({ ok: false, reason: 'unknown' });
		expect(await openGroup(database, group.id, now, coordinator)).toEqual({
			ok: false,
			missing: ['contact', 'procedure', 'coach']
		});
		await changeOrganisation(database, coordinator, { id: organisationId, version: 2 }, safeguarding, now);
		expect(await openGroup(database, group.id, now)).toEqual({ ok: false, missing: ['coach'] });
		await addCoach(database, coordinator, { groupId: group.id, accountId: coach.id, until: '2026-11-24' }, now);
		expect(await openGroup(database, group.id, now), 'a substitution that is over').toMatchObject({ ok: false });
		await addCoach(database, coordinator, { groupId: group.id, accountId: coach.id, until: null }, now);
		expect(await openGroup(database, group.id, now, coordinator)).toEqual({ ok: true });
		expect(await joinByCode(database, group.code, now)).toMatchObject({ ok: true });
		expect(await openGroup(database, 'nobody', now)).toEqual({ ok: false, missing: [] });
	});
});

describe('coaches', () => {
	it('come and go, but the last one of an open group stays', async () => {
		const group = await makeGroup('Coaches', [coach.id]);
		await openGroup(database, group.id, now);
		const place = { groupId: group.id, accountId: coach.id };
		expect(await removeCoach(database, coordinator, place, now)).toEqual({ ok: false, reason: 'last-coach' });
		await addCoach(database, coordinator, { groupId: group.id, accountId: other.id, until: '2026-12-01' }, now);
		expect(await removeCoach(database, coordinator, place, now), 'a substitute is no lasting coach').toMatchObject({ ok: false });
		await addCoach(database, coordinator, { groupId: group.id, accountId: other.id, until: null }, now);
		expect(await removeCoach(database, coordinator, place, now)).toEqual({ ok: true });
		expect(await findGroupForCoach(database, coach, group.id, 'see', now)).toBeNull();
		expect(await listGroupsThatNeed(database, other.id, now)).toContain('Coaches');
	});

	it('who stand in see the group to the last day and no longer', async () => {
		const group = await makeGroup('Substitution', [coach.id]);
		await addCoach(database, coordinator, { groupId: group.id, accountId: other.id, until: '2026-11-27' }, now);
		const sees = async (at: Date) => (await listGroupsOfCoach(database, other, at)).some(({ id }) => id === group.id);
		expect([await sees(now), await sees(days(2)), await sees(days(3))]).toEqual([true, true, false]);
		expect(await findGroupForCoach(database, other, group.id, 'manage', days(3))).toBeNull();
		expect(await forgetPastPlaces(database, '2026-12-27')).toBeGreaterThan(0);
	});

	it('whose account is closed lose their places, and get them back the same day', async () => {
		const leaving = await person('coach');
		const group = await makeGroup('Leaving', [leaving.id]);
		await endPlaces(database, leaving.id, true, '2026-11-25');
		expect(await listGroupsWithoutCoach(database, organisationId)).not.toContainEqual({ id: group.id, name: 'Leaving' });
		expect(await listGroupsOfCoach(database, leaving, now)).toEqual([]);
		await endPlaces(database, leaving.id, false, '2026-11-25');
		expect(await listGroupsOfCoach(database, leaving, now)).toHaveLength(1);
	});
});

describe('a group', () => {
	it('takes the set-up of its setting, and tells the later editor', async () => {
		const group = await makeGroup('Preset');
		expect(group).toMatchObject({ sharedPhones: true, languages: ['fr', 'en', 'nl', 'ar'], openedAt: null });
		const seen = { id: group.id, version: 1 };
		expect(await changeGroup(database, coordinator, seen, { handover: 'Mardi à 17 h.' }, now)).toEqual({ ok: true });
		expect(await changeGroup(database, coach, seen, { handover: 'x' }, now)).toEqual({ ok: false, reason: 'changed' });
		expect(await findGroupForCoach(database, coordinator, group.id)).toMatchObject({ handover: 'Mardi à 17 h.', version: 2 });
	});

	it('is listed with its coaches and peers, filtered and found', async () => {
		const group = await makeGroup('Liste 50%', [coach.id]);
		await person('peer-expert', 'renard', group.id);
		const { rows } = await listGroups(database, organisationId, query({}, '50%'), 25, now);
		expect(rows).toMatchObject([{ name: 'Liste 50%', coachIds: [coach.id], peers: 1 }]);
		const total = async (filters: Record<string, string>) =>
			(await listGroups(database, organisationId, query(filters), 25, now)).total;
		expect(await total({ setting: 'school' })).toBe(0);
		expect((await total({ state: 'open' })) + (await total({ state: 'preparing' })) + (await total({ state: 'closed' }))).toBe(
			await total({})
		);
		expect(await listGroups(database, 'elsewhere', query(), 25, now)).toEqual({ rows: [], total: 0 });
	});
});

describe('peer experts', () => {
	it('pause and come back without a reason', async () => {
		const group = await makeGroup('Peers');
		const peer = await person('peer-expert', 'loutre', group.id);
		await setPause(database, peer, peer, true, now);
		await setPause(database, peer, peer, true, now);
		expect(await listPeers(database, [group.id])).toMatchObject([{ name: 'loutre', pausedOn: '2026-11-25' }]);
		await setPause(database, peer, peer, false, now);
		expect((await listPeers(database, [group.id]))[0]?.pausedOn).toBeNull();
	});

	it('are erased with all that leads to them', async () => {
		const group = await makeGroup('Erased');
		const peer = await person('peer-expert', 'castor-canari', group.id);
		await setPause(database, peer, peer, true, now);
		expect(await erasePeer(database, coach, peer.id, now)).toEqual({ ok: true });
		expect(await listPeers(database, [group.id])).toEqual([]);
		const { rows } = await listAudit(database, organisationId, { sort: 'at', descending: true, page: 1, filters: {} }, 500);
		expect(rows.some(({ actorId, subjectId }) => actorId === peer.id || subjectId === peer.id)).toBe(false);
		expect(JSON.stringify(rows)).not.toContain('castor-canari');
		expect(rows[0]).toMatchObject({ act: 'peer-erase' });
	});

	it('who left are erased after thirty days, not before', async () => {
		const peer = await person('peer-expert', 'parti', (await makeGroup('Left')).id);
		await closeAccount(database, peer.id, now);
		expect(await forgetPeers(database, days(30))).toBe(0);
		expect(await forgetPeers(database, days(31))).toBe(1);
	});
});

describe('an import', () => {
	it('makes all groups, with their coaches', async () => {
		const text = '\ufeffname;setting;coaches\r\n"Groupe; Un";School;Nadia ali\r\nGroupe Deux;scouts;\r\n';
		expect(await importGroups(database, coordinator, text, now)).toMatchObject({ ok: true, groups: [{ row: 2 }, { row: 3 }] });
		const { rows } = await listGroups(database, organisationId, query({}, 'Groupe; Un'), 25, now);
		expect(rows[0]?.coachIds).toHaveLength(2);
	});

	it('with any fault makes nothing, and names every fault with its row', async () => {
		const before = (await listGroups(database, organisationId, query(), 25, now)).total;
		const text = [
			'name,setting,coaches',
			'Bon,school,',
			',school,',
			'Bon,prison,',
			'Groupe Deux,scouts,inconnu',
			'trop,peu',
			`${'x'.repeat(61)},other,`,
			'"ouvert,other,'
		].join('\n');
		const read = await importGroups(database, coordinator, text, now);
		expect(read.ok ? [] : read.problems.map(({ row, fault }) => `${row} ${fault}`)).toEqual([
			'3 name-missing',
			'4 name-twice',
			'4 setting',
			'5 name-taken',
			'5 coach',
			'6 columns',
			'7 name-long',
			'8 quote'
		]);
		expect((await listGroups(database, organisationId, query(), 25, now)).total).toBe(before);
	});

	it.each([
		['', 'empty'],
		['name,setting,coaches\n', 'empty'],
		['nom,lieu\nx,school,', 'heading'],
		['x'.repeat(200_001), 'too-long'],
		[`name,setting,coaches\n${'a,school,\n'.repeat(1_001)}`, 'too-long']
	])('of %# is refused as a whole', async (text, fault) => {
		const read = await importGroups(database, coordinator, text, now);
		expect(read.ok ? '' : read.problems[0]?.fault).toBe(fault);
	});
});

describe('answers to cards', () => {
	const card = { id: 'code g', rule: 'code' as const, print: 'x' };

	it('are kept once, counted once, and can be taken back', async () => {
		await answerCard(database, coach.id, card, 'wrong', '2026-11-25');
		await answerCard(database, coach.id, card, 'wrong', '2026-11-25');
		expect(await listAnswers(database, coach.id)).toEqual([
			{ card: 'code g', print: 'x', answer: 'wrong', answeredOn: '2026-11-25' }
		]);
		expect(await listTally(database)).toEqual([{ rule: 'code', answer: 'wrong', count: 1 }]);
		await takeBackAnswer(database, coach.id, card);
		expect(await listAnswers(database, coach.id)).toEqual([]);
		expect(await listTally(database)).toEqual([{ rule: 'code', answer: 'wrong', count: 0 }]);
	});

	it('are forgotten after ninety days', async () => {
		await answerCard(database, coach.id, card, 'done', '2026-08-26');
		expect(await forgetAnswers(database, '2026-11-24')).toBe(0);
		expect(await forgetAnswers(database, '2026-11-25')).toBe(1);
	});
});
