// A young person with a phone: finds the module in two taps, plays it to different endings, comes back, keeps a memo.
import { listShortestPlays, openModule, play, slug } from './plays';
import { expect, test } from './test';
import { words } from './words';

test('the first module is two taps away', async ({ page }) => {
	await page.goto('/');
	await expect(page).toHaveURL(/\/fr$/);
	await page.getByRole('link', { name: words('home.start') }).click();
	await expect(page).toHaveURL(/\/fr\/modules/);
	if (page.url().endsWith('/modules')) await page.locator('[data-module-card] a').first().click();
	await expect(page.locator('[data-choice]').first()).toBeVisible();
});

test('three endings can be reached, each says what can still be done, and the page remembers them', async ({ page }) => {
	const graph = await openModule(page);
	const plays = listShortestPlays(graph);
	expect(plays.length).toBeGreaterThanOrEqual(5);
	for (const [index, { path }] of plays.slice(0, 3).entries()) {
		if (index > 0) await page.locator('[data-do="restart"]').click();
		await play(page, path);
		await expect(page.locator('[data-do="restart"]')).toBeVisible();
		await expect(page.getByRole('link', { name: words('player.helpNow') })).toBeVisible();
		await expect(page.getByText(words('player.endingsSeen', { n: index + 1, total: plays.length }))).toBeVisible();
	}
	await page.goto('/fr/modules');
	await expect(page.locator(`[data-module-card][data-module-id="${graph.id}"] [data-done]`)).toBeVisible();
	await page.goto('/fr/memo');
	await expect(page.locator(`[data-memo-line][data-module-id="${graph.id}"]`)).toBeVisible();
});

test('a play is resumed where it was left, and a step can be taken back', async ({ page }) => {
	const graph = await openModule(page);
	const path = listShortestPlays(graph)[0]?.path.slice(0, 3) ?? [];
	await play(page, path);
	const title = await page.locator('.player h2').textContent();
	await page.goto(`/fr/modules/${slug}`);
	await page.locator('[data-do="resume"]').click();
	await expect(page.locator('.player h2')).toHaveText(title ?? '');
	await page.locator('[data-do="undo"]').click();
	await expect(page.locator('.player h2')).not.toHaveText(title ?? '');
});

test('damaged memory on the device is said, and nothing breaks', async ({ page }) => {
	await page.addInitScript(() => localStorage.setItem('relais:progress', '{oops'));
	const graph = await openModule(page);
	await expect(page.getByText(words('player.unreadable'))).toBeVisible();
	await play(page, listShortestPlays(graph)[0]?.path.slice(0, 2) ?? []);
	expect(await page.evaluate(() => localStorage.getItem('relais:progress.damaged'))).toBe('{oops');
});

test('the heading of each scene takes the focus and is announced', async ({ page }) => {
	const graph = await openModule(page);
	await play(page, listShortestPlays(graph)[0]?.path.slice(0, 1) ?? []);
	await expect(page.locator('.player h2')).toBeFocused();
	const title = await page.locator('.player h2').textContent();
	await expect(page.locator('.player [aria-live="polite"]').first()).toContainText(title ?? 'no title');
});
