// axe on every route, left to right and right to left: no violation at three widths in the light, nor at one in the dark, whose
// colours are the same at every width.
import { accounts } from '../../src/cli/demo-data';
import { demoCoach, emptyGroup } from '../demo';
import { findViolations } from './axe';
import { signInDemo } from './demo-sign-in';
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

/** Every work page, as one of the demo sees it. */
const workplaces: Record<string, string[]> = {
	[demoCoach.username]: [
		...['/coach', '/coach/groups', `/coach/groups/${emptyGroup.id}`, `/coach/groups/${emptyGroup.id}/card`],
		...[
			`/coach/groups/${emptyGroup.id}/settings`,
			'/coach/peers',
			'/coach/plans',
			'/coach/plans/new',
			'/coach/training',
			'/training-days/day-1'
		],
		...['/coach/print', '/peer/told']
	],
	'demo-nadia': ['/coach', '/coach/groups/demo-renard', '/coach/plans', '/coach/plans/demo-plan-1'],
	'pinson gris demo': ['/peer', '/kits', '/kits/aider', '/lives', '/peer/plans', '/peer/seen', '/peer/told'],
	'demo-claire': [
		...['/coordinate', '/coordinate/groups', '/coordinate/groups/new', '/coordinate/groups/import', '/coordinate/people?invite'],
		...['/coordinate/training?new', '/coordinate/training/demo-day-1', '/coordinate/organisation', '/coordinate/certificates'],
		...['/coordinate/content', '/coordinate/help-lines', '/coordinate/audit', '/coordinate/retention']
	],
	'demo-reseau': ['/admin', '/admin/organisations/new', '/admin/organisations/demo-canal', '/admin/settings']
};

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

			test.describe('the workplaces', () => {
				test.use({ expectsCookie: true });
				for (const [username, paths] of Object.entries(workplaces)) {
					test(`of ${username}`, async ({ page }) => {
						test.setTimeout(300_000);
						const account = accounts.find((each) => each.username === username) ?? demoCoach;
						await signInDemo(page, account);
						for (const path of paths) {
							await page.goto(`/${locale}${path}`);
							await expectAccessible(page);
						}
					});
				}
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

async function expectAccessible(page: Page, at?: number[]): Promise<void> {
	const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
	for (const width of at ?? (isDark ? [320] : widths)) {
		await page.setViewportSize({ width, height: 740 });
		expect.soft(await findViolations(page), `${page.url()} at ${width} px`).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth), `${page.url()} scrolls sideways`).toBeLessThanOrEqual(
			width
		);
	}
}
