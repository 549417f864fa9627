import { describe, expect, it } from 'vitest';
import { roles, type Role } from '$lib/auth/account';
import { actions, can, type Action, type Actor } from './can';

const place = { organisationId: 'org', coachIds: ['own-coach'] };

/** Every role, coaching the place or not, inside its organisation or not. */
const actors: Actor[] = roles.flatMap((role) =>
	['own-coach', 'other'].flatMap((id) =>
		['org', 'other-org'].map((organisationId) => ({ role, id, organisationId, groupId: null }))
	)
);
const isCoach = ({ role, id, organisationId }: Actor) => role === 'coach' && id === 'own-coach' && organisationId === 'org';
const isCoordinator = ({ role, organisationId }: Actor) => role === 'coordinator' && organisationId === 'org';
const isAdmin = ({ role }: Actor) => role === 'network-admin';
const names = ({ role, id, organisationId }: Actor) => `a ${role} (${id}, ${organisationId})`;
const titled = actors.map((actor): [string, Actor] => [names(actor), actor]);

describe('a group', () => {
	it.each(titled)('by %s', (_, actor) => {
		const may = isCoach(actor) ? ['see', 'manage', 'host'] : isCoordinator(actor) ? ['see', 'manage'] : [];
		expect(actions.group.filter((action) => can(actor, action, { kind: 'group', id: 'group', ...place }))).toEqual(may);
	});

	it('without coaches is its coordinator’s alone', () => {
		const orphan = { kind: 'group', id: 'group', organisationId: 'org', coachIds: [] } as const;
		const at = { organisationId: 'org', groupId: null };
		expect(can({ role: 'coach', id: 'own-coach', ...at }, 'see', orphan)).toBe(false);
		expect(can({ role: 'coordinator', id: 'c', ...at }, 'see', orphan)).toBe(true);
	});
});

describe('the meetings of a group', () => {
	it.each([
		['group', 'org', true],
		['another', 'org', false],
		['group', 'other-org', false]
	])('by the peer expert of %s in %s: %s', (groupId, organisationId, may) => {
		const expert: Actor = { role: 'peer-expert', id: 'expert', organisationId, groupId };
		expect(actions.group.filter((action) => can(expert, action, { kind: 'group', id: 'group', ...place }))).toEqual(
			may ? ['host'] : []
		);
	});
});

describe.each(roles)('the account of a %s', (role) => {
	it.each(titled)('by %s', (_, actor) => {
		const all: Action<'account'>[] = [];
		const adult = role === 'coach' || role === 'coordinator';
		if (isCoach(actor) && role === 'peer-expert') all.push('see', 'reset', 'close', 'observe');
		if (isCoordinator(actor) && role !== 'network-admin')
			all.push(
				'see',
				...(role === 'coordinator' ? [] : (['reset'] as const)),
				'close',
				...(adult ? (['change-role'] as const) : []),
				...(role === 'coordinator' ? [] : (['certify'] as const))
			);
		if (isAdmin(actor) && (role === 'coordinator' || role === 'network-admin')) all.push('see', 'reset', 'close', 'change-role');
		const account = { kind: 'account', id: 'someone', role, ...place } as const;
		expect(actions.account.filter((action) => can(actor, action, account))).toEqual(all);
	});

	it('is seen by its owner, who can neither reset, close nor promote it here', () => {
		const owner = { role, id: 'me', organisationId: 'org', groupId: null };
		const account = { kind: 'account', id: 'me', role, organisationId: 'org', coachIds: [] } as const;
		expect(actions.account.filter((action) => can(owner, action, account))).toEqual(['see']);
	});
});

describe.each<[Role, (actor: Actor) => boolean]>([
	['peer-expert', (actor) => isCoach(actor) || isCoordinator(actor)],
	['coach', isCoordinator],
	['coordinator', (actor) => isCoordinator(actor) || isAdmin(actor)],
	['network-admin', isAdmin]
])('an invitation of a %s', (role, mayAll) => {
	it.each(titled)('by %s', (_, actor) => {
		const may = actions.invitation.filter((action) => can(actor, action, { kind: 'invitation', role, ...place }));
		expect(may).toEqual(mayAll(actor) ? actions.invitation : []);
	});
});
