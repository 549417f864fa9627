// One's own account: where it is signed in, and how one signs in. Every act answers with a redirect or stays with its reason.
import { fail, redirect } from '@sveltejs/kit';
import { findAccount } from '$lib/auth/accounts.server';
import { endDevice, endOtherDevices, listDevices } from '$lib/auth/devices.server';
import { requireUser } from '$lib/auth/guards.server';
import { offerWords, passphraseFields, takePassphrase } from '$lib/auth/new-passphrase.server';
import { shortestPassphrase } from '$lib/auth/passphrase';
import { hashPassphrase } from '$lib/auth/passphrase.server';
import { listPasskeys, removePasskey } from '$lib/auth/passkeys.server';
import { findSecondFactors, makeRecoveryCodes, removeTotp } from '$lib/auth/second-factors.server';
import { changePassphrase, isFresh, provePassphrase } from '$lib/auth/second-step.server';
import { listOwnBadges } from '$lib/certification/badges.server';
import { readFields } from '$lib/forms/fields';
import { getInstance } from '$lib/ops/instance.server';
import { enter } from '../../(auth)/enter.server';
import { stepLimits } from '../../(auth)/limits.server';
import { describeMoment } from './moment';
import { own, type OwnEvent } from './own.server';

export const load = async (event) => {
	const account = requireUser(event);
	const { accounts } = getInstance();
	const now = new Date();
	const { authSession } = own(event);
	const time = (moment: Date | null) => describeMoment(moment, event.params.locale);
	const [found, devices, passkeys, factors, badges] = await Promise.all([
		findAccount(accounts, account.id),
		listDevices(accounts, account.id, now),
		listPasskeys(accounts, account.id),
		findSecondFactors(accounts, account.id),
		listOwnBadges(accounts, account.id)
	]);
	return {
		username: found?.username ?? account.name,
		role: account.role,
		devices: devices.map(({ deviceId, device, createdAt, usedAt }) => {
			const here = deviceId === authSession.deviceId;
			return { deviceId, device, here, since: time(createdAt), used: time(usedAt) };
		}),
		passkeys: passkeys.map(({ id, device, createdAt }) => ({ id, device, since: time(createdAt) })),
		badges: badges.map(({ badge: { id, achievement } }) => ({ id, achievement })),
		totp: factors.totp,
		recoveryCodes: factors.recoveryCodes,
		fresh: isFresh(authSession, now),
		offered: offerWords(),
		shortest: shortestPassphrase[account.role],
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	device: async (event) => {
		const account = requireUser(event);
		const fields = await readFields(event.request, 'device');
		const ended = await endDevice(getInstance().accounts, account.id, fields?.device ?? '');
		if (!ended) return fail(409, { problem: 'device-gone' as const });
		return done(event, 'device');
	},
	others: async (event) => {
		const account = requireUser(event);
		await endOtherDevices(getInstance().accounts, account.id, own(event).authSession.deviceId);
		return done(event, 'others');
	},
	passphrase: async (event) => {
		const account = requireUser(event);
		const fields = await readFields(event.request, 'current', ...passphraseFields);
		if (fields === null) return fail(400, { problem: 'common' as const });
		const { accounts } = getInstance();
		const now = new Date();
		const { authSession } = own(event);
		const found = await findAccount(accounts, account.id);
		const taken = takePassphrase(fields, account.role, found?.username ?? account.name);
		if (!taken.ok) return fail(400, { problem: taken.problem, way: fields.way, offered: fields.offered });
		const proof = await provePassphrase(accounts, stepLimits, authSession, fields.current, now);
		if (!proof.ok) return refuse(proof);
		const passphraseHash = await hashPassphrase(taken.passphrase);
		await changePassphrase(accounts, account, { passphraseHash, deviceId: authSession.deviceId });
		// Who changed it goes on in a new authSession: a copied cookie ends with the old passphrase.
		await enter(event, account, 'full', now);
		return done(event, 'passphrase');
	},
	'remove-passkey': async (event) => {
		const account = requireUser(event);
		const fields = await readFields(event.request, 'passkey');
		const { accounts } = getInstance();
		if (!isFresh(own(event).authSession, new Date())) return refuseStale();
		if (!(await removePasskey(accounts, account, fields?.passkey ?? ''))) return fail(409, { problem: 'keep-one' as const });
		return done(event, 'removed');
	},
	'remove-app': async (event) => {
		const account = requireUser(event);
		const { accounts } = getInstance();
		if (!isFresh(own(event).authSession, new Date())) return refuseStale();
		if (!(await removeTotp(accounts, account))) return fail(409, { problem: 'keep-one' as const });
		return done(event, 'removed');
	},
	codes: async (event) => {
		const account = requireUser(event);
		const { accounts } = getInstance();
		if (!isFresh(own(event).authSession, new Date())) return refuseStale();
		const { passkeys, totp } = await findSecondFactors(accounts, account.id);
		if (account.role === 'peer-expert' || (passkeys === 0 && !totp)) return fail(409, { problem: 'no-factor' as const });
		return { codes: await makeRecoveryCodes(accounts, account.id) };
	}
};

function done(event: OwnEvent, what: string): never {
	redirect(303, `${event.url.pathname}?done=${what}`);
}

function refuseStale() {
	return fail(403, { problem: 'sign-in-again' as const });
}

function refuse(proof: Exclude<Awaited<ReturnType<typeof provePassphrase>>, { ok: true }>) {
	if (proof.reason === 'too-many') return fail(429, { problem: 'too-many' as const, seconds: proof.seconds });
	return fail(400, { problem: 'current-wrong' as const });
}
