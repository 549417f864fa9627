// "Take my progress along": from one phone to another by a code or a link, without the server learning anything; and the way
// that led to each ending.
import type { Browser, Page, Request } from '@playwright/test';
import { listShortestPlays, openModule, play, slug } from './plays';
import { expect, test } from './test';
import { words } from './words';

/** Plays a few steps on this phone; gives the heading where it stands. */
async function playSome(page: Page, steps: number): Promise<string> {
	const graph = await openModule(page);
	const { path } = listShortestPlays(graph).sort((a, b) => b.path.length - a.path.length)[0]!;
	await play(page, path.slice(0, steps));
	return page.locator('.player h2').innerText();
}

async function readCode(page: Page): Promise<string> {
	await page.goto('/fr/carry');
	await expect(page.locator('[data-carry-qr] svg')).toBeVisible();
	return page.locator('[data-carry-code]').innerText();
}

/** Another phone: nothing of the first one, and everything that it sends is looked at. */
async function takeOtherPhone(browser: Browser): Promise<{ page: Page; sent: Request[] }> {
	const context = await browser.newContext();
	const sent: Request[] = [];
	context.on('request', (request) => sent.push(request));
	return { page: await context.newPage(), sent };
}

const field = (page: Page) => page.locator('[data-carry-field]');
const result = (page: Page) => page.locator('[data-carry-result]');
const readProgress = (page: Page) => page.evaluate(() => localStorage.getItem('relais:progress'));

test('a play goes on on another phone, by typing its code; undo takes it back', async ({ page, browser }) => {
	const scene = await playSome(page, 4);
	const code = await readCode(page);
	const { page: other } = await takeOtherPhone(browser);
	await other.goto('/fr/carry');
	await expect(other.locator('[data-carry-nothing]')).toBeVisible();
	await field(other).fill(code.toLowerCase().replaceAll(' ', '-'));
	await field(other).press('Enter');
	await expect(result(other)).toBeFocused();
	await expect(result(other)).toContainText(words('memo.carryWill'));
	expect(await readProgress(other)).toBeNull();
	await other.locator('[data-carry-merge]').click();
	await expect(result(other)).toContainText(words('memo.carryDone'));
	expect(await other.locator('[data-carry-code]').innerText()).toBe(code);

	await other.locator('[data-carry-undo]').click();
	await expect(result(other)).toContainText(words('memo.carryUndone'));
	await expect(other.locator('[data-carry-nothing]')).toBeVisible();

	await field(other).fill(code);
	await field(other).press('Enter');
	await other.locator('[data-carry-merge]').click();
	await openModule(other);
	await other.locator('[data-do="resume"]').click();
	await expect(other.locator('.player h2')).toHaveText(scene);
	await other.context().close();
});

test('a scanned link asks before it changes anything, and its code never leaves the phone', async ({ page, browser }) => {
	await playSome(page, 3);
	const code = (await readCode(page)).replaceAll(' ', '');
	const { page: other, sent } = await takeOtherPhone(browser);
	await other.goto(`/fr/carry#${code}`);
	await expect(result(other)).toContainText(words('memo.carryWill'));
	expect(other.url()).not.toContain('#');
	expect(await readProgress(other)).toBeNull();
	await other.locator('[data-carry-merge]').click();
	await expect(result(other)).toContainText(words('memo.carryDone'));
	await other.reload();
	await expect(result(other)).toBeEmpty();
	// Once more, in the page that is open: everything is here already.
	await other.goto(`/fr/carry#${code}`);
	await expect(result(other)).toContainText('tout est déjà là');
	await expect(other.locator('[data-carry-merge]')).toBeHidden();
	expect(sent.length).toBeGreaterThan(0);
	expect(sent.filter((request) => `${request.url().split('#')[0]} ${request.postData()}`.includes(code))).toEqual([]);
	await other.context().close();
});

test('what is typed wrong is said in words and changes nothing', async ({ page }) => {
	await playSome(page, 2);
	const code = await readCode(page);
	const before = await readProgress(page);
	const typo = (code.startsWith('3A') ? '3B' : '3A') + code.slice(2);
	for (const [typed, problem] of [
		['', words('memo.carryEmpty')],
		['K7PO', words('memo.carryCharacter', { sign: 'O' })],
		[code.slice(0, -1), words('memo.carryLength')],
		[typo, words('memo.carryTypo')]
	] as const) {
		await field(page).fill(typed);
		await field(page).press('Enter');
		await expect(page.locator('[data-carry-problem]')).toHaveText(problem);
		await expect(field(page)).toBeFocused();
	}
	await field(page).fill(code);
	await field(page).press('Enter');
	await expect(page.locator('[data-carry-problem]')).toBeEmpty();
	expect(await readProgress(page)).toBe(before);
});

test('the pages of traces and of the memo lead there', async ({ page }) => {
	for (const from of ['/fr/traces', '/fr/memo']) {
		await page.goto(from);
		await page.getByRole('link', { name: words('memo.carryLink') }).click();
		await expect(page).toHaveURL(/\/fr\/carry$/);
	}
});

test('each ending that was seen tells the choices that led there', async ({ page }) => {
	const graph = await openModule(page);
	const { ending, path } = listShortestPlays(graph)[0]!;
	const labels: string[] = [];
	for (const choice of path) {
		labels.push((await page.locator(`[data-choice="${choice}"]`).innerText()).trim());
		await play(page, [choice]);
	}
	const title = await page.locator('.player h2').innerText();
	await page.getByRole('link', { name: words('player.endingWays') }).click();
	await expect(page).toHaveURL(new RegExp(`/modules/${slug}/endings$`));
	const seen = page.locator(`[data-ending="${ending}"]`);
	await expect(seen.getByRole('heading')).toHaveText(title);
	await expect(seen.locator('ol li')).toHaveText(labels);
	await expect(page.getByText(words('memo.waysUnseen'))).toHaveCount(listShortestPlays(graph).length);
	await expect(page.locator('[data-ending-unseen]:visible')).toHaveCount(listShortestPlays(graph).length - 1);
});
