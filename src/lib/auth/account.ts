// Who signs in: only people with a responsibility. A young person who takes modules never has an account.

export const roles = ['peer-expert', 'coach', 'coordinator', 'network-admin'] as const;

export type Role = (typeof roles)[number];

export interface Account {
	readonly id: string;
	readonly role: Role;
	/** The name on the account's own screens: a pseudonym for a peer expert, a first name for an adult. */
	readonly name: string;
	readonly organisationId: string;
	/** Of a peer expert: the group they stand by. Null for adults, whose groups are another matter. */
	readonly groupId: string | null;
}

/** Roles that can't work without a second factor: they see more than one group, and sign for it. */
export const secondFactorRoles: readonly Role[] = ['coordinator', 'network-admin'];

/**
 * How far a sign-in has come. `second-factor`: the passphrase was right, the second step is missing. `set-up`: the role
 * needs a second factor and the account has none yet. Only `full` opens a work page.
 */
export const stages = ['second-factor', 'set-up', 'full'] as const;
export type Stage = (typeof stages)[number];

const minute = 60_000;
const hour = 60 * minute;

/** How long an authSession lives in milliseconds: without a request, and at most. */
export interface Lifetime {
	idle: number;
	absolute: number;
}

/** An adult's ends with the working day. A peer expert, on an own phone and with little to see, isn't asked every half hour. */
const staff: Lifetime = { idle: 30 * minute, absolute: 12 * hour };
const lifetimes: Record<Role, Lifetime> = {
	'peer-expert': { idle: 12 * hour, absolute: 7 * 24 * hour },
	coach: staff,
	coordinator: staff,
	'network-admin': staff
};

/** A sign-in that stopped half-way is soon begun anew; setting up a second factor may take a walk to the phone. */
const unfinished: Record<Exclude<Stage, 'full'>, Lifetime> = {
	'second-factor': { idle: 10 * minute, absolute: 10 * minute },
	'set-up': { idle: 30 * minute, absolute: hour }
};

export interface AuthSessionTimes {
	role: Role;
	stage: Stage;
	createdAt: Date;
	usedAt: Date;
}

/** The limits of an authSession, by who signed in and how far. */
export function lifetimeOf({ role, stage }: Pick<AuthSessionTimes, 'role' | 'stage'>): Lifetime {
	return stage === 'full' ? lifetimes[role] : unfinished[stage];
}

/** What is left of an authSession in milliseconds; zero or less means that it is over. */
export function remainingLifetime(authSession: AuthSessionTimes, now: Date): number {
	const { idle, absolute } = lifetimeOf(authSession);
	const idleEnd = authSession.usedAt.getTime() + idle;
	const absoluteEnd = authSession.createdAt.getTime() + absolute;
	return Math.min(idleEnd, absoluteEnd) - now.getTime();
}

/** The form in which a username is stored and compared: people type capitals and spaces without meaning them. */
export function normaliseUsername(typed: string): string {
	return typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
