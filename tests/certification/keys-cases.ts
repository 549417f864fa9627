// How the world finds the keys and the lists, what a name is committed with, and which vocabularies are known.
import { createHash } from 'node:crypto';
import type * as Contexts from '../../src/lib/certification/badge-contexts';
import type * as Rules from '../../src/lib/certification/badge-keys';
import type * as Names from '../../src/lib/certification/badge-name';
import type * as Status from '../../src/lib/certification/badge-status';
import { refuses, same, type RuleCase } from './table';

const origin = 'https://relais.example:8443';
const did = 'did:web:relais.example%3A8443';
const jwk = { kty: 'RSA', n: 'AQ', e: 'AQAB' };
const ed: Rules.PublicKey = { id: 'z6M', kind: 'Ed25519', multibase: 'z6M', since: '2026-11', until: null };
const rsa: Rules.PublicKey = { id: 'thumb', kind: 'RS256', jwk, since: '2026-11', until: '2027-11' };
const ring: Rules.Ring = { origin, keys: [ed, rsa] };
const described = { ...jwk, alg: 'RS256', use: 'sig', kid: `${origin}/badges/keys/thumb` };

const documentOf = (controller: string) => ({
	'@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1', 'https://w3id.org/security/jwk/v1'],
	id: controller,
	verificationMethod: [
		{ id: `${controller}#z6M`, type: 'Multikey', controller, publicKeyMultibase: 'z6M' },
		{ id: `${controller}#thumb`, type: 'JsonWebKey', controller, publicKeyJwk: jwk }
	],
	assertionMethod: [`${controller}#z6M`, `${controller}#thumb`]
});

export const keyCases: RuleCase<typeof Rules>[] = [
	{ name: 'the platform', holds: (r) => r.didOf(origin, null) === did },
	{
		name: 'an organisation',
		holds: (r) => r.didOf('https://relais.example', 'ecpat_be') === 'did:web:relais.example:issuers:ecpat_be'
	},
	...[did, `${did}:issuers:ecpat_be`, `${did}:issuers:${'a'.repeat(64)}`].map((each) => ({
		name: `own: ${each.slice(0, 60)}`,
		holds: (r: typeof Rules) => r.isOwnDid(origin, each)
	})),
	...[
		'did:web:relais.example',
		`${did}.evil`,
		`${did}:issuers:`,
		`${did}:issuers:a:b`,
		`${did}:issuers:${'a'.repeat(65)}`,
		`${did}:issuer:a`,
		`x${did}:issuers:a`,
		'did:web:elsewhere.example:issuers:a',
		''
	].map((each) => ({ name: `not own: ${each.slice(0, 60)}`, holds: (r: typeof Rules) => !r.isOwnDid(origin, each) })),
	{
		name: 'the lists of each issuer',
		holds: (r) =>
			r.urlOfStatusList(origin, null, 3) === `${origin}/badges/status/3` &&
			r.urlOfStatusList(origin, 'ecpat_be', 1) === `${origin}/issuers/ecpat_be/status/1`
	},
	{ name: 'a key’s address', holds: (r) => r.urlOfKey(origin, rsa) === `${origin}/badges/keys/thumb` },
	{ name: 'a JWK', holds: (r) => same(r.describeJwk(origin, rsa), described) },
	{ name: 'a JWKS of the RSA keys alone', holds: (r) => same(r.describeJwks(ring), { keys: [described] }) },
	{
		name: 'a multikey as a document',
		holds: (r) =>
			same(r.describeMultikey(did, ed), {
				'@context': 'https://w3id.org/security/multikey/v1',
				id: `${did}#z6M`,
				type: 'Multikey',
				controller: did,
				publicKeyMultibase: 'z6M'
			})
	},
	{ name: 'the platform’s document, with every key', holds: (r) => same(r.describeDid(ring, null), documentOf(did)) },
	{
		name: 'an organisation’s document',
		holds: (r) => same(r.describeDid(ring, 'ecpat_be'), documentOf(`${did}:issuers:ecpat_be`))
	}
];

const secret = 'AAECAwQFBgcICQoLDA0ODw';
const hash = createHash('sha256')
	.update(Buffer.from('name-v1\0Zoé Ngô\0'))
	.update(Buffer.from([...Array(16).keys()]))
	.digest('hex');

export const nameCases: RuleCase<typeof Names>[] = [
	{ name: 'SHA-256 of label, zero, name, zero, secret', holds: async (r) => (await r.commitTo('Zoé Ngô', secret)) === hash },
	{
		name: 'however it is put together and spaced',
		holds: async (r) => (await r.commitTo('  Zoe\u0301 \n Ngo\u0302 ', secret)) === hash
	},
	{ name: 'the name proves itself', holds: (r) => r.provesName('Zoé Ngô', secret, hash) },
	...['Zoe Ngô', 'zoé ngô', 'Zoé', '', 'ZoéNgô', ' '].map((other) => ({
		name: `not proven by “${other}”`,
		holds: async (r: typeof Names) => !(await r.provesName(other, secret, hash))
	})),
	...['', 'short', `${secret}A`, `${secret.slice(0, -1)}+`, ` ${secret.slice(1)}`, 'BBECAwQFBgcICQoLDA0ODw'].map((other) => ({
		name: `not proven with the secret “${other}”`,
		holds: async (r: typeof Names) => !(await r.provesName('Zoé Ngô', other, hash))
	})),
	{ name: 'the bytes of a secret', holds: (r) => same(r.readSecret(secret), Uint8Array.from(Array(16).keys())) },
	{
		name: 'the bytes of a secret in its other signs',
		holds: (r) =>
			same([...(r.readSecret('-_-_-_-_-_-_-_-_-_-_-w') ?? [])], [...Buffer.from('-_-_-_-_-_-_-_-_-_-_-w', 'base64url')])
	},
	{
		name: 'fresh secrets of 16 bytes, in signs for an address',
		holds: (r) => {
			const secrets = Array.from({ length: 200 }, () => r.makeSecret());
			return (
				new Set(secrets).size === 200 && secrets.every((each) => /^[\w-]{22}$/.test(each) && r.readSecret(each)?.length === 16)
			);
		}
	},
	{ name: 'no name', holds: (r) => r.tidyName(' \n ') === null && r.tidyName('') === null },
	{
		name: 'a name too long',
		holds: (r) => r.tidyName('é'.repeat(121)) === null && r.tidyName('😀'.repeat(120)) === '😀'.repeat(120)
	},
	{ name: 'a name, tidied', holds: (r) => r.tidyName('\t Zoe\u0301   Ngô ') === 'Zoé Ngô' },
	{
		name: 'no commitment without both',
		holds: async (r) => (await refuses(() => r.commitTo('', secret))) && (await refuses(() => r.commitTo('Zoé', 'short')))
	}
];

export const statusCases: RuleCase<typeof Status>[] = [
	{ name: 'places in one list', holds: (r) => r.listLength === 131_072 },
	...(
		[
			[0, 1, 0],
			[131_071, 1, 131_071],
			[131_072, 2, 0],
			[400_000, 4, 6784]
		] as const
	).map(([index, list, place]) => ({
		name: `index ${index} is place ${place} of list ${list}`,
		holds: (r: typeof Status) => same(r.placeOf(index), { list, place })
	}))
];

const known = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];

export const contextCases: RuleCase<typeof Contexts>[] = [
	{ name: 'two vocabularies', holds: (r) => same([r.credentialsContext, r.openBadgesContext], known) },
	...known.map((url) => ({
		name: `carried along: ${url}`,
		holds: async (r: typeof Contexts) => {
			const { contextUrl, documentUrl, document } = await r.createLoader()(url);
			return contextUrl === null && documentUrl === url && '@context' in (document as object);
		}
	})),
	{
		name: 'a document that was given',
		holds: async (r) => same((await r.createLoader(new Map([['urn:x', { a: 1 }]]))('urn:x')).document, { a: 1 })
	},
	{
		name: 'no other is loaded',
		holds: async (r) => {
			const error: unknown = await r
				.createLoader()('https://evil.example/context')
				.catch((thrown: unknown) => thrown);
			return error instanceof r.UnknownDocument && error.message.includes('https://evil.example/context');
		}
	}
];
