import { describe, expect, it } from 'vitest';
import { roles, type Role } from '$lib/auth/account';
import { can, groupActions } from './can';

const group = { organisationId: 'org', coachIds: ['own-coach'] };

/** Every role, coaching the group or not, inside its organisation or not: what it may do. Nothing is left to a default. */
const allowed: [role: Role, id: string, organisationId: string, actions: string[]][] = roles.flatMap((role) =>
	['own-coach', 'other'].flatMap((id) =>
		['org', 'other-org'].map((organisationId): [Role, string, string, string[]] => {
			const inside = organisationId === 'org';
			const may = (role === 'coach' && id === 'own-coach' && inside) || (role === 'coordinator' && inside);
			return [role, id, organisationId, may ? ['see', 'manage'] : []];
		})
	)
);

describe('can', () => {
	it.each(allowed)('a %s (%s, %s) may %j', (role, id, organisationId, actions) => {
		expect(groupActions.filter((action) => can({ role, id, organisationId }, action, group))).toEqual(actions);
	});

	it('gives nobody a group without coaches but its coordinator', () => {
		const orphan = { organisationId: 'org', coachIds: [] };
		expect(can({ role: 'coach', id: 'own-coach', organisationId: 'org' }, 'see', orphan)).toBe(false);
		expect(can({ role: 'coordinator', id: 'c', organisationId: 'org' }, 'see', orphan)).toBe(true);
	});
});
