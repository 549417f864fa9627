// Badges made as an instance makes them, and the ways to tamper with one, for the checks of conformance.
import { createKeys, readKeys, type Keys } from '../../src/lib/certification/badge-keys.server';
import type { Achievement, Badge } from '../../src/lib/certification/badge';
import { achievements, addMonths, validMonths } from '../../src/lib/certification/badge';
import { describeBadge, type Credential } from '../../src/lib/certification/badge-credential';
import { signCredential, signJwt, signStatusList } from '../../src/lib/certification/badge-sign.server';
import { listLength } from '../../src/lib/certification/badge-status';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';

export const origin = 'https://relais.example';
export const now = new Date('2027-03-10T10:00:00Z');

export async function makeKeys(folder: string): Promise<Keys> {
	await createKeys(folder, now);
	return (await readKeys(folder))!;
}

export function inventBadge(more: Partial<Badge> = {}): Badge {
	const month = addMonths('2027-03', -randomInt(20));
	return {
		id: randomBytes(16).toString('hex'),
		subject: `urn:uuid:${randomUUID()}`,
		achievement: achievements[randomInt(2)] as Achievement,
		achievementVersion: 1,
		month,
		validUntil: addMonths(month, validMonths),
		issuer: randomInt(3) === 0 ? 'ecpat_be' : null,
		statusIndex: randomInt(listLength),
		commitment: randomInt(3) === 0 ? randomBytes(32).toString('hex') : null,
		revokedOn: null,
		...more
	};
}

export const words = {
	locale: 'fr',
	name: 'Pair expert en sécurité en ligne',
	description: 'Sait parler de sécurité en ligne avec des jeunes de son âge.',
	criteria: 'Sept unités suivies, deux rencontres co-animées.',
	issuer: 'Relais'
};

export const credentialOf = (badge: Badge): Credential => describeBadge(badge, origin, words);
export const sign = (badge: Badge, keys: Keys) => signCredential(credentialOf(badge), keys.signing);
export const signAsJwt = (badge: Badge, keys: Keys) => signJwt(credentialOf(badge), origin, keys.signing);

/** The status list that an address names, with these places revoked. */
export function listOf(url: string, revoked: readonly number[], keys: Keys, at = now): Promise<object> {
	const issuer = /\/issuers\/([^/]+)\//.exec(url)?.[1] ?? null;
	return signStatusList({ origin, list: Number(/\d+$/.exec(url)?.[0]), issuer, revoked }, keys.signing, at);
}

// Tampering reaches everywhere, so it has no types.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

/** Sixteen kinds: what a person could gain by, and what a clever one would try. */
export const tamperings: { name: string; tamper: (badge: Loose, other: Loose) => void }[] = [
	{ name: 'another achievement', tamper: (badge) => (badge.credentialSubject.achievement.id += '-x') },
	{ name: 'another name of the achievement', tamper: (badge) => (badge.credentialSubject.achievement.name = 'Professeur') },
	{ name: 'other criteria', tamper: (badge) => (badge.credentialSubject.achievement.criteria.narrative += ' Et plus.') },
	{ name: 'another subject', tamper: (badge) => (badge.credentialSubject.id = `urn:uuid:${randomUUID()}`) },
	{ name: 'a later end', tamper: (badge) => (badge.validUntil = '2039-12-31T23:59:59Z') },
	{ name: 'an earlier beginning', tamper: (badge) => (badge.validFrom = '2020-01-01T00:00:00Z') },
	{ name: 'no end', tamper: (badge) => delete badge.validUntil },
	{ name: 'another issuer’s name', tamper: (badge) => (badge.issuer.name = 'Ministère') },
	{ name: 'another number', tamper: (badge) => (badge.id = `${origin}/badges/${'0'.repeat(32)}`) },
	{
		name: 'another place in the status list',
		tamper: (badge) =>
			(badge.credentialStatus.statusListIndex = String((Number(badge.credentialStatus.statusListIndex) + 1) % 1000))
	},
	{ name: 'no status', tamper: (badge) => delete badge.credentialStatus },
	{ name: 'a claim more', tamper: (badge) => (badge.credentialSubject.achievement.fieldOfStudy = 'Droit') },
	{
		name: 'a name committed to by somebody else',
		tamper: (badge) =>
			(badge.credentialSubject.identifier = [
				{ type: 'IdentityObject', hashed: true, identityHash: `sha256$${'a'.repeat(64)}`, identityType: 'ext:name-v1' }
			])
	},
	{
		name: 'a signature with one sign changed',
		tamper: (badge) => {
			const [, , sign] = badge.proof[0].proofValue;
			badge.proof[0].proofValue = `z${badge.proof[0].proofValue[1]}${sign === '2' ? '3' : '2'}${badge.proof[0].proofValue.slice(3)}`;
		}
	},
	{ name: 'the proof of another badge', tamper: (badge, other) => (badge.proof = structuredClone(other.proof)) },
	{ name: 'another date of the proof', tamper: (badge) => (badge.proof[0].created = '2020-01-01T00:00:00Z') }
];
