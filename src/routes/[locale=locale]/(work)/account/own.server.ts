// What a page behind `requireUser` knows of the browser that asks.
import type { RequestEvent } from '@sveltejs/kit';
import type { AuthSession } from '$lib/auth/auth-session.server';

export type OwnEvent = Pick<RequestEvent, 'locals' | 'url'>;

/** The authSession of a request whose account a guard has seen. */
export function own({ locals }: Pick<OwnEvent, 'locals'>): { authSession: AuthSession } {
	if (locals.authSession === null) throw new Error('own.server.ts: call requireUser(event) first.');
	return { authSession: locals.authSession };
}
