// The steps of a way in a real database: written, counted, taken back, signed for, revoked, erased and forgotten.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../auth/account';
import { createAccount } from '../auth/accounts.server';
import { openDatabase, type Database } from '../database/database.server';
import { createGroup } from '../groups/groups.server';
import { createOrganisation } from '../groups/organisations.server';
import { erasePeer } from '../groups/peers.server';
import { listAudit } from '../ops/audit.server';
import { trainingDayTable } from '../training/tables.server';
import { changeTrainingDay, createTrainingDay } from '../training/training-days.server';
import { findBadge, listAwards } from './badges.server';
import { stateOf } from './badge';
import { countCertified, revokeCertificate, signCertificate } from './certificates.server';
import { unitsOf } from '../content/training';
import { followPath, listMissing } from './path';
import { forgetEvidence, readPath, readPaths, type OnThePath } from './path-facts.server';
import {
	acceptCharter,
	agree,
	claimMeeting,
	noteConfirmation,
	noteWellbeing,
	rate,
	recordUnit,
	signMeeting
} from './path-steps.server';
import { checkPoster } from './poster';
import { approvePoster, findPoster, savePoster } from './posters.server';
import { behaviours, type Level, type Ratings } from './rubric';

const now = new Date('2026-11-25T10:00:00Z');
const today = '2026-11-25';
const all = (level: Level) => Object.fromEntries(behaviours.map((each) => [each, level])) as Ratings;
let folder: string;
let database: Database;
let coach: Account;
let coordinator: Account;
let expert: Account;
let groupId: string;
let person: OnThePath;
let made = 0;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'relais-paths-'));
	database = await openDatabase({ file: join(folder, 'accounts.db'), migrations: 'drizzle/accounts', secureDelete: true });
	const organisationId = await createOrganisation(database, { name: 'Démo' }, now);
	const make = (role: 'coach' | 'coordinator', name: string) =>
		createAccount(database, { username: name, name, role, organisationId, passphraseHash: '' }, now);
	coach = await make('coach', 'coach');
	coordinator = await make('coordinator', 'coordinator');
	const wanted = { organisationId, name: 'Groupe', setting: 'shelter' as const, coachIds: [coach.id], opened: true };
	groupId = (await createGroup(database, wanted, now)).id;
	for (const [on, programme] of [
		['2026-10-01', 'day-1'],
		['2026-10-15', 'day-2']
	] as const)
		await createTrainingDay(database, coordinator, { on, starts: '09:30', ends: '16:00', place: 'Salle', programme }, now);
});

beforeEach(async () => {
	const { organisationId } = coach;
	const username = `renard ${made++}`;
	const wanted = { username, name: username, role: 'peer-expert' as const, organisationId, groupId, passphraseHash: '' };
	expert = await createAccount(database, wanted, now);
	person = { id: expert.id, achievement: 'peer-expert', paused: false };
});

afterAll(async () => {
	await database.close();
	await rm(folder, { recursive: true });
});

const missing = async () => listMissing((await readPath(database, person, today)).facts, today);
const meeting = { on: '2026-11-01', kit: 'aider' };

/** Everything but the training days of which `days` are attended. */
async function walk(days = 2): Promise<void> {
	await noteWellbeing(database, coach, expert.id, '2026-09-01', now);
	await acceptCharter(database, expert.id, true, today);
	for (const unit of unitsOf['peer-expert']) await recordUnit(database, expert.id, { unit, passed: true, checked: true }, today);
	for (const on of ['2026-11-01', '2026-11-08']) {
		await claimMeeting(database, expert.id, { on, kit: 'aider' }, true);
		await signMeeting(database, coach, expert.id, { on, kit: 'aider', signed: true }, now);
	}
	await rate(database, expert.id, 'own', all('alone'));
	await rate(database, expert.id, 'coach', all('with-help'));
	await agree(database, coach, expert.id, all('with-help'), now);
	const rows = await database.read.select().from(trainingDayTable).orderBy(trainingDayTable.on);
	for (const { id, version } of rows.slice(0, days))
		await changeTrainingDay(database, coordinator, { id, version }, { young: 1, adults: 1, attended: [expert.id] }, now);
}

describe('the steps', () => {
	it('are all missing at the start, and all done at the end', async () => {
		expect(await missing()).toHaveLength(8);
		await walk();
		expect(await missing()).toEqual([]);
	});

	it('of a unit stay reached whatever a later play was', async () => {
		await recordUnit(database, expert.id, { unit: 'P4', passed: false, checked: false }, '2026-11-01');
		expect((await readPath(database, person, today)).facts.units).toEqual([
			expect.objectContaining({ completedOn: '2026-11-01', passedOn: null, checkedOn: null })
		]);
		await recordUnit(database, expert.id, { unit: 'P4', passed: true, checked: true }, '2026-11-02');
		await recordUnit(database, expert.id, { unit: 'P4', passed: false, checked: false }, '2026-11-03');
		const [unit] = (await readPath(database, person, today)).facts.units;
		expect(unit).toMatchObject({ completedOn: '2026-11-03', passedOn: '2026-11-02', checkedOn: '2026-11-02' });
	});

	it('can be taken back', async () => {
		await walk();
		await acceptCharter(database, expert.id, false, today);
		await noteWellbeing(database, coach, expert.id, null, now);
		await signMeeting(database, coach, expert.id, { on: '2026-11-08', kit: 'aider', signed: false }, now);
		await claimMeeting(database, expert.id, { on: '2026-11-08', kit: 'aider' }, false);
		await agree(database, coach, expert.id, null, now);
		expect(await missing()).toEqual(['wellbeing', 'charter', 'meetings', 'rubric']);
	});

	it('of a meeting count once signed, and a signed one is not taken back by its leader', async () => {
		expect(await signMeeting(database, coach, expert.id, { ...meeting, signed: true }, now)).toBe(false);
		await claimMeeting(database, expert.id, meeting, true);
		await claimMeeting(database, expert.id, meeting, true);
		expect((await readPath(database, person, today)).facts.meetings).toEqual([]);
		expect(await signMeeting(database, coach, expert.id, { ...meeting, signed: true }, now)).toBe(true);
		await claimMeeting(database, expert.id, meeting, false);
		expect((await readPath(database, person, today)).facts.meetings).toEqual([meeting.on]);
	});

	it('of the rubric wait for both, and stay as they were rated', async () => {
		expect(await agree(database, coach, expert.id, all('alone'), now)).toBe(false);
		expect(await rate(database, expert.id, 'own', all('not-yet'))).toBe(true);
		expect(await rate(database, expert.id, 'own', all('alone'))).toBe(true);
		expect(await agree(database, coach, expert.id, all('alone'), now)).toBe(false);
		expect(await rate(database, expert.id, 'coach', all('with-help'))).toBe(true);
		expect(await rate(database, expert.id, 'own', all('not-yet'))).toBe(false);
		expect(await agree(database, coach, expert.id, all('not-yet'), now)).toBe(true);
		expect((await readPath(database, person, today)).facts.rubricOn).toBeNull();
		expect(await agree(database, coach, expert.id, all('alone'), now)).toBe(true);
		expect((await readPath(database, person, today)).facts.rubricOn).toBe(today);
	});

	it('of a coach hold a role, never a document', async () => {
		const own: OnThePath = { id: coach.id, achievement: 'coach', paused: false };
		await noteConfirmation(database, coordinator, coach.id, { on: '2026-11-01', role: 'board' }, now);
		expect(await readPath(database, own, today)).toMatchObject({ details: { confirmation: 'board' } });
		await noteConfirmation(database, coordinator, coach.id, null, now);
		expect((await readPath(database, own, today)).facts.dates).toEqual({});
	});
});

describe('a certificate', () => {
	it('is refused as long as a step is missing, and nothing is issued', async () => {
		await walk(1);
		expect(await signCertificate(database, coordinator, person, 'line', now)).toEqual({
			...{ ok: false, reason: 'not-ready' },
			missing: ['days']
		});
		expect(await listAwards(database, expert.id)).toEqual([]);
	});

	it('is refused during a break and to an erased account', async () => {
		await walk();
		expect(await signCertificate(database, coordinator, { ...person, paused: true }, 'line', now)).toMatchObject({ ok: false });
		await erasePeer(database, coordinator, expert.id, now);
		expect(await signCertificate(database, coordinator, person, 'line', now)).toMatchObject({ ok: false });
		expect(await readPath(database, person, today)).toMatchObject({ meetings: [], badgeId: null });
	});

	it('is signed once, shows in the group without a name, and is revoked with a reason in the log', async () => {
		await walk();
		const before = (await countCertified(database, [groupId], now)).get(groupId) ?? 0;
		const signed = await signCertificate(database, coordinator, person, 'line', now);
		if (!signed.ok) throw new Error(signed.reason);
		expect(await signCertificate(database, coordinator, person, 'line', now)).toMatchObject({ reason: 'not-ready' });
		expect((await countCertified(database, [groupId], now)).get(groupId)).toBe(before + 1);
		expect(followPath((await readPath(database, person, today)).facts, today)).toMatchObject({
			certified: true,
			purpose: 'none'
		});

		const held = { accountId: expert.id, badgeId: signed.badge.id };
		expect(await revokeCertificate(database, coordinator, { ...held, accountId: coach.id }, 'asked', now)).toBe(false);
		expect(await revokeCertificate(database, coordinator, held, 'conditions', now)).toBe(true);
		expect((await countCertified(database, [groupId], now)).get(groupId) ?? 0).toBe(before);
		expect(await missing()).toEqual(['wellbeing', 'rubric']);
		const query = { sort: 'at' as const, descending: true, page: 1, filters: { act: 'revoked-conditions' } };
		expect((await listAudit(database, coach.organisationId, query, 10)).rows[0]).toMatchObject({
			subject: '',
			subjectId: expert.id
		});
	});

	it('stays valid when its holder is erased, and nothing of the way stays', async () => {
		await walk();
		await savePoster(database, expert.id, { place: 'Le canapé', times: 'Mardi' });
		const signed = await signCertificate(database, coordinator, person, 'line', now);
		if (!signed.ok) throw new Error(signed.reason);
		await erasePeer(database, coordinator, expert.id, now);
		const badge = await findBadge(database, signed.badge.id);
		expect(badge && stateOf(badge, now)).toBe('valid');
		for (const table of ['award', 'unit_done', 'path_date', 'led_meeting', 'rubric', 'poster', 'attendance']) {
			const rows = await database.read.values(`select 1 from "${table}" where account_id = '${expert.id}'`);
			expect(rows, table).toEqual([]);
		}
	});

	it('is renewed by two units and a meeting, three months before its end', async () => {
		await walk();
		await signCertificate(database, coordinator, person, 'line', now);
		const later = new Date('2028-09-10T10:00:00Z');
		expect(await signCertificate(database, coordinator, person, 'line', later)).toMatchObject({
			missing: ['again-units', 'again-meeting']
		});
		for (const unit of ['P4', 'P5'] as const)
			await recordUnit(database, expert.id, { unit, passed: true, checked: true }, '2028-09-01');
		await claimMeeting(database, expert.id, { on: '2028-05-05', kit: 'aider' }, true);
		await signMeeting(database, coach, expert.id, { on: '2028-05-05', kit: 'aider', signed: true }, later);
		expect(await signCertificate(database, coordinator, person, 'line', later)).toMatchObject({ ok: true });
		expect(await listAwards(database, expert.id)).toHaveLength(2);
		expect((await readPath(database, person, '2028-09-10')).facts.award).toMatchObject({ validUntil: '2030-09' });
	});
});

it('evidence goes when it no longer counts', async () => {
	await walk();
	expect(await forgetEvidence(database, today)).toBe(0);
	await forgetEvidence(database, '2028-11-26');
	const { facts } = await readPath(database, person, today);
	expect(facts).toMatchObject({ units: [], meetings: [], rubricOn: null, dates: {} });
});

it('many people are read at once, each their own', async () => {
	await walk();
	const paths = await readPaths(database, [person, { id: coach.id, achievement: 'coach', paused: false }], today);
	expect(paths.get(person.id)?.facts.units).toHaveLength(7);
	expect(paths.get(coach.id)?.facts.units).toEqual([]);
	expect(await readPaths(database, [], today)).toEqual(new Map());
});

describe('the words of a poster', () => {
	it.each([
		['Le canapé rouge', 'Mardi, 17 h', []],
		['x', 'Mardi', ['place']],
		['Chambre', 'y'.repeat(61), ['times']],
		['snap: renard', 'Mardi', ['place']],
		['a@b.be', '0470 12 34 56', ['place', 'times']],
		['https://exemple.be', 'Mardi', ['place']]
	])('%s, %s', (place, times, wrong) => {
		const checked = checkPoster({ place, times });
		expect(checked.ok ? [] : checked.wrong).toEqual(wrong);
	});

	it('wait for the coach, again after each change', async () => {
		const words = { place: 'Le canapé', times: 'Mardi' };
		expect(await findPoster(database, expert.id)).toBeNull();
		await savePoster(database, expert.id, words);
		expect(await approvePoster(database, coach, expert.id, { ...words, place: 'Autre', approved: true }, now)).toBe(false);
		expect(await approvePoster(database, coach, expert.id, { ...words, approved: true }, now)).toBe(true);
		await savePoster(database, expert.id, words);
		expect((await findPoster(database, expert.id))?.approvedOn).toBe(today);
		await savePoster(database, expert.id, { ...words, times: 'Jeudi' });
		expect((await findPoster(database, expert.id))?.approvedOn).toBeNull();
	});
});
