// A badge as the world reads it: an OpenBadgeCredential (Open Badges 3.0, W3C Verifiable Credentials 2.0). Pure. All that it
// says stands here; what it must never say has no field. The schema refuses anything that this file doesn't write.
import * as v from 'valibot';
import { achievements, firstMoment, lastMoment, type Achievement, type Badge } from './badge';
import { credentialsContext, openBadgesContext } from './badge-contexts';
import { didOf, urlOfStatusList } from './badge-keys';
import { placeOf } from './badge-status';

/** The words of a badge, in the language that all badges of an instance are written in: a language would tell about a person. */
export interface BadgeWords {
	locale: string;
	name: string;
	description: string;
	criteria: string;
	issuer: string;
}

const text = v.pipe(v.string(), v.maxLength(4000));
const one = <const T extends string>(word: T) => v.strictTuple([v.literal(word)]);

/** Exactly what an instance writes: no field more, none less. */
export const credentialSchema = v.strictObject({
	'@context': v.strictTuple([v.literal(credentialsContext), v.literal(openBadgesContext)]),
	id: v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+\/badges\/[0-9a-f]{32}$/)),
	type: v.strictTuple([v.literal('VerifiableCredential'), v.literal('OpenBadgeCredential')]),
	name: text,
	issuer: v.strictObject({ id: text, type: one('Profile'), name: text, url: text }),
	validFrom: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-01T00:00:00Z$/)),
	validUntil: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT23:59:59Z$/)),
	credentialSubject: v.strictObject({
		id: v.pipe(v.string(), v.regex(/^urn:uuid:[0-9a-f-]{36}$/)),
		type: one('AchievementSubject'),
		identifier: v.exactOptional(
			v.strictTuple([
				v.strictObject({
					type: v.literal('IdentityObject'),
					hashed: v.literal(true),
					identityHash: v.pipe(v.string(), v.regex(/^sha256\$[0-9a-f]{64}$/)),
					identityType: v.literal('ext:name-v1')
				})
			])
		),
		achievement: v.strictObject({
			id: text,
			type: one('Achievement'),
			achievementType: v.literal('Certification'),
			name: text,
			description: text,
			criteria: v.strictObject({ id: text, narrative: text }),
			image: v.strictObject({ id: text, type: v.literal('Image') }),
			inLanguage: text,
			version: text
		})
	}),
	credentialStatus: v.strictObject({
		id: text,
		type: v.literal('BitstringStatusListEntry'),
		statusPurpose: v.literal('revocation'),
		statusListIndex: v.pipe(v.string(), v.regex(/^\d{1,6}$/)),
		statusListCredential: text
	})
});

export type Credential = v.InferOutput<typeof credentialSchema>;

/** The unsigned credential of a badge. */
export function describeBadge(badge: Badge, origin: string, words: BadgeWords): Credential {
	const { list, place } = placeOf(badge.statusIndex);
	const statusList = urlOfStatusList(origin, badge.issuer, list);
	const achievement = urlOfAchievement(origin, badge.achievement);
	return {
		'@context': [credentialsContext, openBadgesContext],
		id: `${origin}/badges/${badge.id}`,
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		name: words.name,
		issuer: { id: didOf(origin, badge.issuer), type: ['Profile'], name: words.issuer, url: origin },
		validFrom: firstMoment(badge.month),
		validUntil: lastMoment(badge.validUntil),
		credentialSubject: {
			id: badge.subject,
			type: ['AchievementSubject'],
			...(badge.commitment !== null && { identifier: [describeCommitment(badge.commitment)] }),
			achievement: {
				id: achievement,
				type: ['Achievement'],
				achievementType: 'Certification',
				name: words.name,
				description: words.description,
				criteria: { id: achievement, narrative: words.criteria },
				image: { id: `${achievement}/picture.svg`, type: 'Image' },
				inLanguage: words.locale,
				version: String(badge.achievementVersion)
			}
		},
		credentialStatus: {
			id: `${statusList}#${place}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: String(place),
			statusListCredential: statusList
		}
	};
}

export function urlOfAchievement(origin: string, achievement: Achievement): string {
	return `${origin}/badges/achievements/${achievement}`;
}

/** What a page says of a verified credential. */
export interface BadgeFacts {
	id: string;
	achievement: Achievement;
	issuer: string;
	month: string;
	validUntil: string;
	commitment: string | null;
}

/** Reads the facts back; null where the achievement is none that this instance knows, or the addresses aren't its own. */
export function readFacts(credential: Credential, origin: string): BadgeFacts | null {
	const { achievement: given, identifier } = credential.credentialSubject;
	const achievement = achievements.find((each) => urlOfAchievement(origin, each) === given.id);
	if (achievement === undefined || !credential.id.startsWith(`${origin}/badges/`)) return null;
	return {
		id: credential.id.slice(-32),
		achievement,
		issuer: credential.issuer.name,
		month: credential.validFrom.slice(0, 7),
		validUntil: credential.validUntil.slice(0, 7),
		commitment: identifier?.[0].identityHash.slice('sha256$'.length) ?? null
	};
}

function describeCommitment(commitment: string) {
	const identityHash = `sha256$${commitment}`;
	return { type: 'IdentityObject', hashed: true, identityHash, identityType: 'ext:name-v1' } as const;
}
