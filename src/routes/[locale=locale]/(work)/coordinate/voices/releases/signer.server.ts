// Who may compute, sign and take in a country's figures: coordinators of the organisation that a network admin named for it. Others
// read their own organisation's, once they are signed.
import { error } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
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

/** The country that the account's organisation signs for; refuses with 403 where it is another's. */
export async function requireMandate({ locals }: { locals: App.Locals }, account: Account): Promise<string> {
	const { country, signs } = await readSigning(account);
	if (signs) return country;
	error(403, { id: locals.requestId, message: getTranslator(locals.locale)('voices.notSigner') });
}
