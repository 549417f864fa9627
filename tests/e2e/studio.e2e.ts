// The studio of a built instance: a coordinator reads and walks through every module; nobody writes there, and no one else gets in.
import { accounts } from '../../src/cli/demo-data';
import { findViolations } from './axe';
import { signInDemo } from './demo-sign-in';
import { slug } from './plays';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true, viewport: { width: 1280, height: 800 } });

test('a coordinator reads a module, walks through it and changes nothing', async ({ page }) => {
	test.setTimeout(120_000);
	await signInDemo(
		page,
		accounts.find(({ username }) => username === 'demo-claire')!
	);
	await page.goto('/studio');
	await expect(page.getByText(words('studio.readOnly')).first()).toBeVisible();
	await page.locator(`main a[href="/studio/${slug}"]`).first().click();

	await test.step('the drawing says what the plans pass through, and the checker finds nothing', async () => {
		await expect(page.getByRole('heading', { name: words('studio.graphTitle') })).toBeVisible();
		await expect(page.getByText(words('studio.noFindingsText'))).toBeVisible();
		expect(await page.locator('main a[href*="node="]').count()).toBeGreaterThan(20);
	});
	await test.step('the phone shows the scene of the address, and walks on by its choices', async () => {
		const frame = page.frameLocator('.phone iframe');
		await expect(frame.locator('h2').first()).toBeVisible();
		const title = await page.locator('#scene h2').textContent();
		await page.locator('.walk a[href*="&c="]').first().click();
		await expect(page.locator('#scene h2')).not.toHaveText(title ?? '');
	});
	await test.step('nothing can be written', async () => {
		await expect(page.locator('main form[method="POST"]')).toHaveCount(0);
		const forced = await page.request.post(`/studio/${slug}?/review`, {
			form: { decision: 'approve' },
			headers: { origin: new URL(page.url()).origin }
		});
		expect(forced.status()).toBe(403);
	});
	expect(await findViolations(page)).toEqual([]);
});

test('who isn’t signed in is sent to do so, and a coach has no studio', async ({ page }) => {
	await page.goto(`/studio/${slug}`);
	await expect(page).toHaveURL(/sign-in/);
	await signInDemo(
		page,
		accounts.find(({ username }) => username === 'demo-nadia')!
	);
	expect((await page.goto(`/studio/${slug}`))?.status()).toBe(403);
});
