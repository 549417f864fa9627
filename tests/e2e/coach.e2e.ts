// A coach signs in and sees the own group's count move: a few at four, five at five, choices from five on.
import { randomBytes } from 'node:crypto';
import { demoCoach, emptyGroup, joinGroup } from '../demo';
import { joinByCode } from './group';
import { e2eOrigin } from './place';
import { listShortestPlays, openModule, play, readGraph, slug } from './plays';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true, viewport: { width: 1280, height: 800 } });

test('four completions read "a few", five read five, and choices appear', async ({ page, browser }) => {
	await page.goto(`/fr/modules/${slug}`);
	const graph = await readGraph(page);
	const { path } = listShortestPlays(graph)[0] ?? { path: [] };
	const { key, name } = await joinGroup(e2eOrigin, emptyGroup.code);
	for (let device = 0; device < 4; device++) await sendPlay(key, graph, path);

	await signIn(page);
	await page.goto('/fr/coach/groups');
	await page.getByRole('link', { name: words('coach.seeGroup', { name }) }).click();
	await expect(page.getByText(words('coach.completedFew')).first()).toBeVisible();
	await expect(page.getByText(words('coach.choicesLater'))).toBeVisible();

	const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, baseURL: e2eOrigin });
	const fifth = await phone.newPage();
	await joinByCode(fifth, emptyGroup.code);
	await openModule(fifth);
	await play(fifth, path);
	await expect(fifth.locator('[data-do="restart"]')).toBeVisible();
	await expect
		.poll(
			async () => {
				await page.reload();
				return page.locator('main').innerText();
			},
			{ timeout: 15_000 }
		)
		.toContain(words('coach.completedTimes', { n: 5 }));
	await expect(page.getByText(words('coach.choicesLater'))).toHaveCount(0);
	await expect(page.getByText(/5 réponses\)/).first()).toBeVisible();
	await phone.close();
});

test('a wrong passphrase says so in words, keeps the name, and signs nobody in', async ({ page }) => {
	await page.goto('/fr/coach');
	await expect(page).toHaveURL(/\/fr\/sign-in\?next=/);
	await page.locator('[name="username"]').fill(demoCoach.username);
	await page.locator('[name="passphrase"]').fill('not the passphrase at all');
	await page.getByRole('button', { name: words('auth.signIn'), exact: true }).click();
	await expect(page.locator('.notice[role="alert"]')).toBeVisible();
	await expect(page.locator('[name="username"]')).toHaveValue(demoCoach.username);
});

test("another coach's group does not exist", async ({ page }) => {
	await signIn(page);
	await page.goto('/fr/coach/groups');
	const own = await page.locator('main a[href*="/coach/groups/"]').first().getAttribute('href');
	const answer = await page.goto(`${own}x`);
	expect(answer?.status()).toBe(404);
});

test('signing out ends it on the server', async ({ page, context }) => {
	await signIn(page);
	const cookies = await context.cookies();
	await page.locator('form[action$="sign-out"] button').first().click();
	await context.addCookies(cookies);
	await page.goto('/fr/coach');
	await expect(page).toHaveURL(/sign-in/);
});

async function signIn(page: import('@playwright/test').Page): Promise<void> {
	await page.goto('/fr/coach');
	await page.locator('[name="username"]').fill(demoCoach.username);
	await page.locator('[name="passphrase"]').fill(demoCoach.passphrase);
	await page.getByRole('button', { name: words('auth.signIn'), exact: true }).click();
	await expect(page).toHaveURL(/\/fr\/coach/);
}

/** What one device sends for a whole play, event by event. */
async function sendPlay(key: string, graph: Awaited<ReturnType<typeof readGraph>>, path: string[]): Promise<void> {
	const event = { key, module: graph.id, version: graph.version, locale: 'fr', attempt: 'first' };
	let node = graph.start;
	const events: Record<string, unknown>[] = [{ ...event, kind: 'start' }];
	for (const choice of path) {
		events.push({ ...event, kind: 'choice', node, choice });
		node = graph.nodes[node]?.choices.find(({ id }) => id === choice)?.to ?? '';
	}
	events.push({ ...event, kind: 'end', node });
	for (const body of events) {
		const id = randomBytes(16).toString('base64url');
		const answer = await fetch(`${e2eOrigin}/participation`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ id, ...body })
		});
		expect(answer.status).toBe(204);
	}
}
