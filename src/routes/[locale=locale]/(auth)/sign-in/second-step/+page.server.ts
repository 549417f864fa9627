// The second step: a code of the app, a recovery code, or a passkey of this very account.
import { fail, redirect } from '@sveltejs/kit';
import { credentialMaxLength } from '$lib/auth/credential';
import { requireStage } from '$lib/auth/guards.server';
import { finishAuthentication } from '$lib/auth/passkeys.server';
import { findSecondFactors } from '$lib/auth/second-factors.server';
import { answerStep } from '$lib/auth/second-step.server';
import { readLongFields } from '$lib/forms/fields';
import { getInstance } from '$lib/ops/instance.server';
import { enter } from '../../enter.server';
import { stepLimits } from '../../limits.server';

export const load = async (event) => {
	const { account } = requireStage(event, 'second-factor');
	const { passkeys, totp, recoveryCodes } = await findSecondFactors(getInstance().accounts, account.id);
	return {
		name: account.name,
		passkeys: passkeys > 0,
		totp,
		recovery: recoveryCodes > 0,
		next: event.url.searchParams.get('next')
	};
};

export const actions = {
	default: async (event) => {
		const { account } = requireStage(event, 'second-factor');
		const fields = await readLongFields(event.request, credentialMaxLength, 'code', 'recovery', 'credential');
		if (fields === null) return fail(400, { reason: 'missing' as const });
		const { accounts, settings } = getInstance();
		const now = new Date();
		if (fields.credential !== '') {
			const site = { origin: settings.origin, name: 'Relais' };
			const owner = await finishAuthentication(accounts, account.id, { response: fields.credential, site }, now);
			if (owner === null) return fail(400, { reason: 'passkey' as const });
			redirect(303, await enter(event, account, 'full', now));
		}
		const kind = fields.recovery !== '' ? 'recovery' : 'totp';
		const step = { kind, typed: fields.recovery || fields.code, secret: settings.secret } as const;
		const answer = await answerStep(accounts, stepLimits, account.id, step, now);
		if (answer.ok) redirect(303, await enter(event, account, 'full', now));
		if (answer.reason !== 'too-many') return fail(400, { reason: answer.reason });
		event.setHeaders({ 'retry-after': String(answer.seconds) });
		return fail(429, { reason: answer.reason, seconds: answer.seconds });
	}
};
