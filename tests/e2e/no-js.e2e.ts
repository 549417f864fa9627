// Without JavaScript: links and forms carry the whole play, and a group's plays are counted all the same.
import { largeGroup } from '../demo';
import { listShortestPlays, readGraph, slug } from './plays';
import { expect, test } from './test';
import { words } from './words';

test.use({ javaScriptEnabled: false });

test('a whole play without JavaScript', async ({ page }) => {
	await page.goto(`/fr/modules/${slug}`);
	const graph = await readGraph(page);
	const { path } = listShortestPlays(graph)[0] ?? { path: [] };
	expect(path.length).toBeGreaterThan(3);
	for (const choice of path) await page.locator(`[data-choice="${choice}"]`).click();
	await expect(page.getByRole('link', { name: words('player.helpNow') })).toBeVisible();
	await expect(page).toHaveURL(/\/play\?/);
});

test('a film without JavaScript is a comic strip that says every line', async ({ page }) => {
	await page.goto(`/fr/modules/${slug}`);
	const graph = await readGraph(page);
	for (const choice of listShortestPlays(graph).at(-1)?.path ?? []) {
		if (await page.getByText(words('player.transcript')).count()) break;
		await page.locator(`[data-choice="${choice}"]`).click();
	}
	const lines = await page.locator('.transcript li').allTextContents();
	expect(lines.length).toBeGreaterThan(3);
	const strip = page.locator('noscript li');
	await expect(strip).toHaveCount(lines.length);
	await expect(strip.last()).toBeVisible();
});

test('a quiz answers without JavaScript', async ({ page }) => {
	await page.goto(`/fr/modules/${slug}`);
	await page.locator('form.exercise input[name="o1"]').first().check();
	await page.getByRole('button', { name: words('player.quizAnswer') }).click();
	await expect(page.locator('[data-verdict]:not([hidden])')).toHaveText(
		new RegExp(`${words('player.quizRetry')}|${words('player.quizComplete')}`)
	);
});

test('joins by code and goes on to a play that is counted, and no address tells the group', async ({ page }) => {
	const addresses: string[] = [];
	page.on('request', (request) => addresses.push(request.url()));
	await page.goto('/fr/join');
	await page.locator('input[name=code]').fill(largeGroup.code);
	await page.locator('form button[type=submit]').click();
	const key = await page.locator('[data-membership]').getAttribute('data-key');
	expect(key).toMatch(/^[\w-]{22}$/);
	await page.locator(`button[formaction$="/modules/${slug}/play"]`).click();
	await page.locator('[data-choice]').first().click();
	await expect(page.locator('.player h2')).toBeVisible();
	expect(page.url()).toMatch(/\/play\?s=v1\.[\w-]+&c=/);
	expect(addresses.filter((address) => address.includes(key ?? ''))).toEqual([]);
	// Loading the same step again counts nothing twice; the coach's journey reads the counts.
	await page.reload();
	await expect(page.locator('.player h2')).toBeVisible();
});

test.describe('a play that was tampered with', () => {
	for (const [name, query] of [
		['a state of somebody else’s making', 's=eyJhIjoxfQ.abc'],
		['an unknown choice', 'c=no-such-choice'],
		['an oversized state', `s=${'x'.repeat(6000)}`]
	]) {
		test(`${name} gets a clear page and a way to start again`, async ({ page }) => {
			const answer = await page.goto(`/fr/modules/${slug}/play?${query}`);
			expect(answer?.status()).toBeGreaterThanOrEqual(400);
			expect(answer?.status()).toBeLessThan(500);
			await page.locator(`a[href$="/modules/${slug}"]`).first().click();
			await expect(page.locator('[data-choice]').first()).toBeVisible();
		});
	}
});
