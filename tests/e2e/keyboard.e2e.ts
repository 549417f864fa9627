// By keyboard alone: every journey has a way, the focus is always seen, nothing traps it.
import { listShortestPlays } from './plays';
import { expect, test } from './test';
import type { Page } from '@playwright/test';

test('from the first page to an ending', async ({ page }) => {
	await page.goto('/fr');
	await tabTo(page, 'main a[href^="/fr/modules/"]');
	await page.keyboard.press('Enter');
	await page.locator('[data-ready]').waitFor();
	const graph = JSON.parse((await page.locator('#player-props').textContent()) ?? '{}').graph;
	for (const choice of listShortestPlays(graph)[0]?.path ?? []) {
		await page.locator(`[data-choice="${choice}"]`).waitFor();
		await tabTo(page, `[data-choice="${choice}"]`);
		await page.keyboard.press('Enter');
	}
	await expect(page.locator('[data-do="restart"]')).toBeVisible();
});

test('joining, help and the skip link', async ({ page }) => {
	await page.goto('/fr/join');
	await page.keyboard.press('Tab');
	await expect(page.locator(':focus')).toHaveAttribute('href', '#main');
	await tabTo(page, 'input[name="code"]');
	await page.keyboard.type('WRONGCDE');
	await page.keyboard.press('Enter');
	await expect(page.locator('input[name="code"]')).toHaveAttribute('aria-invalid', 'true');
	await expect(page.locator('input[name="code"]')).toHaveValue(/WRONGCDE/i);
	await page.goto('/fr/help');
	await tabTo(page, 'a[href^="tel:"]');
});

/** Presses Tab until the element has the focus, and checks on the way that the focus can always be seen. */
async function tabTo(page: Page, selector: string): Promise<void> {
	for (let presses = 0; presses < 80; presses++) {
		await page.keyboard.press('Tab');
		const [there, seen] = await page.evaluate((wanted) => {
			const focused = document.activeElement;
			if (!focused || focused === document.body) return [false, true];
			// A drawn radio button shows the focus on the card around it.
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused.closest('label') ?? focused);
			const box = focused.getBoundingClientRect();
			const onScreen = box.width > 0 && box.bottom > 0 && box.top < innerHeight;
			return [focused.matches(wanted), onScreen && (outlineStyle !== 'none' || outlineWidth !== '0px' || boxShadow !== 'none')];
		}, selector);
		expect(seen, `the focus is hidden on the way to ${selector}`).toBe(true);
		if (there) return;
	}
	throw new Error(`Tab never reaches ${selector} on ${page.url()}`);
}
