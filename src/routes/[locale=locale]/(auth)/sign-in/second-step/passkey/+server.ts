import { json } from '@sveltejs/kit';
import { requireStage } from '$lib/auth/guards.server';
import { beginAuthentication } from '$lib/auth/passkeys.server';
import { getInstance } from '$lib/ops/instance.server';

/** A challenge for the passkeys of the account that is half-way in. */
export const POST = async (event) => {
	const { account } = requireStage(event, 'second-factor');
	const { accounts, settings } = getInstance();
	return json(await beginAuthentication(accounts, account.id, { origin: settings.origin, name: 'Relais' }, new Date()));
};
