// Who may compute, sign and take in a country's figures: coordinators of the organisation that a network admin named for it. Others
// read their own organisation's, once they are signed.
import { error } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { listOrganisationFacts, readCountry } from '$lib/groups/facts.server';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { readMandate } from '$lib/ops/mandates.server';

export interface Signing {
	country: string;
	/** This account's organisation signs. */
	signs: boolean;
	/** The organisation that signs, by name; null where none was named. */
	signer: string | null;
}

export async function readSigning({ organisationId }: Pick<Account, 'organisationId'>): Promise<Signing> {
	const { accounts } = getInstance();
	const country = await readCountry(accounts, organisationId);
	const mandate = await readMandate(accounts, country);
	const signer = (await listOrganisationFacts(accounts)).find(({ id }) => id === mandate)?.name ?? null;
	return { country, signs: mandate === organisationId, signer };
}

/** The account and its country, where it may sign; refuses with 403 otherwise. */
export async function requireSigner(event: Parameters<typeof requireRole>[0]): Promise<{ account: Account; country: string }> {
	const account = requireRole(event, 'coordinator');
	const { country, signs } = await readSigning(account);
	if (signs) return { account, country };
	error(403, { id: event.locals.requestId, message: getTranslator(event.locals.locale)('voices.notSigner') });
}
