// Who asks: every role inside and outside the organisation of the row's resource (`demo-tilleuls`, its group `demo-renard`), and
// those who are nobody yet. Each request comes with an authSession of its own, so that signing out in one row harms no other.
import { createHash, randomBytes } from 'node:crypto';
import type { Role, Stage } from '../../src/lib/auth/account';
import { createAccount } from '../../src/lib/auth/accounts.server';
import { inviteAccount } from '../../src/lib/auth/invitations.server';
import { authSessionTable } from '../../src/lib/auth/tables.server';
import { issueBadge, listOwnBadges } from '../../src/lib/certification/badges.server';
import type { Database } from '../../src/lib/database/database.server';
import { createGroup } from '../../src/lib/groups/groups.server';
import { createOrganisation } from '../../src/lib/groups/organisations.server';
import { createLive } from '../../src/lib/live/lives.server';
import type { Plan } from '../../src/lib/live/plan';
import type { Instance } from '../../src/lib/ops/instance.server';
import { planTable } from '../../src/lib/planning/tables.server';
import { trainingDayTable } from '../../src/lib/training/tables.server';
import { draftConsultation } from '../../src/lib/voices/consultations.server';

export const actorNames = [
	...(['nobody', 'half-way', 'setting-up'] as const),
	...(['peer expert', 'peer expert beside', 'peer expert elsewhere'] as const),
	...(['coach', 'coach beside', 'coach elsewhere'] as const),
	...(['coordinator', 'coordinator elsewhere'] as const),
	...(['network admin', 'network admin elsewhere'] as const)
] as const;
export type ActorName = (typeof actorNames)[number];

export interface Actor {
	name: ActorName;
	/** Null for nobody. */
	id: string | null;
	role: Role | null;
	stage: Stage | null;
}

export interface Cast {
	actors: Actor[];
	/** The group of the rows, and what hangs on it. */
	groupId: string;
	/** One without groups: a network admin may close it and disturb nobody. */
	otherOrganisation: string;
	/** Fresh ones of the rows' organisation or group, by id: an answer may use them up. */
	makeAccount(role: Role, organisationId?: string): Promise<string>;
	makeInvitation(): Promise<string>;
	makePlan(): Promise<string>;
	makeDay(): Promise<string>;
	makeConsultation(): Promise<string>;
	makeLive(): Promise<string>;
	/** A badge of the cast's own peer expert. */
	makeBadge(): Promise<string>;
	/** A cookie of a new authSession of this actor; null for nobody. */
	cookieOf(actor: Actor): Promise<string | null>;
}

const own = 'demo-tilleuls';
const elsewhere = 'demo-canal';

/** Makes the accounts and the group in a demo's databases. */
export async function makeCast(
	{ accounts, voices, live }: Pick<Instance, 'accounts' | 'voices' | 'live'>,
	now: Date
): Promise<Cast> {
	const make = async (
		name: ActorName,
		role: Role,
		organisationId: string,
		groupId: string | null = null,
		stage: Stage = 'full'
	) => {
		const wanted = { username: `matrix ${name}`, name, role, organisationId, groupId, passphraseHash: 'none' };
		return { name, id: (await createAccount(accounts, wanted, now)).id, role, stage };
	};
	const coach = await make('coach', 'coach', own);
	const { id: groupId } = await createGroup(
		accounts,
		{ organisationId: own, name: 'Matrix', setting: 'shelter', coachIds: [coach.id], opened: true },
		now
	);
	const actors: Actor[] = [
		{ name: 'nobody', id: null, role: null, stage: null },
		await make('half-way', 'coordinator', own, null, 'second-factor'),
		await make('setting-up', 'coordinator', own, null, 'set-up'),
		await make('peer expert', 'peer-expert', own, groupId),
		await make('peer expert beside', 'peer-expert', own, 'demo-chouette'),
		await make('peer expert elsewhere', 'peer-expert', elsewhere, 'demo-castor'),
		coach,
		await make('coach beside', 'coach', own),
		await make('coach elsewhere', 'coach', elsewhere),
		await make('coordinator', 'coordinator', own),
		await make('coordinator elsewhere', 'coordinator', elsewhere),
		await make('network admin', 'network-admin', own),
		await make('network admin elsewhere', 'network-admin', elsewhere)
	];
	const otherOrganisation = await createOrganisation(accounts, { name: 'Matrix' }, now);
	const newId = () => randomBytes(12).toString('base64url');
	const day = { starts: '10:00', on: '2035-01-10' };
	return {
		actors,
		groupId,
		otherOrganisation,
		async makeAccount(role, organisationId = own) {
			const username = `spare ${newId()}`;
			const spare = { username, name: 'Spare', role, organisationId, passphraseHash: 'none' };
			return (await createAccount(accounts, { ...spare, groupId: role === 'peer-expert' ? groupId : null }, now)).id;
		},
		async makeInvitation() {
			const wanted = { role: 'peer-expert', organisationId: own, groupId, by: null } as const;
			return (await inviteAccount(accounts, wanted, new Date())).id;
		},
		async makePlan() {
			const id = newId();
			const row = {
				id,
				groupId,
				...day,
				kit: 'le-groupe-s-enflamme',
				intensity: 2,
				coachPresent: true,
				state: 'planned'
			} as const;
			await accounts.write((tx) => tx.insert(planTable).values(row));
			return id;
		},
		async makeDay() {
			const id = newId();
			const row = {
				id,
				organisationId: own,
				...day,
				ends: '16:00',
				place: 'Matrix',
				programme: 'day-1',
				createdAt: now
			} as const;
			await accounts.write((tx) => tx.insert(trainingDayTable).values(row));
			return id;
		},
		makeConsultation: () => draftConsultation(voices, { organisationId: own, country: 'BE' }),
		async makeLive() {
			const plan: Plan = { kit: 'aider', duration: 45, surface: 'screen', coachPresent: true, instrument: false, lines: false };
			return (await createLive(live, { groupId, organisationId: own, plan }, Date.now())).id;
		},
		async makeBadge() {
			const holder = actors.find(({ name }) => name === 'peer expert')?.id ?? '';
			const [held] = await listOwnBadges(accounts, holder);
			if (held) return held.badge.id;
			const by = { id: coach.id, organisationId: own };
			const wanted = { accountId: holder, achievement: 'peer-expert', issuer: null, nameMode: 'committed', by } as const;
			const issued = await issueBadge(accounts, wanted, now);
			return issued.ok ? issued.badge.id : '';
		},
		cookieOf: (actor) => makeCookie(accounts, actor)
	};
}

async function makeCookie(accounts: Database, { id, role, stage }: Actor): Promise<string | null> {
	if (id === null || role === null || stage === null) return null;
	const cookie = randomBytes(25).toString('base64url');
	const now = new Date();
	const row = {
		idHash: createHash('sha256').update(cookie).digest('hex'),
		deviceId: randomBytes(12).toString('base64url'),
		accountId: id,
		role,
		stage,
		device: 'unknown' as const,
		createdAt: now,
		usedAt: now
	};
	await accounts.write((tx) => tx.insert(authSessionTable).values(row));
	return cookie;
}
