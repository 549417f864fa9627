// Signs one of the demo's people in, second step included.
import { expect, type Page } from '@playwright/test';
import { secondFactorRoles } from '../../src/lib/auth/account';
import { demoCode } from '../../src/cli/demo-second-step';
import type { DemoAccount } from '../../src/cli/demo-data';
import { signIn } from './people';

/** A code counts once, and each account has the same app in the demo: whoever finds one spent waits for the next. */
const tries = 5;

/** Ends on the first screen of the role. */
export async function signInDemo(page: Page, account: DemoAccount): Promise<void> {
	await signIn(page, account);
	if (secondFactorRoles.includes(account.role)) {
		await expect(page).toHaveURL(/second-step/);
		for (let attempt = 0; attempt < tries; attempt++) {
			// The app's next code counts already, half a minute early.
			await page.locator('[name="code"]').fill(demoCode(new Date(Date.now() + (attempt % 2) * 30_000)));
			await page.locator('form:has([name="code"]) button').click();
			if (!page.url().includes('second-step')) break;
			await page.waitForTimeout(attempt % 2 ? 15_000 : 0);
		}
	}
	await expect(page).toHaveURL(/\/fr\/(coach|peer|coordinate|admin)$/);
}
