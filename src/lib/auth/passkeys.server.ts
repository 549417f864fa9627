// Passkeys (WebAuthn): the one file that knows SimpleWebAuthn's server half. A passkey is asked to check its owner (finger,
// face, code of the device), so it is two factors by itself: it signs in alone, or answers the second step.
import { randomBytes } from 'node:crypto';
import {
	generateAuthenticationOptions,
	generateRegistrationOptions,
	verifyAuthenticationResponse,
	verifyRegistrationResponse,
	type AuthenticationResponseJSON,
	type RegistrationResponseJSON
} from '@simplewebauthn/server';
import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import type { Account } from './account';
import { findAccount } from './accounts.server';
import type { ChallengePurpose } from './challenge';
import { parseCredential } from './credential';
import type { Device } from './device';
import { maySpare } from './second-factors.server';
import { passkeyChallengeTable, passkeyTable } from './tables.server';

/** How long somebody may look for their finger, in milliseconds. */
const patience = 5 * 60_000;

export interface Site {
	origin: string;
	name: string;
}

/** True where browsers have passkeys: a name (not a number) over https, or localhost. */
export function allowsPasskeys(origin: string): boolean {
	const { protocol, hostname } = new URL(origin);
	if (hostname === 'localhost') return true;
	return protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname);
}

/** What the browser needs to make a passkey for the account. Those it has are named, so that no device makes a second one. */
export async function beginRegistration(database: Database, account: Account & { username: string }, site: Site, now: Date) {
	const own = await database.read.select().from(passkeyTable).where(eq(passkeyTable.accountId, account.id));
	return generateRegistrationOptions({
		rpName: site.name,
		rpID: new URL(site.origin).hostname,
		userID: new TextEncoder().encode(account.id),
		userName: account.username,
		userDisplayName: account.name,
		challenge: await makeChallenge(database, 'register', account.id, now),
		timeout: patience,
		attestationType: 'none',
		excludeCredentials: own.map(({ id, transports }) => ({ id, transports })),
		authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
	});
}

/** Keeps the passkey that the browser made. `taken`: it is somebody's already. */
export async function finishRegistration(
	database: Database,
	account: Account,
	{ response, site, device }: { response: string; site: Site; device: Device },
	now: Date
): Promise<{ ok: true } | { ok: false; reason: 'invalid' | 'taken' }> {
	const given = parseCredential<RegistrationResponseJSON>(response);
	if (given === null) return { ok: false, reason: 'invalid' };
	const verified = await verifyRegistrationResponse({
		response: given,
		expectedChallenge: (challenge) => spendChallenge(database, challenge, 'register', account.id, now),
		expectedOrigin: site.origin,
		expectedRPID: new URL(site.origin).hostname,
		requireUserVerification: true
	}).catch(() => null);
	if (!verified?.verified) return { ok: false, reason: 'invalid' };
	const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
	const key = Buffer.from(publicKey).toString('base64url');
	const row = { id, accountId: account.id, publicKey: key, counter, transports, device, createdAt: now, usedAt: null };
	const { rowsAffected } = await database.write((tx) => tx.insert(passkeyTable).values(row).onConflictDoNothing());
	return rowsAffected > 0 ? { ok: true } : { ok: false, reason: 'taken' };
}

/** What the browser needs to answer with a passkey: any that it has for this site, or those of one account. */
export async function beginAuthentication(database: Database, accountId: string | null, site: Site, now: Date) {
	const own =
		accountId === null ? [] : await database.read.select().from(passkeyTable).where(eq(passkeyTable.accountId, accountId));
	return generateAuthenticationOptions({
		rpID: new URL(site.origin).hostname,
		challenge: await makeChallenge(database, accountId === null ? 'sign-in' : 'second-factor', accountId, now),
		timeout: patience,
		userVerification: 'required',
		allowCredentials: own.map(({ id, transports }) => ({ id, transports }))
	});
}

/**
 * The account whose passkey answered; null when anything about it is wrong. With an account given, a passkey of another one is
 * refused, right as it may be.
 */
export async function finishAuthentication(
	database: Database,
	accountId: string | null,
	{ response, site }: { response: string; site: Site },
	now: Date
): Promise<Account | null> {
	const given = parseCredential<AuthenticationResponseJSON>(response);
	if (given === null) return null;
	const [passkey] = await database.read.select().from(passkeyTable).where(eq(passkeyTable.id, given.id));
	if (passkey === undefined || (accountId !== null && passkey.accountId !== accountId)) return null;
	const purpose = accountId === null ? 'sign-in' : 'second-factor';
	const verified = await verifyAuthenticationResponse({
		response: given,
		expectedChallenge: (challenge) => spendChallenge(database, challenge, purpose, accountId, now),
		expectedOrigin: site.origin,
		expectedRPID: new URL(site.origin).hostname,
		requireUserVerification: true,
		credential: {
			id: passkey.id,
			publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
			counter: passkey.counter
		}
	}).catch(() => null);
	if (!verified?.verified) return null;
	const used = { counter: verified.authenticationInfo.newCounter, usedAt: now };
	await database.write((tx) => tx.update(passkeyTable).set(used).where(eq(passkeyTable.id, passkey.id)));
	return findAccount(database, passkey.accountId);
}

export interface Passkey {
	readonly id: string;
	readonly device: Device;
	readonly createdAt: Date;
	readonly usedAt: Date | null;
}

/** The passkeys of an account, newest first. */
export async function listPasskeys(database: Database, accountId: string): Promise<Passkey[]> {
	const rows = await database.read
		.select()
		.from(passkeyTable)
		.where(eq(passkeyTable.accountId, accountId))
		.orderBy(desc(passkeyTable.createdAt));
	return rows.map(({ id, device, createdAt, usedAt }) => ({ id, device, createdAt, usedAt }));
}

/** Removes a passkey of the account; false when it isn't its, or is the last second factor of a role that needs one. */
export async function removePasskey(
	database: Database,
	account: Pick<Account, 'id' | 'role'>,
	passkeyId: string
): Promise<boolean> {
	return database.write(async (tx) => {
		if (!(await maySpare(tx, account, 'passkey'))) return false;
		const own = and(eq(passkeyTable.id, passkeyId), eq(passkeyTable.accountId, account.id));
		return (await tx.delete(passkeyTable).where(own)).rowsAffected > 0;
	});
}

async function makeChallenge(database: Database, purpose: ChallengePurpose, accountId: string | null, now: Date) {
	const bytes = new Uint8Array(randomBytes(32));
	const row = {
		challenge: Buffer.from(bytes).toString('base64url'),
		purpose,
		accountId,
		expiresAt: new Date(now.getTime() + patience)
	};
	await database.write(async (tx) => {
		await tx.delete(passkeyChallengeTable).where(lt(passkeyChallengeTable.expiresAt, now));
		await tx.insert(passkeyChallengeTable).values(row);
	});
	return bytes;
}

/** True once for a challenge that was made for this purpose and account and isn't five minutes old. */
async function spendChallenge(
	database: Database,
	challenge: string,
	purpose: ChallengePurpose,
	accountId: string | null,
	now: Date
): Promise<boolean> {
	const whose = accountId === null ? isNull(passkeyChallengeTable.accountId) : eq(passkeyChallengeTable.accountId, accountId);
	const fits = and(
		eq(passkeyChallengeTable.challenge, challenge),
		eq(passkeyChallengeTable.purpose, purpose),
		gt(passkeyChallengeTable.expiresAt, now),
		whose
	);
	return (await database.write((tx) => tx.delete(passkeyChallengeTable).where(fits))).rowsAffected > 0;
}
