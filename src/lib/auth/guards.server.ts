// The first line of every load, action and +server method is one of these (tests/guards.test.ts walks them all):
// a page is open to all because someone said so, never because someone forgot.
import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { getTranslator } from '$lib/i18n/messages.server';
import type { Account, Role, Stage } from './account';
import type { AuthSession } from './auth-session.server';

type GuardedEvent = Pick<RequestEvent, 'locals' | 'url'>;

/** States that this route is open to everybody. */
export function publicRoute(): void {}

/** The signed-in account. Nobody signed in: redirects (303) to the sign-in page, which leads back here. */
export function requireUser(event: GuardedEvent): Account {
	const { account } = event.locals;
	if (account !== null) return account;
	const next = new URLSearchParams({ next: event.url.pathname });
	redirect(303, `${stepPath(event.locals.locale, event.locals.authSession?.stage)}?${next}`);
}

/** A sign-in that has come to one of these stages; anybody else is sent to where they are: the sign-in page, or the next step. */
export function requireStage(event: GuardedEvent, ...stages: [Stage, ...Stage[]]): AuthSession {
	const { authSession, locale } = event.locals;
	if (authSession !== null && stages.includes(authSession.stage)) return authSession;
	redirect(303, authSession?.stage === 'full' ? `/${locale}/account` : stepPath(locale, authSession?.stage));
}

/** The page on which a sign-in goes on. */
export function stepPath(locale: string, stage: Stage | undefined): string {
	if (stage === 'second-factor') return `/${locale}/sign-in/second-step`;
	return stage === 'set-up' ? `/${locale}/second-factor` : `/${locale}/sign-in`;
}

/** The signed-in account when it has one of these roles; otherwise refuses with 403 (or asks to sign in). */
export function requireRole(event: GuardedEvent, ...allowed: [Role, ...Role[]]): Account {
	const account = requireUser(event);
	if (allowed.includes(account.role)) return account;
	error(403, { id: event.locals.requestId, message: getTranslator(event.locals.locale)('auth.forbidden') });
}

/** Open on a developer's own computer (`npm run dev`); on a built instance as `requireRole`. For tools of those who write. */
export function requireRoleUnlessDev(event: GuardedEvent, ...allowed: [Role, ...Role[]]): void {
	if (!dev) requireRole(event, ...allowed);
}
