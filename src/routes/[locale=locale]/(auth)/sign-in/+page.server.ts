// Signing in works as a plain form post; the words of a refusal are chosen by the page, never which of the two was wrong.
import { error, fail, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { findAddress } from '$lib/auth/address-key.server';
import { startAuthSession } from '$lib/auth/auth-session.server';
import { readDevice } from '$lib/auth/device';
import { publicRoute } from '$lib/auth/guards.server';
import { safeNextPath } from '$lib/auth/next-path';
import { signIn, SignInLimits } from '$lib/auth/sign-in.server';
import { readFields } from '$lib/forms/fields';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';

const limits = new SignInLimits();

export const load = ({ locals, params }) => {
	publicRoute();
	if (locals.account !== null) redirect(303, startPage(locals.account, params.locale));
};

export const actions = {
	default: async (event) => {
		publicRoute();
		const { request, cookies, params, url, locals, setHeaders } = event;
		const fields = await readFields(request, 'username', 'passphrase');
		if (fields === null) error(400, { id: locals.requestId, message: getTranslator(params.locale as Locale)('auth.missing') });
		const { username, passphrase } = fields;
		if (username.trim() === '' || passphrase === '') return fail(400, { username, problem: 'missing' as const });
		const { accounts, settings } = getInstance();
		const address = findAddress(event, settings.trustedProxy);
		const now = new Date();
		const result = await signIn(accounts, limits, { username, passphrase, address }, now);
		if (result.ok) {
			const device = readDevice(request.headers.get('user-agent'));
			await startAuthSession(cookies, accounts, { account: result.account, stage: 'full', device }, now);
			redirect(303, safeNextPath(url.searchParams.get('next'), startPage(result.account, params.locale)));
		}
		if (result.reason === 'wrong') return fail(400, { username, problem: 'wrong' as const });
		setHeaders({ 'retry-after': String(result.seconds) });
		return fail(429, { username, problem: 'too-many' as const, seconds: result.seconds });
	}
};

/** The first page of a role; a role whose pages don't exist yet starts at the home page. */
function startPage({ role }: Account, locale: string): string {
	return role === 'coach' || role === 'coordinator' ? `/${locale}/coach` : `/${locale}`;
}
