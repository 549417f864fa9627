// Badges for journeys: given in the server's own database, as a coordinator's page would.
import { randomBytes } from 'node:crypto';
import { createAccount } from '../../src/lib/auth/accounts.server';
import type { NameMode } from '../../src/lib/certification/badge';
import { issueBadge, revokeBadge } from '../../src/lib/certification/badges.server';
import { startAuthSession } from '../../src/lib/auth/auth-session.server';
import type { Page } from '@playwright/test';
import { withAccounts } from './people';
import { e2eOrigin } from './place';

const by = { id: 'journey', organisationId: 'demo-tilleuls' };

/** A fresh coach with a badge; their sign-in is the page's when one is given. Returns the badge's number. */
export async function giveBadge(nameMode: NameMode, page?: Page, now = new Date()): Promise<string> {
	return withAccounts(async (database) => {
		const username = `holder ${randomBytes(6).toString('hex')}`;
		const wanted = { username, name: 'Holder', role: 'coach', organisationId: by.organisationId, passphraseHash: '' } as const;
		const account = await createAccount(database, wanted, now);
		const issued = await issueBadge(database, { accountId: account.id, achievement: 'coach', issuer: null, nameMode, by }, now);
		if (!issued.ok) throw new Error(issued.reason);
		if (page) {
			const jar = {
				get: () => undefined,
				delete: () => undefined,
				set: (name: string, value: string) => void (cookie = { name, value })
			};
			let cookie = { name: '', value: '' };
			await startAuthSession(jar, database, { account, stage: 'full', device: 'unknown' }, new Date());
			await page.context().addCookies([{ ...cookie, url: e2eOrigin }]);
		}
		return issued.badge.id;
	});
}

export const revoke = (id: string) => withAccounts((database) => revokeBadge(database, id, by, new Date()));
