// Who signs in: only people with a responsibility. A young person who takes modules never has an account.

export const roles = ['peer-expert', 'coach', 'coordinator', 'network-admin'] as const;

export type Role = (typeof roles)[number];

export interface Account {
	readonly id: string;
	readonly role: Role;
	/** The name on the account's own screens: a pseudonym for a peer expert, a first name for an adult. */
	readonly name: string;
	readonly organisationId: string;
}

/** How long an authSession lives without a request, in milliseconds. */
export const idleLifetime = 30 * 60_000;

/** How long an authSession lives at most, in milliseconds: a working day, so nobody stays signed in overnight. */
export const absoluteLifetime = 12 * 3_600_000;

/** What is left of an authSession in milliseconds; zero or less means that it is over. */
export function remainingLifetime(authSession: { createdAt: Date; usedAt: Date }, now: Date): number {
	const idleEnd = authSession.usedAt.getTime() + idleLifetime;
	const absoluteEnd = authSession.createdAt.getTime() + absoluteLifetime;
	return Math.min(idleEnd, absoluteEnd) - now.getTime();
}

/** The form in which a username is stored and compared: people type capitals and spaces without meaning them. */
export function normaliseUsername(typed: string): string {
	return typed.normalize('NFKC').trim().toLowerCase();
}
