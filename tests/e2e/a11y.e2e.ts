// axe on every route, light and dark, left to right and right to left, at three widths: no violation.
import { demoCoach } from '../demo';
import { findViolations } from './axe';
import { listShortestPlays, openModule, play, slug } from './plays';
import { expect, test } from './test';
import type { Page } from '@playwright/test';

const widths = [320, 768, 1280];
const learner = [
	'',
	'/modules',
	`/modules/${slug}`,
	`/modules/${slug}/play`,
	'/help',
	'/help/card',
	'/method',
	'/professionals',
	'/accessibility',
	'/terms',
	'/join',
	'/memo',
	'/privacy',
	'/traces',
	'/carry',
	`/modules/${slug}/endings`,
	'/offline',
	'/sign-in'
];

for (const locale of ['fr', 'ar']) {
	for (const colorScheme of ['light', 'dark'] as const) {
		test.describe(`${locale}, ${colorScheme}`, () => {
			test.use({ colorScheme });
			for (const path of learner) {
				test(`/${locale}${path}`, async ({ page }) => {
					await page.goto(`/${locale}${path}`);
					await expectAccessible(page);
				});
			}

			test('film, chat, quiz and ending', async ({ page }) => {
				const graph = await openModule(page, locale);
				const { path } = listShortestPlays(graph).sort((a, b) => b.path.length - a.path.length)[0] ?? { path: [] };
				for (const choice of path) {
					await play(page, [choice]);
					await expectAccessible(page, [320]);
				}
				await expectAccessible(page);
			});

			test.describe('coach', () => {
				test.use({ expectsCookie: true });
				test('the work pages', async ({ page }) => {
					await page.goto(`/${locale}/coach`);
					await page.locator('[name="username"]').fill(demoCoach.username);
					await page.locator('[name="passphrase"]').fill(demoCoach.passphrase);
					await page.locator('main form button[type="submit"]').click();
					await expectAccessible(page);
					await page.locator('a[href*="/coach/groups/"]').first().click();
					await expectAccessible(page);
					await page.goto(`${page.url()}/card`);
					await expectAccessible(page);
				});
			});
		});
	}
}

test('the neutral page and the pages of errors', async ({ page }) => {
	for (const path of ['/calendar', '/fr/no-such-page', '/xx', '/fr/modules/no-such-module']) {
		await page.goto(path);
		await expectAccessible(page);
	}
});

async function expectAccessible(page: Page, at = widths): Promise<void> {
	for (const width of at) {
		await page.setViewportSize({ width, height: 740 });
		expect(await findViolations(page), `${page.url()} at ${width} px`).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} scrolls sideways`).toBeLessThanOrEqual(
			width
		);
	}
}
