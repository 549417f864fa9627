// The last line of every way in: a new authSession on this browser, and where it leads.
import type { RequestEvent } from '@sveltejs/kit';
import type { Account, Stage } from '$lib/auth/account';
import { startAuthSession } from '$lib/auth/auth-session.server';
import { readDevice } from '$lib/auth/device';
import { stepPath } from '$lib/auth/guards.server';
import { safeNextPath } from '$lib/auth/next-path';
import { startPath } from '$lib/auth/start-path';
import { getInstance } from '$lib/ops/instance.server';

type EnteringEvent = Pick<RequestEvent, 'cookies' | 'request' | 'params' | 'url'>;

/** Signs the account in as far as `stage`, and gives the path to go on to. */
export async function enter(event: EnteringEvent, account: Account, stage: Stage, now: Date): Promise<string> {
	const { cookies, request, url } = event;
	const device = readDevice(request.headers.get('user-agent'));
	await startAuthSession(cookies, getInstance().accounts, { account, stage, device }, now);
	return pathAfter(event.params.locale ?? '', account, stage, url.searchParams.get('next'));
}

/** Where a sign-in that has come to this stage goes on; the page that was wanted is kept on the way. */
export function pathAfter(locale: string, account: Account, stage: Stage, next: string | null): string {
	if (stage === 'full') return safeNextPath(next, startPath(account.role, locale));
	const query = next === null ? '' : `?${new URLSearchParams({ next })}`;
	return `${stepPath(locale, stage)}${query}`;
}
