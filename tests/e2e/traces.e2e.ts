// Leaving fast and leaving nothing: the quick exit, a double Escape, erasing, the shared phone.
import { largeGroup } from '../demo';
import { joinByCode } from './group';
import { listShortestPlays, openModule, play } from './plays';
import { expect, test } from './test';

test('the quick exit replaces the page by a neutral one, and going back stays there', async ({ page }) => {
	await page.goto('/fr/modules');
	await page.goto('/fr/help');
	await page.locator('[data-quick-exit]').click();
	await expect(page).toHaveURL(/\/calendar$/);
	await expect(page.locator('body')).not.toContainText(/relais|aide|sécurité/i);
	expect(await page.title()).not.toMatch(/relais/i);
	await page.goBack();
	await expect(page).toHaveURL(/\/calendar$/);
});

test('Escape twice leaves, once does not', async ({ page }) => {
	await openModule(page);
	await page.keyboard.press('Escape');
	await page.waitForTimeout(1_000);
	expect(page.url()).toContain('/modules/');
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/calendar$/);
});

test('"erase my traces" leaves nothing on the phone', async ({ page }) => {
	await joinByCode(page, largeGroup.code);
	const graph = await openModule(page);
	await play(page, listShortestPlays(graph)[0]?.path.slice(0, 2) ?? []);
	await page.goto('/fr/traces');
	await page.locator('[data-erase]').click();
	await expect(page.locator('[data-erase-done]')).toBeVisible();
	const left = await page.evaluate(async () => ({
		local: Object.keys(localStorage),
		tab: Object.keys(sessionStorage).filter((key) => key !== 'relais:left'),
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		databases: (await indexedDB.databases()).map(({ name }) => name)
	}));
	expect(left).toEqual({ local: [], tab: [], caches: [], workers: 0, databases: [] });
});

test('erasing on leaving, when chosen', async ({ page }) => {
	await page.goto('/fr/traces');
	await page.locator('[data-erase-on-exit]').check();
	await page.goto('/fr/help');
	await page.locator('[data-quick-exit]').click();
	await expect(page).toHaveURL(/\/calendar$/);
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('on a shared phone nothing outlives the tab', async ({ page, context }) => {
	await page.goto('/fr/traces');
	await page.locator('[data-shared-toggle]').check();
	const graph = await openModule(page);
	await play(page, listShortestPlays(graph)[0]?.path.slice(0, 2) ?? []);
	const onlyTheSwitch = ['relais:shared'];
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(onlyTheSwitch);
	await page.close();
	const next = await context.newPage();
	await next.goto('/fr/modules');
	expect(await next.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual(onlyTheSwitch);
	// The switch holds in the next tab too, and through erasing.
	await next.goto('/fr/traces');
	await expect(next.locator('[data-shared-toggle]')).toBeChecked();
	await next.locator('[data-erase]').click();
	await expect(next.locator('[data-erase-done]')).toBeVisible();
	expect(await next.evaluate(() => Object.keys(localStorage))).toEqual(onlyTheSwitch);
	await next.locator('[data-shared-toggle]').uncheck();
	expect(await next.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
