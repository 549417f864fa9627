// Who asks: every role inside and outside the organisation of the row's resource (`demo-tilleuls`, its group `demo-renard`), and
// those who are nobody yet. Each request comes with an authSession of its own, so that signing out in one row harms no other.
import { createHash, randomBytes } from 'node:crypto';
import type { Role, Stage } from '../../src/lib/auth/account';
import { createAccount } from '../../src/lib/auth/accounts.server';
import { authSessionTable } from '../../src/lib/auth/tables.server';
import type { Database } from '../../src/lib/database/database.server';
import { createGroup } from '../../src/lib/groups/groups.server';
import { createOrganisation } from '../../src/lib/groups/organisations.server';
import { createPlan } from '../../src/lib/planning/plans.server';

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
	peerId: string;
	/** A second peer expert of the group, whose account the rows may close. */
	leavingId: string;
	planId: string;
	/** An organisation that the rows may close. */
	organisationId: string;
	/** A cookie of a new authSession of this actor; null for nobody. */
	cookieOf(actor: Actor): Promise<string | null>;
}

const own = 'demo-tilleuls';
const elsewhere = 'demo-canal';

/** Makes the accounts and the group in a demo's database. */
export async function makeCast(accounts: Database, now: Date): Promise<Cast> {
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
		{ organisationId: own, name: 'Matrix', setting: 'shelter', coachIds: [coach.id] },
		now
	);
	const peer = await make('peer expert', 'peer-expert', own, groupId);
	const leaving = { username: 'matrix leaving', name: 'leaving', role: 'peer-expert', organisationId: own, groupId } as const;
	const { id: leavingId } = await createAccount(accounts, { ...leaving, passphraseHash: 'none' }, now);
	const plan = { on: '2099-01-01', starts: '16:30', kit: 'le-groupe-s-enflamme', coachPresent: true, booster: null, intensity: 2 };
	const planId = await createPlan(accounts, groupId, plan);
	const organisationId = await createOrganisation(accounts, { name: 'Matrix' }, now);
	const actors: Actor[] = [
		{ name: 'nobody', id: null, role: null, stage: null },
		await make('half-way', 'coordinator', own, null, 'second-factor'),
		await make('setting-up', 'coordinator', own, null, 'set-up'),
		peer,
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
	return { actors, groupId, peerId: peer.id, leavingId, planId, organisationId, cookieOf: (actor) => makeCookie(accounts, actor) };
}

async function makeCookie(accounts: Database, { id, role, stage }: Actor): Promise<string | null> {
	if (id === null || role === null || stage === null) return null;
	const cookie = randomBytes(25).toString('base64url');
	const now = new Date();
	const row = {
		idHash: createHash('sha256').update(cookie).digest('hex'),
		deviceId: randomBytes(12).toString('base64url'),
		...{ accountId: id, role, stage, device: 'unknown', createdAt: now, usedAt: now }
	} as const;
	await accounts.write((tx) => tx.insert(authSessionTable).values(row));
	return cookie;
}
