// Bad Wi-Fi: what was visited plays without a network, and what is counted arrives once.
import { quietGroup } from '../demo';
import { joinByCode, readCounts } from './group';
import { listShortestPlays, openModule, play, readGraph, slug } from './plays';
import { expect, test } from './test';
import { words } from './words';

test.use({ serviceWorkers: 'allow' });

test('a module plays offline after a visit, and its count arrives exactly once', async ({ page, context }) => {
	await joinByCode(page, quietGroup.code);
	const { key } = JSON.parse((await page.evaluate(() => localStorage.getItem('relais:group'))) ?? '{}').data;
	const graph = await openModule(page);
	await waitUntilKept(page, `/fr/modules/${slug}`);
	const before = await readCounts(key);

	await context.setOffline(true);
	await page.reload();
	await page.locator('[data-ready]').waitFor();
	await expect(page.locator('[data-offline-notice]')).toBeVisible();
	const { path } = listShortestPlays(graph)[0] ?? { path: [] };
	await play(page, path);
	await expect(page.locator('[data-do="restart"]')).toBeVisible();
	expect(await readCounts(key)).toEqual(before);

	// Twice back and forth, with a reload between: nothing is sent twice.
	await context.setOffline(false);
	await expect
		.poll(() => readCounts(key), { timeout: 20_000 })
		.toEqual({ started: before.started + 1, completed: before.completed + 1 });
	await page.reload();
	await page.waitForTimeout(1_500);
	expect(await readCounts(key)).toEqual({ started: before.started + 1, completed: before.completed + 1 });
});

test('a module kept from the list plays offline with its drawings, though it was never opened', async ({ page, context }) => {
	await page.goto('/fr/modules');
	const save = page.locator(`[data-save$="${slug}"]`);
	await save.click();
	await expect(save.getByText(words('home.saveKept'))).toBeVisible({ timeout: 20_000 });
	await context.setOffline(true);
	await page.goto(`/fr/modules/${slug}`);
	await page.locator('[data-ready]').waitFor();
	for (const choice of listShortestPlays(await readGraph(page)).at(-1)?.path ?? []) {
		if (await page.locator('.film').count()) break;
		await play(page, [choice]);
	}
	await expect(page.locator('.film')).toBeVisible();
	const missing = await page.evaluate(async () => {
		const drawings = [...document.querySelectorAll('use')].map((use) => use.href.baseVal.split('#')[0] ?? '');
		const answers = await Promise.all(
			drawings.map((drawing) =>
				fetch(drawing).then(
					(answer) => answer.ok,
					() => false
				)
			)
		);
		return drawings.filter((_, index) => !answers[index]);
	});
	expect(missing).toEqual([]);
});

test('help, the quick exit and a plain word of what is missing work offline', async ({ page, context }) => {
	await page.goto('/fr');
	await waitUntilKept(page, '/fr/help');
	await waitUntilKept(page, '/fr/offline');
	await waitUntilKept(page, '/calendar');
	await context.setOffline(true);
	await page.goto('/fr/help');
	await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
	await page.goto('/fr/coach').catch(() => undefined);
	await expect(page.locator('h1')).toBeVisible();
	await page.goto('/fr/help');
	await page.locator('[data-quick-exit]').click();
	await expect(page.locator('body')).not.toContainText(/relais/i);
});

async function waitUntilKept(page: import('@playwright/test').Page, address: string): Promise<void> {
	await expect
		.poll(() => page.evaluate(async (kept) => (await caches.match(kept)) !== undefined, address), { timeout: 20_000 })
		.toBe(true);
}
