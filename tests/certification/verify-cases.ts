// Badges and lists signed for this table, and what the verifier must say of each, in one word; then the signing itself, whose work the
// verifier as it stands must accept.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeProtectedHeader, importJWK, SignJWT } from 'jose';
import { rotateKeys } from '../../src/lib/certification/badge-keys.server';
import { signCredential } from '../../src/lib/certification/badge-sign.server';
import type * as Signing from '../../src/lib/certification/badge-sign.server';
import * as verifier from '../../src/lib/certification/badge-verify';
import type * as Rules from '../../src/lib/certification/badge-verify';
import { credentialOf, listOf, makeKeys, now, origin, sign, signAsJwt, tamperings } from '../conformance/badges';
import { fixedBadge, otherBadge } from './credential-cases';
import { refuses, same, type RuleCase } from './table';

const folder = mkdtempSync(join(tmpdir(), 'relais-table-'));
const [keys, strangers] = [await makeKeys(join(folder, 'own')), await makeKeys(join(folder, 'other'))];
const rotated = (await rotateKeys(join(folder, 'own'), now))!;
rmSync(folder, { recursive: true });

const badge = (await sign(fixedBadge, keys)) as Record<string, unknown>;
const other = await sign(otherBadge, keys);
const jwt = await signAsJwt(fixedBadge, keys);
const [head = '', body = '', tail = ''] = jwt.split('.');
const plain = await listOf(`${origin}/badges/status/1`, [], keys);
const revoked = await listOf(`${origin}/badges/status/1`, [fixedBadge.statusIndex], keys);
const facts = {
	id: fixedBadge.id,
	achievement: 'coach',
	issuer: 'Relais',
	month: '2026-11',
	validUntil: '2028-11',
	commitment: null
};
const day = 86_400_000;

const around = (more: Partial<Rules.Circumstances> = {}): Rules.Circumstances => ({
	...{ ring: { origin, keys: keys.all }, now },
	loadList: async (url) => (url === `${origin}/badges/status/1` ? plain : listOf(url, [], keys, more.now)),
	...more
});
const word = async (answer: Promise<Rules.Answer>) => (await answer).word;
const says = (name: string, value: unknown, should: string, more?: Partial<Rules.Circumstances>): RuleCase<typeof Rules> => ({
	name: `${name}: ${should}`,
	holds: async (r) => (await word(r.verifyBadge(value, around(more)))) === should
});
const reads = (name: string, text: string, should: string, more?: Partial<Rules.Circumstances>): RuleCase<typeof Rules> => ({
	name: `${name}, as a text: ${should}`,
	holds: async (r) => (await word(r.verifyText(text, around(more)))) === should
});

const at = (moment: string) => ({
	now: new Date(moment),
	loadList: (url: string) => listOf(url, [], keys, new Date(moment))
});
const proof = (badge.proof as object[])[0];
const changedProof = (more: object) => ({ ...badge, proof: [{ ...proof, ...more }] });
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
const header = decodeProtectedHeader(jwt);
const tampered = tamperings.map(({ name, tamper }) => {
	const copy = structuredClone(badge);
	tamper(copy, other);
	return says(name, copy, 'altered');
});
/** The payload signed again by our own key. */
const resigned = async (change: Record<string, unknown>) => {
	return new SignJWT({ ...payload, ...change })
		.setProtectedHeader(header as { alg: string })
		.sign(await importJWK(keys.signing.rsa, 'RS256'));
};
const mistakes = await Promise.all(
	[
		{ iss: 'did:web:elsewhere.example' },
		{ sub: 'urn:uuid:x' },
		{ jti: 'x' },
		{ nbf: 1 },
		{ exp: 4_000_000_000 },
		{ name: 7 }
	].map(async (change) => [JSON.stringify(change), await resigned(change)] as const)
);

const words = [
	...['valid', 'expired', 'not-yet', 'revoked', 'altered', 'unknown-issuer', 'other-standard', 'broken', 'too-large'],
	'status-unknown'
];
/** Signed by our own keys, as only a mistake of ours could. */
const ours = credentialOf(fixedBadge);
const strange = await signCredential(
	{
		...ours,
		credentialSubject: {
			...ours.credentialSubject,
			achievement: { ...ours.credentialSubject.achievement, id: 'https://relais.example/x' }
		}
	},
	keys.signing
);
const elsewhere = await signCredential(
	{ ...ours, credentialStatus: { ...ours.credentialStatus, statusListCredential: 'https://elsewhere.example/badges/status/1' } },
	keys.signing
);
const { proof: _, ...unsigned } = plain as Record<string, unknown> & { credentialSubject: object };
const otherPurpose = await signCredential(
	{
		...unsigned,
		issuer: { id: ours.issuer.id },
		credentialSubject: { ...unsigned.credentialSubject, statusPurpose: 'suspension' }
	} as never,
	keys.signing
);

export const verifyCases: RuleCase<typeof Rules>[] = [
	{
		name: 'valid, with its facts',
		holds: async (r) => same(await r.verifyBadge(structuredClone(badge), around()), { word: 'valid', facts })
	},
	{
		name: 'valid as a text with space around it',
		holds: async (r) => same(await r.verifyText(` ${JSON.stringify(badge)}\n`, around()), { word: 'valid', facts })
	},
	{ name: 'valid as a JWT', holds: async (r) => same(await r.verifyText(`\n${jwt} `, around()), { word: 'valid', facts }) },
	says('by an organisation, with a name', other, 'valid'),
	says('a proof that stands alone', { ...badge, proof }, 'valid'),
	says('revoked', badge, 'revoked', { loadList: async () => revoked }),
	reads('revoked', jwt, 'revoked', { loadList: async () => revoked }),
	says('revoked and over', badge, 'revoked', {
		now: new Date('2030-01-01T00:00:00Z'),
		loadList: (url) => listOf(url, [fixedBadge.statusIndex], keys, new Date('2030-01-01T00:00:00Z'))
	}),
	says('a neighbour revoked', badge, 'valid', { loadList: (url) => listOf(url, [fixedBadge.statusIndex + 1], keys) }),
	says('a minute before', badge, 'not-yet', at('2026-10-31T23:59:00Z')),
	says('its first second', badge, 'valid', at('2026-11-01T00:00:00Z')),
	says('its last second', badge, 'valid', at('2028-11-30T23:59:59Z')),
	says('a second after', badge, 'expired', at('2028-12-01T00:00:00Z')),
	says('over, and no list', badge, 'expired', { now: new Date('2029-01-01T00:00:00Z'), loadList: async () => null }),
	...tampered,
	says('an achievement that nobody knows, signed by us', strange, 'altered'),
	says('a list elsewhere, named by us', elsewhere, 'status-unknown', { loadList: async () => plain }),
	says('a list of something else than what was revoked', badge, 'status-unknown', { loadList: async () => otherPurpose }),
	says('no network', badge, 'status-unknown', { loadList: () => Promise.reject(new Error('no network')) }),
	...[null, 'not a list', {}, 7].map((list) =>
		says(`for a list ${JSON.stringify(list)}`, badge, 'status-unknown', { loadList: async () => list })
	),
	says('a list of two days ago', badge, 'status-unknown', {
		loadList: (url) => listOf(url, [], keys, new Date(now.getTime() - 2 * day))
	}),
	says('a list of in an hour', badge, 'status-unknown', {
		loadList: (url) => listOf(url, [], keys, new Date(now.getTime() + day / 24))
	}),
	says('a list to its last moment', badge, 'valid', { now: new Date(now.getTime() + day) }),
	says('a list a moment later', badge, 'status-unknown', { now: new Date(now.getTime() + day + 1) }),
	says('a clock ten minutes slow', badge, 'valid', { now: new Date(now.getTime() - 600_000) }),
	says('a clock slower than that', badge, 'status-unknown', { now: new Date(now.getTime() - 600_001) }),
	says('another of our lists', badge, 'status-unknown', { loadList: (url) => listOf(url.replace(/\d+$/, '2'), [], keys) }),
	says('a list by somebody else', badge, 'status-unknown', { loadList: (url) => listOf(url, [], strangers) }),
	says('a list that was altered', badge, 'status-unknown', {
		loadList: async () => ({ ...plain, credentialSubject: { encodedList: 'uAAAA' } })
	}),
	says('signed by somebody else', await sign(fixedBadge, strangers), 'altered'),
	says('by a retired key', badge, 'valid', { ring: { origin, keys: rotated.all } }),
	says('by the new key', await sign(fixedBadge, rotated), 'valid', { ring: { origin, keys: rotated.all } }),
	says('by a key nobody knows', badge, 'altered', { ring: { origin, keys: rotated.all.filter(({ until }) => until === null) } }),
	...['did:web:elsewhere.example', { id: 'did:web:relais.example.evil' }, { id: 7 }, {}, null, undefined].map((issuer) =>
		says(`issued by ${JSON.stringify(issuer)}`, { ...badge, issuer }, 'unknown-issuer')
	),
	says('an issuer without its name', { ...badge, issuer: 'did:web:relais.example' }, 'altered'),
	...[undefined, [], {}, 'x', [{ ...proof, type: 'Ed25519Signature2020' }], [{ ...proof, cryptosuite: 'ecdsa-rdfc-2019' }]].map(
		(each) => says(`the proof ${JSON.stringify(each)?.slice(0, 60)}`, { ...badge, proof: each }, 'other-standard')
	),
	says('two proofs', { ...badge, proof: [proof, proof] }, 'altered'),
	says('another purpose', changedProof({ proofPurpose: 'authentication' }), 'altered'),
	says('another key', changedProof({ verificationMethod: 'did:web:elsewhere.example#x' }), 'altered'),
	...[null, 'x', 7, [badge], []].map((value) =>
		says(`instead of a badge ${JSON.stringify(value)?.slice(0, 20)}`, value, 'other-standard')
	),
	says('Open Badges 2', { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' }, 'other-standard'),
	says('another version', { ...badge, '@context': ['https://www.w3.org/2018/credentials/v1'] }, 'other-standard'),
	says('another credential', { ...badge, type: ['VerifiableCredential'] }, 'other-standard'),
	says('an achievement credential', { ...badge, type: 'AchievementCredential' }, 'altered'),
	says('a vocabulary alone', { ...badge, '@context': 'https://www.w3.org/ns/credentials/v2' }, 'altered'),
	reads('nothing', '', 'broken'),
	reads('cut short', '{', 'broken'),
	reads('null', 'null', 'other-standard'),
	reads('as long as may be', `"${'x'.repeat(99_998)}"`, 'other-standard'),
	reads('too long', `"${'x'.repeat(99_999)}"`, 'too-large'),
	reads('three words', 'a.b.c', 'broken'),
	reads('a payload that is no object', `${head}.${Buffer.from('7').toString('base64url')}.${tail}`, 'broken'),
	reads('a payload that is null', `${head}.${Buffer.from('null').toString('base64url')}.${tail}`, 'broken'),
	reads('another payload', `${head}.${encode({ ...payload, name: 'Professeur' })}.${tail}`, 'altered'),
	reads(
		'a payload by somebody else',
		`${head}.${encode({ ...payload, issuer: 'did:web:elsewhere.example' })}.${tail}`,
		'unknown-issuer'
	),
	reads('no algorithm', `${encode({ ...header, alg: 'none' })}.${body}.AA`, 'altered'),
	reads('another algorithm', `${encode({ ...header, alg: 'HS256' })}.${body}.${tail}`, 'altered'),
	reads('another key', `${encode({ ...header, kid: 'x' })}.${body}.${tail}`, 'altered'),
	reads(
		'a key of another kind',
		`${encode({ ...header, kid: `${origin}/badges/keys/${keys.signing.publicKeyMultibase}` })}.${body}.${tail}`,
		'altered'
	),
	reads('signed by somebody else', await signAsJwt(fixedBadge, strangers), 'altered'),
	...mistakes.map(([change, text]) => reads(`signed with ${change}`, text, 'altered')),
	{
		name: 'what goes wrong elsewhere is not called a broken badge',
		holds: (r) => refuses(() => r.verifyText(JSON.stringify(badge), { ...around(), ring: null as never }))
	},
	{
		name: 'every word has a place',
		holds: (r) => same(r.answers, words)
	},
	{ name: 'how long a text may be', holds: (r) => r.longestText === 100_000 }
];

const valid = async (answer: Promise<Rules.Answer>, should = 'valid') => (await word(answer)) === should;
const listAt = `${origin}/badges/status/1`;
type Signed = Record<string, unknown> & { proof: Record<string, unknown>[] };

export const signCases: RuleCase<typeof Signing>[] = [
	{
		name: 'a signed badge',
		holds: async (r) => valid(verifier.verifyBadge(await r.signCredential(credentialOf(otherBadge), keys.signing), around()))
	},
	{
		name: 'a list of one proof, dated to the month',
		holds: async (r) => {
			const { proof: proofs, ...rest } = (await r.signCredential(credentialOf(fixedBadge), keys.signing)) as Signed;
			const [only] = proofs;
			return (
				same(rest, credentialOf(fixedBadge)) &&
				proofs.length === 1 &&
				only?.created === '2026-11-01T00:00:00Z' &&
				only.proofPurpose === 'assertionMethod' &&
				only.verificationMethod === `did:web:relais.example#${keys.signing.publicKeyMultibase}`
			);
		}
	},
	{
		name: 'a JWT',
		holds: async (r) => {
			const text = await r.signJwt(credentialOf(fixedBadge), origin, keys.signing);
			const kid = `${origin}/badges/keys/${keys.signing.rsaId}`;
			return same(decodeProtectedHeader(text), { alg: 'RS256', typ: 'JWT', kid }) && valid(verifier.verifyText(text, around()));
		}
	},
	{
		name: 'a list, for a day from the full hour',
		holds: async (r) => {
			const wanted = { origin, list: 1, issuer: null, revoked: [fixedBadge.statusIndex, 131_072 + 1] };
			const list = (await r.signStatusList(wanted, keys.signing, new Date('2027-03-10T10:59:59Z'))) as Signed;
			const { statusPurpose, type } = list.credentialSubject as Record<string, unknown>;
			return (
				list.id === listAt &&
				list.issuer === 'did:web:relais.example' &&
				list.validFrom === '2027-03-10T10:00:00Z' &&
				list.validUntil === '2027-03-11T10:00:00Z' &&
				same([statusPurpose, type], ['revocation', 'BitstringStatusList']) &&
				list.proof.length === 1 &&
				(await valid(verifier.verifyBadge(badge, around({ loadList: async () => list })), 'revoked')) &&
				// Revoked in the second list, not in this one.
				(await valid(
					verifier.verifyBadge(await sign({ ...fixedBadge, statusIndex: 1 }, keys), around({ loadList: async () => list }))
				))
			);
		}
	},
	{
		name: 'a list by an organisation',
		holds: async (r) => {
			const wanted = { origin, list: 3, issuer: 'ecpat_be', revoked: [otherBadge.statusIndex] };
			const list = await r.signStatusList(wanted, keys.signing, now);
			return valid(verifier.verifyBadge(other, around({ loadList: async () => list })), 'revoked');
		}
	},
	{
		name: 'the last place of a list',
		holds: async (r) => {
			const list = await r.signStatusList({ origin, list: 1, issuer: null, revoked: [131_071] }, keys.signing, now);
			return valid(
				verifier.verifyBadge(await sign({ ...fixedBadge, statusIndex: 131_071 }, keys), around({ loadList: async () => list })),
				'revoked'
			);
		}
	}
];
