// Fills an empty data folder with the fictional demo. Counts first, people and groups last and all at once: a seeding that is
// cut short leaves a folder without accounts, and the next one completes it without counting anything twice.
import { organisationTable } from '../lib/groups/tables.server';
import { planTable } from '../lib/planning/tables.server';
import { attendanceTable, trainingDayTable } from '../lib/training/tables.server';
import { usualHours } from '../lib/training/training-day';
import type { Graph } from '../lib/content/graph';
import { createAccount } from '../lib/auth/accounts.server';
import { hashPassphrase } from '../lib/auth/passphrase.server';
import { accountTable } from '../lib/auth/tables.server';
import type { Database, Transaction } from '../lib/database/database.server';
import { createGroup } from '../lib/groups/groups.server';
import { createOrganisation } from '../lib/groups/organisations.server';
import { addDays, dayOf } from '../lib/i18n/day';
import { formatCode } from '../lib/groups/code';
import { markDemo, type Instance } from '../lib/ops/instance.server';
import { giveMandate } from '../lib/ops/mandates.server';
import { recordParticipation } from '../lib/voices/participation.server';
import { participationCountTable } from '../lib/voices/tables.server';
import { accounts, groups, moduleSlug, organisations, plans, safeguarding, trainingDays, type DemoGroup } from './demo-data';
import { giveDemoBadges } from './demo-badges';
import { seedPaths } from './demo-paths';
import { giveDemoSecondSteps } from './demo-second-step';
import { seedVoices } from './demo-voices';
import { demoEventId, inventPlays, seededRandom, type Random } from './demo-plays';

/** What is spoken in the demo's groups; the languages of the counts. */
const spoken = ['fr', 'fr', 'fr', 'en', 'nl', 'ar'];

export class SeedError extends Error {
	override readonly name = 'SeedError';
	constructor(
		what: string,
		readonly remedy: string
	) {
		super(`${what} ${remedy}`);
	}
}

/** The demo's codes and sign-ins, ready to print. */
export const demoSignIns = [
	'  Demo: every group and number is invented. Group codes:',
	...groups.map(({ name, code, plays }) => `    ${formatCode(code)}   ${name} (${plays} plays)`),
	'  Sign in at /fr/sign-in:',
	...accounts.map(({ username, passphrase, role }) => `    ${username} / ${passphrase}   (${role})`),
	''
].join('\n');

/** True when the data folder holds no organisation, no account and no count that a demo didn't make: only that may be seeded. */
export async function isEmpty({ accounts, voices, demo }: Pick<Instance, 'accounts' | 'voices' | 'demo'>): Promise<boolean> {
	const organisation = await accounts.read.select({ id: organisationTable.id }).from(organisationTable).limit(1);
	const account = await accounts.read.select({ id: accountTable.id }).from(accountTable).limit(1);
	const counted = demo ? [] : await voices.read.select().from(participationCountTable).limit(1);
	return organisation.length + account.length + counted.length === 0;
}

/** Seeds the demo and marks the instance as one. Throws SeedError (its message says the remedy) on a folder that isn't empty. */
export async function seedDemo(instance: Instance, now: Date): Promise<void> {
	const { dataDir } = instance.settings;
	if (!(await isEmpty(instance))) {
		const remedy = 'Set DATA_DIR to another folder, or move this one away: the demo never mixes with real groups.';
		throw new SeedError(`The data folder ${dataDir} already holds accounts, groups or counts.`, remedy);
	}
	await markDemo(instance);
	await seedPlays(instance.voices, await compileDemoModule(), now);
	await seedVoices(instance.voices, now);
	await seedPeople(instance.accounts, now);
	await giveDemoBadges(instance.accounts, now);
	await giveDemoSecondSteps(instance, now);
}

async function seedPlays(voices: Database, graph: Graph, now: Date): Promise<void> {
	for (const [index, group] of groups.entries()) {
		const random = seededRandom(2013 + index);
		const recorded = [];
		for (let device = 0; device < group.plays; device += 1)
			recorded.push(...recordDevice(voices, graph, group, device, random, now));
		await Promise.all(recorded);
	}
}

function recordDevice(voices: Database, graph: Graph, group: DemoGroup, device: number, random: Random, now: Date) {
	const locale = spoken[Math.floor(random() * spoken.length)] ?? 'fr';
	const { id: groupId, organisationId } = group;
	const common = { groupId, organisationId, module: moduleSlug, version: graph.version, locale };
	return inventPlays(graph, random).map((event, index) =>
		recordParticipation(voices, { id: demoEventId(`${groupId} ${device} ${index}`), ...common, ...event }, now)
	);
}

async function seedPeople(database: Database, now: Date): Promise<void> {
	const hashes = await Promise.all(accounts.map(({ passphrase }) => hashPassphrase(passphrase)));
	await database.write(async (tx) => {
		const all: Pick<Database, 'write'> = { write: (work) => work(tx) };
		for (const organisation of organisations) await createOrganisation(all, organisation, now);
		await tx.update(organisationTable).set(safeguarding);
		await giveMandate(all, null, { country: 'BE', organisationId: 'demo-tilleuls' }, now);
		const ids = new Map<string, string>();
		for (const [index, { username, name, role, organisationId, groupId }] of accounts.entries()) {
			const account = { username, name, role, organisationId, groupId, passphraseHash: hashes[index] ?? '' };
			ids.set(username, (await createAccount(all, account, now)).id);
		}
		for (const { id, name, setting, organisationId, code, coach } of groups)
			await createGroup(all, { id, name, setting, organisationId, code, coachIds: [ids.get(coach) ?? ''], opened: true }, now);
		await seedDates(tx, ids, dayOf(now));
		await seedPaths(tx, ids, dayOf(now));
	});
}

async function seedDates(tx: Transaction, ids: Map<string, string>, today: string): Promise<void> {
	for (const [index, { days, ...plan }] of plans.entries()) {
		const row = { id: `demo-plan-${index}`, on: addDays(today, days), starts: '16:30', kit: moduleSlug, intensity: 2 };
		await tx.insert(planTable).values({ ...row, ...plan });
	}
	const experts = accounts.filter(({ role, organisationId }) => role === 'peer-expert' && organisationId === 'demo-tilleuls');
	for (const [index, { days, ...day }] of trainingDays.entries()) {
		const id = `demo-day-${index}`;
		const row = {
			id,
			organisationId: 'demo-tilleuls',
			on: addDays(today, days),
			...usualHours,
			place: 'Salle des Tilleuls (démo)'
		};
		await tx.insert(trainingDayTable).values({ ...row, ...day, createdAt: new Date(`${today}T09:00:00Z`) });
		const listed = day.young === null ? experts.slice(0, 1) : experts;
		for (const { username } of listed) await tx.insert(attendanceTable).values({ dayId: id, accountId: ids.get(username) ?? '' });
	}
}

/** The graph of the demo's module. Imported here only: the compiler isn't needed to start an instance that is seeded. */
async function compileDemoModule(): Promise<Graph> {
	const { compileAll } = await import('../lib/content/locate');
	const found = compileAll('content/modules').find(({ slug }) => slug === moduleSlug)?.modules?.fr;
	if (found) return found.graph;
	throw new SeedError(`content/modules/${moduleSlug} is missing or can't be read.`, 'Look at it with: npm run content:check');
}
