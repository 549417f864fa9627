// Arabic throughout: direction, words, no horizontal scroll, and the exit at the start edge (the right).
import { listShortestPlays, openModule, play } from './plays';
import { expect, test } from './test';

const pages = [
	...['', '/modules', '/help', '/help/card', '/join', '/memo', '/privacy', '/traces'],
	...['/method', '/professionals', '/accessibility', '/terms']
];

for (const path of pages) {
	test(`/ar${path} is Arabic, right to left, and fits 320 px`, async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(`/ar${path}`);
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
		await expect(page.locator('h1')).toContainText(/[\u0600-\u06ff]/);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
		const exit = await page.locator('[data-quick-exit]').boundingBox();
		expect(exit?.x).toBeGreaterThan(160);
	});
}

test('a whole play in Arabic', async ({ page }) => {
	const graph = await openModule(page, 'ar');
	const { path } = listShortestPlays(graph)[0] ?? { path: [] };
	for (const [step] of path.entries()) {
		await expect(page.locator('.player h2')).toContainText(/[\u0600-\u06ff]/);
		for (const label of await page.locator('[data-choice]').allInnerTexts()) expect(label).toMatch(/[\u0600-\u06ff]/);
		await play(page, [path[step] ?? '']);
	}
	await expect(page.locator('[data-do="restart"]')).toBeVisible();
});
