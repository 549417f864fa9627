// What the world reads in a badge: every field of two badges as it must be written, every change to one refused, the facts read back.
import type { Badge } from '../../src/lib/certification/badge';
import type * as Rules from '../../src/lib/certification/badge-credential';
import * as v from 'valibot';
import { origin, words } from '../conformance/badges';
import { same, type RuleCase } from './table';

const id = '0123456789abcdef'.repeat(2);
export const fixedBadge: Badge = {
	...{ id, subject: 'urn:uuid:0f0e4b7e-8c1e-4f0e-9a53-111111111111', achievement: 'coach', achievementVersion: 1 },
	...{ month: '2026-11', validUntil: '2028-11', issuer: null, statusIndex: 77, commitment: null, revokedOn: null }
};
/** By a member organisation, in the third list, with a commitment to a name. */
export const otherBadge: Badge = {
	...fixedBadge,
	...{ achievement: 'peer-expert', issuer: 'ecpat_be', statusIndex: 2 * 131_072 + 5, commitment: 'ab'.repeat(32) }
};

const expected = {
	'@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
	id: `https://relais.example/badges/${id}`,
	type: ['VerifiableCredential', 'OpenBadgeCredential'],
	name: words.name,
	issuer: { id: 'did:web:relais.example', type: ['Profile'], name: 'Relais', url: 'https://relais.example' },
	validFrom: '2026-11-01T00:00:00Z',
	validUntil: '2028-11-30T23:59:59Z',
	credentialSubject: {
		id: 'urn:uuid:0f0e4b7e-8c1e-4f0e-9a53-111111111111',
		type: ['AchievementSubject'],
		achievement: {
			id: 'https://relais.example/badges/achievements/coach',
			type: ['Achievement'],
			achievementType: 'Certification',
			name: words.name,
			description: words.description,
			criteria: { id: 'https://relais.example/badges/achievements/coach', narrative: words.criteria },
			image: { id: 'https://relais.example/badges/achievements/coach/picture.svg', type: 'Image' },
			inLanguage: 'fr',
			version: '1'
		}
	},
	credentialStatus: {
		id: 'https://relais.example/badges/status/1#77',
		type: 'BitstringStatusListEntry',
		statusPurpose: 'revocation',
		statusListIndex: '77',
		statusListCredential: 'https://relais.example/badges/status/1'
	}
};
const identifier = [
	{ type: 'IdentityObject', hashed: true, identityHash: `sha256$${'ab'.repeat(32)}`, identityType: 'ext:name-v1' }
];
const committed = { ...expected, credentialSubject: { ...expected.credentialSubject, identifier } };

type Tree = Record<string, unknown>;
type Change = { name: string; tree: unknown };

/** The tree with each of its fields left out, of another kind, or with one more beside: all that isn't exactly it. */
function listChanges(tree: unknown, at = '', around: (inner: unknown) => unknown = (inner) => inner): Change[] {
	if (typeof tree !== 'object' || tree === null)
		return [{ name: `${at} of another kind`, tree: around(typeof tree === 'string' ? 7 : 'x') }];
	const more = Array.isArray(tree) ? [...(tree as unknown[]), 'x'] : { ...tree, more: 'x' };
	return [
		{ name: `${at} with more`, tree: around(more) },
		...Object.entries(tree as Tree).flatMap(([key, value]) => {
			const put = (inner: unknown) =>
				around(
					Array.isArray(tree)
						? tree.map((each: unknown, index) => (String(index) === key ? inner : each))
						: { ...tree, [key]: inner }
				);
			const rest = Array.isArray(tree)
				? tree.filter((_, index) => String(index) !== key)
				: Object.fromEntries(Object.entries(tree).filter(([each]) => each !== key));
			return [{ name: `${at}/${key} left out`, tree: around(rest) }, ...listChanges(value, `${at}/${key}`, put)];
		})
	];
}

const subject = (more: object) => ({ ...expected, credentialSubject: { ...expected.credentialSubject, ...more } });
const hash = (identityHash: string) => subject({ identifier: [{ ...identifier[0], identityHash }] });
/** Of the right kind, and still not what an instance writes. */
const wrong: Change[] = [
	{
		name: 'another vocabulary',
		tree: { ...expected, '@context': ['https://www.w3.org/ns/credentials/v2', 'https://evil.example/'] }
	},
	{ name: 'another first vocabulary', tree: { ...expected, '@context': ['https://evil.example/', expected['@context'][1]] } },
	{ name: 'another type', tree: { ...expected, type: ['VerifiableCredential', 'Diploma'] } },
	{ name: 'another first type', tree: { ...expected, type: ['Diploma', 'OpenBadgeCredential'] } },
	...['', 'x', `ftp://a/badges/${id}`, `https://a/b/badges/${id}`, `https://a/badges/${id}0`, ` https://a/badges/${id}`].map(
		(each) => ({
			name: `the id ${each}`,
			tree: { ...expected, id: each }
		})
	),
	...['2026-11-02T00:00:00Z', 'x2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z+1', '2026-11'].map((validFrom) => ({
		name: `from ${validFrom}`,
		tree: { ...expected, validFrom }
	})),
	...['2028-11-30T23:59:58Z', 'x2028-11-30T23:59:59Z', '2028-11-30T23:59:59Z+1'].map((validUntil) => ({
		name: `until ${validUntil}`,
		tree: { ...expected, validUntil }
	})),
	...['urn:uuid:x', `x${expected.credentialSubject.id}`, `${expected.credentialSubject.id}0`, 'https://zoe.example'].map(
		(each) => ({
			name: `the subject ${each}`,
			tree: subject({ id: each })
		})
	),
	{ name: 'another type of subject', tree: subject({ type: ['Person'] }) },
	...['sha256$', `sha256$${'a'.repeat(63)}`, `sha256$${'a'.repeat(65)}`, `xsha256$${'a'.repeat(64)}`, 'Zoé'].map((each) => ({
		name: `the hash ${each}`,
		tree: hash(each)
	})),
	...[{ type: 'Name' }, { hashed: false }, { identityType: 'name' }].map((each) => ({
		name: `an identifier with ${JSON.stringify(each)}`,
		tree: subject({ identifier: [{ ...identifier[0], ...each }] })
	})),
	...[{ type: ['Award'] }, { achievementType: 'Diploma' }, { image: { id: 'x', type: 'Photo' } }, { name: 'x'.repeat(4001) }].map(
		(each) => ({
			name: `an achievement with ${JSON.stringify(each).slice(0, 40)}`,
			tree: subject({ achievement: { ...expected.credentialSubject.achievement, ...each } })
		})
	),
	{ name: 'another type of issuer', tree: { ...expected, issuer: { ...expected.issuer, type: ['Person'] } } },
	...[
		{ type: 'Other' },
		{ statusPurpose: 'suspension' },
		{ statusListIndex: '1234567' },
		{ statusListIndex: 'x7' },
		{ statusListIndex: '7x' }
	].map((each) => ({
		name: `a status with ${JSON.stringify(each)}`,
		tree: { ...expected, credentialStatus: { ...expected.credentialStatus, ...each } }
	}))
];

const longest = subject({ achievement: { ...expected.credentialSubject.achievement, description: 'x'.repeat(4000) } });
const accepts = (r: typeof Rules, tree: unknown) => v.safeParse(r.credentialSchema, tree).success;
const facts = { id, achievement: 'coach', issuer: 'Relais', month: '2026-11', validUntil: '2028-11', commitment: null };

export const credentialCases: RuleCase<typeof Rules>[] = [
	{ name: 'a badge, field by field', holds: (r) => same(r.describeBadge(fixedBadge, origin, words), expected) },
	{
		name: 'a badge by an organisation, with a name that is committed to',
		holds: (r) => {
			const { issuer, credentialSubject, credentialStatus } = r.describeBadge(otherBadge, origin, words);
			return (
				issuer.id === 'did:web:relais.example:issuers:ecpat_be' &&
				same(credentialSubject.identifier, identifier) &&
				credentialSubject.achievement.id === 'https://relais.example/badges/achievements/peer-expert' &&
				credentialStatus.id === 'https://relais.example/issuers/ecpat_be/status/3#5' &&
				credentialStatus.statusListIndex === '5'
			);
		}
	},
	{ name: 'the schema accepts what is written', holds: (r) => accepts(r, expected) && accepts(r, committed) },
	{ name: 'texts of 4,000 signs', holds: (r) => accepts(r, longest) },
	{
		name: 'a place of one and of six digits',
		holds: (r) =>
			['7', '131071'].every((statusListIndex) =>
				accepts(r, { ...expected, credentialStatus: { ...expected.credentialStatus, statusListIndex } })
			)
	},
	{ name: 'an instance without TLS', holds: (r) => accepts(r, { ...expected, id: `http://localhost:4180/badges/${id}` }) },
	...[...listChanges(committed).filter(({ name }) => name !== '/credentialSubject/identifier left out'), ...wrong].map(
		({ name, tree }) => ({
			name: `refused: ${name}`,
			holds: (r: typeof Rules) => !accepts(r, tree)
		})
	),
	{ name: 'the facts', holds: (r) => same(r.readFacts(expected as Rules.Credential, origin), facts) },
	{
		name: 'the facts with a name',
		holds: (r) => same(r.readFacts(committed as unknown as Rules.Credential, origin), { ...facts, commitment: 'ab'.repeat(32) })
	},
	{
		name: 'no facts of another instance',
		holds: (r) =>
			r.readFacts(expected as Rules.Credential, 'https://elsewhere.example') === null &&
			r.readFacts({ ...expected, id: `https://elsewhere.example/badges/${id}` } as Rules.Credential, origin) === null
	},
	{
		name: 'no facts of an achievement nobody knows',
		holds: (r) =>
			r.readFacts(
				subject({
					achievement: { ...expected.credentialSubject.achievement, id: `${origin}/badges/achievements/x` }
				}) as Rules.Credential,
				origin
			) === null
	},
	{
		name: 'an achievement’s address',
		holds: (r) => r.urlOfAchievement(origin, 'peer-expert') === 'https://relais.example/badges/achievements/peer-expert'
	}
];
