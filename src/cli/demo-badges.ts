// Two people of the demo hold a badge, so that there is one to look at, to print and to verify.
import { findAccountByUsername } from '../lib/auth/accounts.server';
import { issueBadge } from '../lib/certification/badges.server';
import type { Database } from '../lib/database/database.server';

const given = [
	{ username: 'loutre verte demo', achievement: 'peer-expert', nameMode: 'drawn' },
	{ username: 'demo-bruno', achievement: 'coach', nameMode: 'committed' }
] as const;

/** Signed by the demo's coordinator. */
export async function giveDemoBadges(accounts: Database, now: Date): Promise<void> {
	const by = (await findAccountByUsername(accounts, 'demo-claire'))?.account;
	for (const { username, ...badge } of given) {
		const holder = await findAccountByUsername(accounts, username);
		if (by && holder) await issueBadge(accounts, { accountId: holder.account.id, issuer: null, by, ...badge }, now);
	}
}
