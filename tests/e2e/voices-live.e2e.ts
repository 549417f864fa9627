// A consultation's question in a meeting and on the sheet of one held on paper: answers reach the voices whole, a sentence reaches
// the two readers with a receipt, and its author takes it back.
import type { Browser, Page } from '@playwright/test';
import { groups } from '../../src/cli/demo-data';
import { demoCoach } from '../demo';
import { connectTo } from './databases';
import { findViolations } from './axe';
import { signInDemo } from './demo-sign-in';
import { e2eOrigin } from './place';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true });

const title = 'Le Wi-Fi et nous';
const group = groups.find(({ coach }) => coach === demoCoach.username)!;

async function openPhone(browser: Browser, code: string, locale: string, javaScriptEnabled: boolean): Promise<Page> {
	const viewport = { width: 320, height: 740 };
	const context = await browser.newContext({ baseURL: e2eOrigin, viewport, locale: `${locale}-BE`, javaScriptEnabled });
	const page = await context.newPage();
	await page.goto(`/${locale}/live/${code}`);
	await page.locator('.phone form button').first().click();
	await expect(page.locator('.who')).toBeVisible();
	return page;
}

/** What the voices were told of the open step, by option and method. */
async function readTallies(): Promise<Record<string, number>> {
	const voices = connectTo('voices');
	const { rows } = await voices.execute(
		"select option, method, sum(count) as n from tally where form = 'c:demo-ouverte:gather' group by 1, 2"
	);
	voices.close();
	return Object.fromEntries(rows.map(({ option, method, n }) => [`${option} ${method}`, Number(n)]));
}

test('a consultation is answered in a meeting and on paper, and a sentence is taken back', async ({ page: host, browser }) => {
	test.setTimeout(420_000);
	await signInDemo(host, demoCoach);
	await host.goto('/fr/kits/le-groupe-s-enflamme');
	await host.locator('input[name="coach"]').check();
	await host.locator('input[name="asked"][value="demo-ouverte"]').check();
	await host.locator('main form button').last().click();
	await expect(host.locator('.host[data-ready]')).toBeVisible();
	const give = async (cmd: string) => {
		await host.locator(`.bar [data-cmd="${cmd}"]`).click();
		await expect(host.getByRole('alert')).toHaveCount(0);
	};
	for (const cmd of ['begin', 'welcome']) await give(cmd);
	await expect(host.locator('.host')).toHaveAttribute('data-phase', 'lobby');
	const code = /\/live\/(\w+)\/screen/.exec((await host.locator('a.screen').getAttribute('href')) ?? '')?.[1] ?? '';
	const screen = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
	await screen.goto(e2eOrigin + ((await host.locator('a.screen').getAttribute('href')) ?? ''));
	const phone = await openPhone(browser, code, 'fr', true);
	const plain = await openPhone(browser, code, 'nl', false);

	// What stands before is left out, step by step; nobody can write yet.
	expect((await phone.goto(`/fr/live/${code}/sentence`))?.status()).toBe(200);
	await expect(phone.getByText(words('voices.problemClosed'))).toBeVisible();
	await phone.goto(`/fr/live/${code}`);
	await give('next');
	for (let step = 0; step < 8 && (await host.locator('h1').innerText()) !== title; step++) {
		const before = await host.locator('.host').getAttribute('data-seq');
		await host.locator('.sides button', { hasText: words('host.doSkip') }).click();
		await host.locator('.sides').getByText(words('host.sure')).click();
		await expect(host.locator('.host')).not.toHaveAttribute('data-seq', before ?? '');
	}
	await expect(host.locator('h1')).toHaveText(title);
	await give('open');
	await phone.locator('.phone button[name="a"][value="o2"]').click();
	await expect(phone.getByText(words('live.kept'))).toBeVisible();
	// Without a script the page asks again by itself, every few seconds.
	await expect(plain.getByText('Wat stoort je het meest?')).toBeVisible({ timeout: 30_000 });
	await plain.locator('button[name="a"][value="pass"]').click();
	await expect(host.locator('.answered strong')).toHaveText('2');

	// A sentence, on a page of its own; one for each phone.
	await phone.locator('a[href$="/sentence"]').click();
	await expect(phone).toHaveURL(/\/sentence$/);
	expect(await findViolations(phone)).toEqual([]);
	await phone.locator('[name="text"]').fill('Le signal est faible. Mon nom est Canarine.');
	await phone.getByRole('button', { name: words('voices.send') }).click();
	const receipt = (await phone.locator('[data-receipt]').innerText()).trim();
	expect(await findViolations(phone)).toEqual([]);
	await phone.goto(`/fr/live/${code}/sentence`);
	await phone.locator('[name="text"]').fill('Encore une.');
	await phone.getByRole('button', { name: words('voices.send') }).click();
	await expect(phone.getByText(words('voices.liveUsed'))).toBeVisible();
	await plain.locator('a[href$="/sentence"]').click();
	await expect(plain).toHaveURL(/\/sentence$/);
	await plain.locator('[name="text"]').fill('Een rustige plek om te bellen.');
	await plain.getByRole('button', { name: words('voices.send', {}, 'nl') }).click();
	await expect(plain.locator('[data-receipt]')).toBeVisible();
	const stranger = await (await browser.newContext({ baseURL: e2eOrigin })).newPage();
	expect((await stranger.goto(`/fr/live/${code}/sentence`))?.status()).toBe(404);
	await stranger.context().close();

	// The room sees no number below five.
	await give('close');
	await give('reveal');
	await expect(screen.locator('[data-results] .row').first()).toBeVisible();
	expect(await screen.locator('[data-results] .row b').allInnerTexts()).not.toContain('1');
	await give('discuss');
	for (let step = 0; step < 3; step++) await give('next');
	await expect(host.getByText(words('host.endedTitle'))).toBeVisible();
	await host.locator('a.button').click();
	await expect(host.locator('main')).not.toContainText('Pas d’endroit calme');

	// The coach reads both sentences; the first is taken back meanwhile.
	const reading = await host.context().newPage();
	await reading.goto(`/fr/coach/groups/${group.id}/voices/moderation`);
	await expect(reading.locator('.card').filter({ hasText: 'signal' })).toBeVisible();
	await phone.goto('/fr/voices/withdraw');
	await phone.locator('[name="receipt"]').fill(receipt);
	await phone.getByRole('button', { name: words('voices.withdrawButton') }).click();
	await expect(phone.getByText(words('voices.withdrawDone'))).toBeVisible();
	await reading.reload();
	await expect(reading.locator('.card').filter({ hasText: 'rustige plek' })).toBeVisible();
	await expect(reading.locator('.card').filter({ hasText: 'signal' })).toHaveCount(0);

	// On paper: the sheet of another meeting has the question too.
	await host.goto(`/fr/lives/${group.id}/paper?kit=le-groupe-s-enflamme`);
	await host.locator('[name="joined"]').fill('12');
	await host.locator('[name="asked.demo-ouverte.o1"]').fill('7');
	await host.locator('[name="asked.demo-ouverte.o2"]').fill('4');
	await host.locator('[name="asked.demo-ouverte.skip"]').fill('1');
	await host.locator('main form button').click();
	await expect(host.getByText(words('host.paperKept'))).toBeVisible();

	// Both are handed over within a minute, and nothing of it stays with the meetings.
	await expect
		.poll(readTallies, { timeout: 90_000, intervals: [3_000] })
		.toMatchObject({ 'o2 devices': 1, 'skip devices': 1, 'o1 paper': 7, 'o2 paper': 4, 'skip paper': 1 });
	const live = connectTo('live');
	const { rows } = await live.execute("select count(*) as n from record where facts like '%demo-ouverte%'");
	live.close();
	expect(Number(rows[0]?.n)).toBe(0);
	for (const each of [phone, plain, screen]) await each.context().close();
});
