// What lets a page of the host, the coach or the screen speak for them: signed, for one live, over with it. The page of a host
// holds it in memory (it is no cookie), so signing out or leaving the page ends it; it says a role and no account.
import { createHmac, timingSafeEqual } from 'node:crypto';

const roles = ['host', 'coach', 'screen'] as const;
export type StaffRole = (typeof roles)[number];

/** A token that opens one live in one role until `expiresAt` (milliseconds since 1970). */
export function signStaffToken(secret: string, role: StaffRole, liveId: string, expiresAt: number): string {
	const said = `${role}.${liveId}.${expiresAt.toString(36)}`;
	return `${said}.${sign(secret, said)}`;
}

/** The role that a token gives in this live now; null for any other, altered or old token. */
export function readStaffToken(secret: string, token: string, liveId: string, now: number): StaffRole | null {
	const [role = '', id = '', expires = '', signature = ''] = token.slice(0, 200).split('.');
	const expected = Buffer.from(sign(secret, `${role}.${id}.${expires}`));
	const given = Buffer.from(signature);
	if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
	if (id !== liveId || parseInt(expires, 36) <= now) return null;
	return roles.find((each) => each === role) ?? null;
}

function sign(secret: string, said: string): string {
	return createHmac('sha256', `live staff ${secret}`).update(said).digest('base64url');
}
