// What journeys to a certificate do more than once: each by its screen, but for looks into the server's database.
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { accounts as demoAccounts, type DemoAccount } from '../../src/cli/demo-data';
import { normaliseUsername } from '../../src/lib/auth/account';
import { accountTable } from '../../src/lib/auth/tables.server';
import { behaviours } from '../../src/lib/certification/rubric';
import { awardTable, badgeTable } from '../../src/lib/certification/tables.server';
import { dayOf } from '../../src/lib/i18n/day';
import { withAccounts } from './people';
import { e2eOrigin } from './place';
import { expect } from './test';
import { words } from './words';

export const today = dayOf(new Date());
export const demo = (username: string) => demoAccounts.find((each) => each.username === username) as DemoAccount;
export const button = (page: Page, name: string) => page.getByRole('button', { name }).first();
export const saved = (page: Page) => expect(page.getByText(words('work.saved')).first()).toBeVisible();
export const idOf = (username: string) =>
	withAccounts(async (accounts) => {
		const [row] = await accounts.read
			.select()
			.from(accountTable)
			.where(eq(accountTable.username, normaliseUsername(username)));
		return row?.id ?? '';
	});

/** Posts a form as this page's account, past what its screens offer; gives the status and the words. */
export async function force(page: Page, path: string, form: Record<string, string>) {
	const answer = await page.request.post(e2eOrigin + path, { headers: { origin: e2eOrigin }, form });
	return { status: answer.status(), text: await answer.text() };
}

export async function planDay(page: Page, on: string, programme: string): Promise<string> {
	await page.goto('/fr/coordinate/training?new');
	await page.locator('[name="on"]').fill(on);
	await page.locator('[name="place"]').fill('Salle d’essai');
	await page.locator('[name="programme"]').selectOption(programme);
	await button(page, words('training.plan')).click();
	await expect(page).toHaveURL(/\/coordinate\/training\/[^/]+\?done=new/);
	return new URL(page.url()).pathname;
}

export async function enterPaper(page: Page, group: string, day: string): Promise<void> {
	await page.goto(`/fr/lives/${group}/paper?kit=aider`);
	await page.locator('[name="day"]').fill(day);
	await page.locator('[name="joined"]').fill('7');
	await button(page, words('host.paperKeep')).click();
	await expect(page).toHaveURL(/done=paper/);
}

export async function markAll(page: Page): Promise<void> {
	await page.goto('/fr/peer/meetings');
	const mine = page.locator('form:has([name="led"][value="yes"]) button');
	while ((await mine.count()) > 0) await mine.first().click();
}

export async function signAll(page: Page, peer: string): Promise<void> {
	await page.goto(`/fr/coach/peers/${peer}/path`);
	const unsigned = page.locator('form:has([name="signed"][value="yes"]) button');
	while ((await unsigned.count()) > 0) await unsigned.first().click();
	await saved(page);
}

export async function rateAll(page: Page, form: string, level: string): Promise<void> {
	for (const behaviour of behaviours) await page.locator(`${form} [name="${behaviour}"][value="${level}"]`).check();
}

/** Signs for a person on their page of evidence; gives the badge's id. */
export async function sign(page: Page, id: string): Promise<string> {
	await page.goto(`/fr/coordinate/certificates/${id}`);
	await page.locator('[name="seen"]').check();
	await button(page, words('path.signButton')).click();
	await expect(page.getByText(words('path.signedTitle'))).toBeVisible();
	const badges = await withAccounts((accounts) =>
		accounts.read
			.select()
			.from(awardTable)
			.innerJoin(badgeTable, eq(badgeTable.id, awardTable.badgeId))
			.where(eq(awardTable.accountId, id))
	);
	return badges.sort((a, b) => b.badge.validUntil.localeCompare(a.badge.validUntil))[0]?.badge.id ?? '';
}
