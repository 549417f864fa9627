// A badge for tests in the browser, signed with keys that were thrown away. It holds until 2099, and proves the name "Zoé Ngô".
import type { Ring } from './badge-keys';

export const sampleSecret = 'AAECAwQFBgcICQoLDA0ODw';
export const sampleRing: Ring = {
	origin: 'https://relais.example',
	keys: [
		{
			id: 'z6Mksu387dswPvrDM6SecChj1rBW8gSeQ1PAwyTaZJNag4NY',
			kind: 'Ed25519',
			multibase: 'z6Mksu387dswPvrDM6SecChj1rBW8gSeQ1PAwyTaZJNag4NY',
			since: '2026-11',
			until: null
		},
		{
			id: 'pyJ1xRyuNM1IM71rcXtgbv_zOBUNHJPNyhqtvjc-lUg',
			kind: 'RS256',
			jwk: {
				kty: 'RSA',
				n: 'vkDq4m6VRuie5sXG1uJaxXGwfEgi2xl7DXjCvOVKFhoq-gzFnDLm0sekAhwws2cXm5IGcY-sVEOsFhEKbDCgXpZTWHroE1fXkcfkpMRxdkZ2XVeW-4ktbUUmMYpVHyzF7i6yh010tmfRRyMOi0jzYag2a5CR57NPCf9n5or9FeGGchAITxZ__S2VH9pGmeZh3SAOXWY7UuHOX-_mwpA6CEZ1nAI9gJUgEl41NelzuhbyhcFLWmNj5YJgwBenMaJzmiG0p0MmR9AirGCPYQcstWuqg87kVc6rATn6eCOuRHg6HaJHMgLY-bTeif1_olpxTTtU9pT4rGWuPfQKnkR4wQ',
				e: 'AQAB'
			},
			since: '2026-11',
			until: null
		}
	]
};
export const sampleCredential = {
	'@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
	id: 'https://relais.example/badges/0123456789abcdef0123456789abcdef',
	type: ['VerifiableCredential', 'OpenBadgeCredential'],
	name: 'Coach en sécurité en ligne',
	issuer: { id: 'did:web:relais.example', type: ['Profile'], name: 'Relais', url: 'https://relais.example' },
	validFrom: '2026-11-01T00:00:00Z',
	validUntil: '2099-12-31T23:59:59Z',
	credentialSubject: {
		id: 'urn:uuid:0f0e4b7e-8c1e-4f0e-9a53-111111111111',
		type: ['AchievementSubject'],
		identifier: [
			{
				type: 'IdentityObject',
				hashed: true,
				identityHash: 'sha256$07d404b80a15b044d6c1f5145d43b249d2a35ba8457391c409f0e711b4b30f85',
				identityType: 'ext:name-v1'
			}
		],
		achievement: {
			id: 'https://relais.example/badges/achievements/coach',
			type: ['Achievement'],
			achievementType: 'Certification',
			name: 'Coach en sécurité en ligne',
			description: 'Sait accompagner.',
			criteria: { id: 'https://relais.example/badges/achievements/coach', narrative: 'Cinq unités.' },
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
	},
	proof: [
		{
			type: 'DataIntegrityProof',
			created: '2026-11-01T00:00:00Z',
			verificationMethod: 'did:web:relais.example#z6Mksu387dswPvrDM6SecChj1rBW8gSeQ1PAwyTaZJNag4NY',
			cryptosuite: 'eddsa-rdfc-2022',
			proofPurpose: 'assertionMethod',
			proofValue: 'ztjFTfZSD3CyPJEfoH9WdTEtb4JX2S6fBg1d38vURDnGgVRuUa19GHYQMcWpUYMwXXJPXbHBQ6xVK87i4XmAZBGc'
		}
	]
};
