// Signs one of the demo's people in. Who has a second step gets its outcome without it: each code of the app counts once, and every
// journey of a role would wait half a minute for the next. Those steps have journeys of their own (accounts.e2e.ts).
import { expect, type Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { secondFactorRoles } from '../../src/lib/auth/account';
import { startAuthSession } from '../../src/lib/auth/auth-session.server';
import { findAccount } from '../../src/lib/auth/accounts.server';
import { startPath } from '../../src/lib/auth/start-path';
import { accountTable } from '../../src/lib/auth/tables.server';
import type { DemoAccount } from '../../src/cli/demo-data';
import { signIn, withAccounts } from './people';
import { e2eOrigin } from './place';

/** Ends on the first screen of the role. */
export async function signInDemo(page: Page, account: DemoAccount): Promise<void> {
	if (secondFactorRoles.includes(account.role)) {
		await page.context().addCookies([{ ...(await startWhole(account)), url: e2eOrigin }]);
		await page.goto(startPath(account.role, 'fr'));
	} else await signIn(page, account);
	await expect(page).toHaveURL(/\/fr\/(coach|peer|coordinate|admin)$/);
}

/** The cookie of an authSession whose steps are all done. */
function startWhole({ username }: DemoAccount): Promise<{ name: string; value: string }> {
	return withAccounts(async (accounts) => {
		const [row] = await accounts.read
			.select({ id: accountTable.id })
			.from(accountTable)
			.where(eq(accountTable.username, username));
		const found = row && (await findAccount(accounts, row.id));
		if (!found) throw new Error(`The demo has no ${username}.`);
		let cookie = { name: '', value: '' };
		const jar = {
			get: () => undefined,
			delete: () => undefined,
			set: (name: string, value: string) => void (cookie = { name, value })
		};
		await startAuthSession(jar, accounts, { account: found, stage: 'full', device: 'unknown' }, new Date());
		return cookie;
	});
}
