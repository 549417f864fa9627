// Signing in works as a plain form post; the words of a refusal are chosen by the page, never which of the two was wrong.
// A passkey comes with the same form's address and needs no name: it says itself whose it is.
import { error, fail, redirect } from '@sveltejs/kit';
import { findAddress } from '$lib/auth/address-key.server';
import { credentialMaxLength } from '$lib/auth/credential';
import { publicRoute, stepPath } from '$lib/auth/guards.server';
import { allowsPasskeys, finishAuthentication } from '$lib/auth/passkeys.server';
import { stageAfterPassphrase } from '$lib/auth/second-factors.server';
import { signIn } from '$lib/auth/sign-in.server';
import { startPath } from '$lib/auth/start-path';
import { readLongFields } from '$lib/forms/fields';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { enter } from '../enter.server';
import { signInLimits } from '../limits.server';

export const load = ({ locals, params, url, request }) => {
	publicRoute();
	// Who is in goes to their first page, who is half-way to the next step; but who has just been refused is told so.
	if (request.method === 'GET') {
		if (locals.account !== null) redirect(303, startPath(locals.account.role, params.locale));
		if (locals.authSession !== null) redirect(303, stepPath(params.locale, locals.authSession.stage));
	}
	return { passkeys: allowsPasskeys(getInstance().settings.origin), next: url.searchParams.get('next') };
};

export const actions = {
	default: async (event) => {
		publicRoute();
		const { request, params, locals, setHeaders } = event;
		const fields = await readLongFields(request, credentialMaxLength, 'username', 'passphrase', 'credential');
		if (fields === null) error(400, { id: locals.requestId, message: getTranslator(params.locale as Locale)('auth.missing') });
		const { accounts, settings } = getInstance();
		const username = fields.username.slice(0, 1000);
		const now = new Date();
		if (fields.credential !== '') {
			const site = { origin: settings.origin, name: 'Relais' };
			const account = await finishAuthentication(accounts, null, { response: fields.credential, site }, now);
			if (account === null) return fail(400, { username, problem: 'passkey' as const });
			redirect(303, await enter(event, account, 'full', now));
		}
		const passphrase = fields.passphrase.slice(0, 1000);
		if (username.trim() === '' || passphrase === '') return fail(400, { username, problem: 'missing' as const });
		const address = findAddress(event, settings.trustedProxy);
		const result = await signIn(accounts, signInLimits, { username, passphrase, address }, now);
		if (result.ok) {
			const stage = await stageAfterPassphrase(accounts, result.account);
			redirect(303, await enter(event, result.account, stage, now));
		}
		if (result.reason === 'wrong') return fail(400, { username, problem: 'wrong' as const });
		setHeaders({ 'retry-after': String(result.seconds) });
		return fail(429, { username, problem: 'too-many' as const, seconds: result.seconds });
	}
};
