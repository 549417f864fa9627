// Setting up a second factor: compulsory for some roles before anything else opens, offered to the others.
import { error, fail, redirect } from '@sveltejs/kit';
import { findAccount } from '$lib/auth/accounts.server';
import type { AuthSession } from '$lib/auth/auth-session.server';
import { credentialMaxLength } from '$lib/auth/credential';
import { readDevice } from '$lib/auth/device';
import { requireStage } from '$lib/auth/guards.server';
import { allowsPasskeys, finishRegistration } from '$lib/auth/passkeys.server';
import { beginTotp, findSecondFactors, makeRecoveryCodes } from '$lib/auth/second-factors.server';
import { answerStep, isFresh } from '$lib/auth/second-step.server';
import { describeApp } from '$lib/auth/totp-app.server';
import { readLongFields } from '$lib/forms/fields';
import { getInstance } from '$lib/ops/instance.server';
import { enter, pathAfter } from '../enter.server';
import { stepLimits } from '../limits.server';

export const load = async (event) => {
	const authSession = requireStage(event, 'set-up', 'full');
	const { account, stage } = authSession;
	const { accounts, settings } = getInstance();
	const now = new Date();
	const found = await findAccount(accounts, account.id);
	const secret = account.role === 'peer-expert' ? null : await beginTotp(accounts, account.id, settings.secret, now);
	return {
		role: account.role,
		must: stage === 'set-up',
		fresh: isFresh(authSession, now),
		passkeys: allowsPasskeys(settings.origin),
		app: secret && describeApp(secret, found?.username ?? account.name),
		next: event.url.searchParams.get('next'),
		onward: pathAfter(event.params.locale, account, 'full', event.url.searchParams.get('next'))
	};
};

export const actions = {
	totp: async (event) => {
		const authSession = requireStage(event, 'set-up', 'full');
		const fields = await readLongFields(event.request, 1000, 'code');
		if (fields === null) return fail(400, { reason: 'missing' as const });
		const { account } = authSession;
		const { accounts, settings } = getInstance();
		const now = new Date();
		if (!isFresh(authSession, now)) return fail(403, { reason: 'sign-in-again' as const });
		if (account.role === 'peer-expert') error(403, { id: event.locals.requestId, message: '' });
		const step = { kind: 'totp', typed: fields.code, secret: settings.secret, confirming: true } as const;
		const answer = await answerStep(accounts, stepLimits, account.id, step, now);
		if (!answer.ok) return refuse(event, answer);
		return finish(event, authSession, now);
	},
	passkey: async (event) => {
		const authSession = requireStage(event, 'set-up', 'full');
		const fields = await readLongFields(event.request, credentialMaxLength, 'credential');
		if (fields === null) return fail(400, { reason: 'invalid' as const });
		const { account } = authSession;
		const { accounts, settings } = getInstance();
		const now = new Date();
		if (!isFresh(authSession, now)) return fail(403, { reason: 'sign-in-again' as const });
		const site = { origin: settings.origin, name: 'Relais' };
		const device = readDevice(event.request.headers.get('user-agent'));
		const made = await finishRegistration(accounts, account, { response: fields.credential, site, device }, now);
		if (!made.ok) return fail(400, { reason: made.reason });
		return finish(event, authSession, now);
	}
};

type Refused = Exclude<Awaited<ReturnType<typeof answerStep>>, { ok: true }>;

function refuse(event: { setHeaders: (headers: Record<string, string>) => void }, refused: Refused) {
	if (refused.reason !== 'too-many') return fail(400, { reason: refused.reason });
	event.setHeaders({ 'retry-after': String(refused.seconds) });
	return fail(429, { reason: refused.reason, seconds: refused.seconds });
}

/** The sign-in is complete now, in a new authSession; an adult's first second factor comes with recovery codes. */
async function finish(event: Parameters<typeof enter>[0] & { locals: App.Locals }, { account, stage }: AuthSession, now: Date) {
	const { accounts } = getInstance();
	const onward =
		stage === 'set-up'
			? await enter(event, account, 'full', now)
			: pathAfter(
					event.params.locale ?? '',
					account,
					'full',
					event.url.searchParams.get('next') ?? `/${event.params.locale}/account`
				);
	const hasCodes = (await findSecondFactors(accounts, account.id)).recoveryCodes > 0;
	if (account.role === 'peer-expert' || hasCodes) redirect(303, onward);
	return { codes: await makeRecoveryCodes(accounts, account.id), onward };
}
