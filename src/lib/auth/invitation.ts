// An invitation: a link that makes one account, or gives one account a new access, once. Whoever holds the link is believed,
// so it lives 72 hours, is stored as a hash, and says nothing about the person it is for.
import type { Role } from './account';

/** How long a link works, in milliseconds. */
export const invitationLifetime = 72 * 3_600_000;

/** How long an ended one stays listed, in milliseconds. */
export const invitationMemory = 90 * 86_400_000;

/** Two per group (mission: two young people in each). */
export const peerExpertsPerGroup = 2;

export interface Invitation {
	readonly id: string;
	readonly role: Role;
	readonly organisationId: string;
	readonly groupId: string | null;
	/** Set where an account that exists gets a new access. */
	readonly accountId: string | null;
	readonly invitedBy: string | null;
	readonly createdAt: Date;
	readonly expiresAt: Date;
	readonly usedAt: Date | null;
	readonly withdrawnAt: Date | null;
}

export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired';

/** What became of an invitation. The instant at which it expires is too late. */
export function stateOfInvitation(
	{ usedAt, withdrawnAt, expiresAt }: Pick<Invitation, 'usedAt' | 'withdrawnAt' | 'expiresAt'>,
	now: Date
): InvitationState {
	if (usedAt !== null) return 'used';
	if (withdrawnAt !== null) return 'withdrawn';
	return now < expiresAt ? 'open' : 'expired';
}

/** True for the shape of what a link holds: 32 random bytes in base64url. */
export function isInvitationToken(value: string): boolean {
	return /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/.test(value);
}

/**
 * The path of the page that a link opens. The token stands behind the #, which browsers keep to themselves: no server log, proxy
 * or preview in a chat gets it.
 */
export function invitationPath(locale: string, token: string): string {
	return `/${locale}/invitation#${token}`;
}

/** The token in what somebody pasted: a whole link, or what follows its #. Not judged yet. */
export function readInvitationLink(pasted: string): string {
	return pasted.slice(pasted.lastIndexOf('#') + 1).trim();
}
