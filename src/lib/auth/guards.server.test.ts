import { isHttpError, isRedirect } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import type { Account, Role } from './account';
import { publicRoute, requireRole, requireUser } from './guards.server';

function event(role: Role | null) {
	const account: Account | null = role && { id: 'a', role, name: 'N', organisationId: 'o', groupId: null };
	const url = new URL('/nl/coach/groups/x?secret=1', 'http://relais.test');
	return { url, locals: { account, authSession: null, locale: 'nl' as const, requestId: 'r1', demo: false } };
}

function thrownBy(work: () => unknown): unknown {
	try {
		work();
	} catch (thrown) {
		return thrown;
	}
	return null;
}

describe('requireUser', () => {
	it('gives the account', () => expect(requireUser(event('coach')).role).toBe('coach'));

	it('sends others to the sign-in page in their language, which leads back without the query', () => {
		const thrown = thrownBy(() => requireUser(event(null)));
		expect(isRedirect(thrown) && [thrown.status, thrown.location]).toEqual([303, '/nl/sign-in?next=%2Fnl%2Fcoach%2Fgroups%2Fx']);
	});
});

describe('requireRole', () => {
	it('gives an account of any of the roles', () => {
		expect(requireRole(event('coach'), 'coach', 'coordinator').role).toBe('coach');
		expect(requireRole(event('coordinator'), 'coach', 'coordinator').role).toBe('coordinator');
	});

	it.each(['peer-expert', 'network-admin'] as const)('refuses a %s with 403, an id and words', (role) => {
		const thrown = thrownBy(() => requireRole(event(role), 'coach', 'coordinator'));
		expect(isHttpError(thrown, 403) && thrown.body).toEqual({
			id: 'r1',
			message: 'Deze pagina is niet bedoeld voor uw account.'
		});
	});

	it('asks to sign in before it judges the role', () => {
		expect(isRedirect(thrownBy(() => requireRole(event(null), 'coach')))).toBe(true);
	});
});

describe('publicRoute', () => {
	it('lets everybody pass', () => expect(publicRoute()).toBeUndefined());
});
