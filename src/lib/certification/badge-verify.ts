// Verifying a badge, in the browser of who wants to know or on the server: the same answer, in one word. Signature and shape
// first, then dates, then whether it was revoked. What can't be found out is never called valid.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose';
import * as v from 'valibot';
import { credentialSchema, readFacts, type BadgeFacts, type Credential } from './badge-credential';
import { createLoader } from './badge-contexts';
import { describeMultikey, isOwnDid, urlOfKey, urlOfStatusList, type Ring } from './badge-keys';

export const answers = [
	...['valid', 'expired', 'not-yet', 'revoked', 'altered', 'unknown-issuer', 'other-standard', 'broken', 'too-large'],
	'status-unknown'
] as const;
export type Answer =
	| { word: 'valid' | 'expired' | 'not-yet' | 'revoked' | 'status-unknown'; facts: BadgeFacts }
	| { word: 'altered' | 'unknown-issuer' | 'other-standard' | 'broken' | 'too-large' };

export interface Circumstances {
	ring: Ring;
	now: Date;
	/** Fetches a status list by its address; null, or a throw, where it can't be had. */
	loadList(url: string): Promise<unknown>;
}

/** Longest text of a badge, in characters; ours have 3,000. */
export const longestText = 100_000;

/** Verifies the text of a badge: JSON with a proof, or a compact JWT. */
export async function verifyText(text: string, circumstances: Circumstances): Promise<Answer> {
	if (text.length > longestText) return { word: 'too-large' };
	const trimmed = text.trim();
	if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(trimmed)) return verifyJwt(trimmed, circumstances);
	try {
		return await verifyBadge(JSON.parse(trimmed), circumstances);
	} catch (error) {
		if (error instanceof SyntaxError) return { word: 'broken' };
		throw error;
	}
}

/** Verifies a badge that was read from JSON already. */
export async function verifyBadge(value: unknown, circumstances: Circumstances): Promise<Answer> {
	const kind = judgeKind(value, circumstances.ring);
	if (kind !== null) return { word: kind };
	const { proof, ...rest } = value as Record<string, unknown>;
	const [one, second] = [proof].flat() as Record<string, unknown>[];
	if (one?.type !== 'DataIntegrityProof' || one.cryptosuite !== 'eddsa-rdfc-2022') return { word: 'other-standard' };
	const read = v.safeParse(credentialSchema, rest);
	if (!read.success || second !== undefined) return { word: 'altered' };
	const credential = read.output;
	// Its dates are judged later, in words: here it is verified at its beginning.
	const signed = await isSigned(
		{ ...credential, proof: one },
		credential.issuer.id,
		new Date(credential.validFrom),
		circumstances.ring
	);
	return signed ? judge(credential, circumstances) : { word: 'altered' };
}

async function verifyJwt(jwt: string, circumstances: Circumstances): Promise<Answer> {
	const payload = readPayload(jwt);
	if (payload === null) return { word: 'broken' };
	const { iss, sub, jti, nbf, exp, ...rest } = payload;
	const kind = judgeKind(rest, circumstances.ring);
	if (kind !== null) return { word: kind };
	const read = v.safeParse(credentialSchema, rest);
	if (!read.success) return { word: 'altered' };
	const { issuer, credentialSubject, id, validFrom, validUntil } = read.output;
	const same = iss === issuer.id && sub === credentialSubject.id && jti === id;
	const dates = nbf === Date.parse(validFrom) / 1000 && exp === Date.parse(validUntil) / 1000;
	if (!same || !dates || !(await isSignedJwt(jwt, circumstances.ring))) return { word: 'altered' };
	return judge(read.output, circumstances);
}

/** What a badge is not: null when it is an Open Badge 3.0 that names an issuer of this instance. */
function judgeKind(value: unknown, ring: Ring): 'other-standard' | 'unknown-issuer' | null {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'other-standard';
	const { type, issuer } = value as Record<string, unknown>;
	const isBadge = [type].flat().some((each) => each === 'OpenBadgeCredential' || each === 'AchievementCredential');
	const version = [(value as Record<string, unknown>)['@context']].flat()[0];
	if (!isBadge || version !== 'https://www.w3.org/ns/credentials/v2') return 'other-standard';
	const did = typeof issuer === 'string' ? issuer : (issuer as { id?: unknown } | null | undefined)?.id;
	return typeof did === 'string' && isOwnDid(ring.origin, did) ? null : 'unknown-issuer';
}

async function judge(credential: Credential, circumstances: Circumstances): Promise<Answer> {
	const facts = readFacts(credential, circumstances.ring.origin);
	if (facts === null) return { word: 'altered' };
	const status = await readStatus(credential, circumstances);
	const now = circumstances.now.getTime();
	// What was revoked stays so when its time is over; a list that can't be had doesn't hide that it is over.
	if (status === 'revoked') return { word: 'revoked', facts };
	if (now > Date.parse(credential.validUntil)) return { word: 'expired', facts };
	if (now < Date.parse(credential.validFrom)) return { word: 'not-yet', facts };
	return { word: status === 'unknown' ? 'status-unknown' : 'valid', facts };
}

async function readStatus(
	credential: Credential,
	{ ring, now, loadList }: Circumstances
): Promise<'good' | 'revoked' | 'unknown'> {
	const { statusListCredential: url } = credential.credentialStatus;
	const issuer = credential.issuer.id.split(':issuers:')[1] ?? null;
	const number = Number(/\d+$/.exec(url)?.[0]);
	if (url !== urlOfStatusList(ring.origin, issuer, number)) return 'unknown';
	const list = await loadList(url).catch(() => null);
	if (typeof list !== 'object' || list === null) return 'unknown';
	const { id, validFrom, validUntil } = list as Record<string, unknown>;
	const from = Date.parse(String(validFrom));
	// A list of another day may be from before a revocation. A clock may be ten minutes slow.
	const fresh = now.getTime() >= from - 600_000 && now.getTime() <= Date.parse(String(validUntil));
	if (!fresh) return 'unknown';
	// Like a badge, it is verified at its beginning: a clock that is slow must not make its signature wrong.
	if (id !== url || !(await isSigned(list, credential.issuer.id, new Date(from), ring))) return 'unknown';
	const result = await checkStatus({
		credential,
		documentLoader: createLoader(new Map([[url, list]])),
		// Done above, by the clock of who asks.
		verifyBitstringStatusListCredential: false
	});
	// `verified` only says that the list could be read: it is true for a badge that was revoked.
	if (!result.verified || result.results?.length !== 1) return 'unknown';
	return result.results[0]?.status ? 'revoked' : 'good';
}

/** True when one of the issuer's keys made the proof of exactly this, and its dates hold at that moment. */
async function isSigned(signed: object, controller: string, now: Date, ring: Ring): Promise<boolean> {
	const documentLoader = createLoader(new Map(keyDocuments(ring, controller)));
	const suite = new DataIntegrityProof({ cryptosuite });
	const result = await verifyCredential({
		credential: signed,
		suite,
		documentLoader,
		now,
		checkStatus: async () => ({ verified: true })
	});
	return result.verified;
}

/** A compact JWT by one of the RSA keys, and by no other algorithm. */
async function isSignedJwt(jwt: string, ring: Ring): Promise<boolean> {
	const { kid, alg } = decodeProtectedHeader(jwt);
	const key = ring.keys.find((each) => each.kind === 'RS256' && urlOfKey(ring.origin, each) === kid);
	if (key?.jwk === undefined || alg !== 'RS256') return false;
	const imported = await importJWK({ ...key.jwk }, 'RS256');
	return compactVerify(jwt, imported, { algorithms: ['RS256'] }).then(
		() => true,
		() => false
	);
}

function readPayload(jwt: string): Record<string, unknown> | null {
	try {
		decodeProtectedHeader(jwt);
		return decodeJwt(jwt);
	} catch {
		return null;
	}
}

/** The issuer and its keys, as documents at their own addresses. */
function keyDocuments(ring: Ring, controller: string): [string, object][] {
	const keys = ring.keys.filter(({ kind }) => kind === 'Ed25519');
	const methods = keys.map((key) => describeMultikey(controller, key) as { id: string });
	const did = { '@context': 'https://www.w3.org/ns/did/v1', id: controller, assertionMethod: methods.map(({ id }) => id) };
	return [[controller, did], ...methods.map((method): [string, object] => [method.id, method])];
}
