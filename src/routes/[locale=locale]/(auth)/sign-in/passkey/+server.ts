import { json } from '@sveltejs/kit';
import { addressKey, findAddress } from '$lib/auth/address-key.server';
import { publicRoute } from '$lib/auth/guards.server';
import { beginAuthentication } from '$lib/auth/passkeys.server';
import { getInstance } from '$lib/ops/instance.server';
import { challengeLimiter } from '../../limits.server';

/** A challenge for any passkey of this site. 429 to an address that asks for too many. */
export const POST = async (event) => {
	publicRoute();
	const { accounts, settings } = getInstance();
	const now = new Date();
	const key = addressKey(findAddress(event, settings.trustedProxy));
	if (!challengeLimiter.take(key, now)) {
		const seconds = String(challengeLimiter.retryAfter(key, now));
		return new Response(null, { status: 429, headers: { 'retry-after': seconds } });
	}
	return json(await beginAuthentication(accounts, null, { origin: settings.origin, name: 'Relais' }, now));
};
