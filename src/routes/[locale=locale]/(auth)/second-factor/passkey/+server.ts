import { error, json } from '@sveltejs/kit';
import { findAccount } from '$lib/auth/accounts.server';
import { requireStage } from '$lib/auth/guards.server';
import { beginRegistration } from '$lib/auth/passkeys.server';
import { getInstance } from '$lib/ops/instance.server';

/** What the browser needs to make a passkey for this account. */
export const POST = async (event) => {
	const { account } = requireStage(event, 'set-up', 'full');
	const { accounts, settings } = getInstance();
	const found = await findAccount(accounts, account.id);
	if (found === null) error(404, { id: event.locals.requestId, message: '' });
	return json(await beginRegistration(accounts, found, { origin: settings.origin, name: 'Relais' }, new Date()));
};
