// A whole meeting of 45 minutes in compressed time: a host on a phone, a big screen, a coach, three phones in three languages
// (one comes late, one is locked and comes back, one has no script), to the feedback and the log.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { signInDemo } from './demo-sign-in';
import { findViolations } from './axe';
import { demoCoach } from '../demo';
import { e2eOrigin } from './place';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true });

/** Set SHOTS to a folder to keep pictures of every stage. */
const shots = process.env.SHOTS;

/** Looks at a page of a meeting as it stands: axe in the light and in the dark, and pictures where they are wanted. */
async function look(page: Page, name: string): Promise<void> {
	for (const colorScheme of ['dark', 'light'] as const) {
		await page.emulateMedia({ colorScheme });
		expect.soft(await findViolations(page), `${name}, ${colorScheme}`).toEqual([]);
		if (shots && (process.env.SHOT ?? name).includes(name))
			await page.screenshot({ path: `${shots}/${name}-${colorScheme}.png` });
	}
	if (name.startsWith('screen')) expect.soft(await listSmallWords(page), `${name}: too small for five metres`).toEqual([]);
}

/** Words of the big screen in letters below 3 % of its height. */
const listSmallWords = (screen: Page): Promise<string[]> =>
	screen.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const small: string[] = [];
		while (walker.nextNode()) {
			const { textContent: words, parentElement: parent } = walker.currentNode;
			if (!words?.trim() || !parent?.checkVisibility() || parent.closest('script, style, [hidden], .sr-only')) continue;
			if (parseFloat(getComputedStyle(parent).fontSize) < innerHeight * 0.03) small.push(words.trim());
		}
		return small;
	});

interface Room {
	host: Page;
	screen: Page;
	coach: Page;
	code: string;
	give(cmd: string): Promise<void>;
}

/** Signs in, chooses the kit and opens the three pages of the staff. */
async function openRoom(host: Page, browser: Browser, surface = 'screen'): Promise<Room> {
	await signInDemo(host, demoCoach);
	await host.goto('/fr/kits/le-groupe-s-enflamme');
	await look(host, 'kit');
	await host.locator(`input[name="surface"][value="${surface}"]`).check();
	// The server refuses a sensitive kit without a coach, whatever the form says.
	await host.locator('main form button').last().click();
	await expect(host.getByText(words('host.planCoachAbsent'))).toBeVisible();
	await host.locator('input[name="coach"]').check();
	await host.locator('input[name="lines"]').check();
	await host.locator('main form button').last().click();
	await expect(host).toHaveURL(/\/fr\/host\//);
	await expect(host.locator('.host[data-ready]')).toBeVisible();
	const give = async (cmd: string) => {
		await host.locator(`.bar [data-cmd="${cmd}"]`).click();
		await expect(host.getByRole('alert')).toHaveCount(0);
	};
	await give('begin');
	await look(host, 'host-pre-brief');
	await give('welcome');
	await expect(host.locator('.host')).toHaveAttribute('data-phase', 'lobby');
	const coach = await host.context().newPage();
	await coach.setViewportSize({ width: 1280, height: 800 });
	await coach.goto(`${host.url()}/coach`);
	const link = (await host.locator('a.screen').getAttribute('href')) ?? '';
	const screen = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
	await screen.goto(e2eOrigin + link);
	await expect(screen.locator('.stage[data-phase="lobby"]')).toBeVisible();
	const code = /\/live\/(\w+)\/screen/.exec(link)?.[1] ?? '';
	return { host, screen, coach, code, give };
}

/** A phone of its own; `script: false` for one without JavaScript. */
async function openPhone(
	browser: Browser,
	code: string,
	options: { locale: string; script?: boolean; width?: number }
): Promise<{ page: Page; context: BrowserContext }> {
	const { locale, script = true, width = 360 } = options;
	const context = await browser.newContext({
		baseURL: e2eOrigin,
		viewport: { width, height: 740 },
		locale: `${locale}-BE`,
		javaScriptEnabled: script
	});
	const page = await context.newPage();
	// As the address on the screen is typed: without a language, then the code.
	await page.goto('/live');
	await expect(page).toHaveURL(new RegExp(`/${locale}/live`));
	await page.locator('[name="code"]').fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
	await page.locator('main form button').click();
	await page.locator('.phone form button').first().click();
	await expect(page.locator('.who')).toBeVisible();
	return { page, context };
}

const choose = (page: Page, a: string) => page.locator(`.phone button[name="a"][value="${a}"]`).first().click();

test('a whole meeting, from the pre-brief to the log', async ({ page, browser }) => {
	// Minutes on a busy machine, half of one on a quiet one.
	test.setTimeout(600_000);
	const room = await openRoom(page, browser);
	const { host, screen, coach, give } = room;
	await look(screen, 'screen-lobby');
	const french = await openPhone(browser, room.code, { locale: 'fr' });
	const plain = await openPhone(browser, room.code, { locale: 'nl', script: false });
	await expect(screen.getByText(words('live.screenJoined', { n: 2 }))).toBeVisible();
	await look(french.page, 'phone-lobby');
	await look(host, 'host-lobby');

	// An activity, then the first question; the third phone comes in the middle of it.
	await give('next');
	await look(screen, 'screen-activity');
	await expect(french.page.locator('.phone')).toHaveAttribute('data-phase', 'discuss');
	await give('next');
	await look(screen, 'screen-prompt');
	await give('open');
	await choose(french.page, 'stop');
	await expect(french.page.getByText(words('live.kept'))).toBeVisible();
	await look(french.page, 'phone-open');
	const arabic = await openPhone(browser, room.code, { locale: 'ar', width: 320 });
	await expect(arabic.page.locator('html')).toHaveAttribute('dir', 'rtl');
	await choose(arabic.page, 'visee');
	await look(arabic.page, 'phone-open-ar');
	// Without a script the page is asked for again (every few seconds by itself) and answers by a form.
	await plain.page.reload();
	await choose(plain.page, 'visee');
	await expect(plain.page.locator('button[aria-pressed="true"]')).toHaveAttribute('value', 'visee');
	await expect(host.locator('.answered strong')).toHaveText('3');
	await look(host, 'host-open');

	// Locked: the stream dies without a word. Changed his mind meanwhile, and the answer waits for the network.
	await french.context.setOffline(true);
	await choose(french.page, 'visee');
	await expect(french.page.getByText(words('live.sending'))).toBeVisible();
	await french.context.setOffline(false);
	await expect(french.page.getByText(words('live.kept'))).toBeVisible({ timeout: 15_000 });
	await give('close');
	await give('reveal');
	await expect(screen.locator('[data-results] .row').nth(1).locator('b')).toHaveText('3');
	await expect(french.page.locator('.mine')).toContainText(/personne visée/);
	await look(screen, 'screen-results');
	await look(host, 'host-reveal');
	await give('discuss');
	await look(screen, 'screen-discuss');

	// The film: pictures at the room's pace, a vote, a decision.
	await give('next');
	await expect(host.locator('.bar [data-cmd="beat"]')).toBeVisible();
	for (let picture = 0; picture < 16; picture++) {
		const next = host.locator('.bar [data-cmd]');
		if ((await next.getAttribute('data-cmd')) !== 'beat') break;
		const seq = await host.locator('.host').getAttribute('data-seq');
		await next.click();
		await expect(host.locator('.host')).not.toHaveAttribute('data-seq', seq ?? '');
		if (picture === 4) await look(screen, 'screen-film');
	}
	await give('open');
	await look(screen, 'screen-vote');
	const first = (await french.page.locator('.phone button[name="a"]').first().getAttribute('value')) ?? '';
	for (const { page: phone } of [french, arabic]) await choose(phone, first);
	await expect(host.locator('.answered strong')).toHaveText('2');
	for (const cmd of ['close', 'reveal', 'discuss']) await give(cmd);
	await host.locator(`[data-choose="${first}"]`).click();
	await expect(host.locator('.host')).toHaveAttribute('data-phase', 'prompt');
	await look(screen, 'screen-chat');

	// Somebody wants to talk: the coach sees an animal, nobody else sees anything.
	const animal = (await arabic.page.locator('.who').innerText()).trim();
	expect(animal.length).toBeGreaterThan(3);
	await arabic.page.getByRole('button', { name: words('live.talk', {}, 'ar') }).click();
	await expect(coach.locator('.calls p strong')).toHaveCount(1);
	await look(coach, 'coach-call');
	await coach.locator('.calls button').click();
	await expect(coach.locator('.calls p strong')).toHaveCount(0);
	await coach.getByRole('button', { name: words('host.calm') }).click();
	await expect(french.page.getByText(words('live.calmTitle'))).toBeVisible();
	await expect(screen.locator('.calm')).toBeVisible();
	await look(french.page, 'phone-calm');
	await coach.getByRole('button', { name: words('host.resume') }).click();
	await expect(screen.locator('.calm')).toHaveCount(0);

	// To the end: what can't be undone is asked twice; the debrief can't be left out.
	const wrapUp = host.locator('.sides button', { hasText: words('host.doWrapUp') });
	await wrapUp.click();
	await host.getByText(words('host.sure')).click();
	await expect(host.locator('.host')).toHaveAttribute('data-phase', 'debrief');
	await look(screen, 'screen-debrief');
	await give('next');
	await choose(french.page, 'light');
	await choose(french.page, 'great');
	await choose(arabic.page, 'heavy');
	await french.page.locator('textarea').fill('On a bien parlé.');
	await french.page.getByRole('button', { name: words('live.lineSend') }).click();
	await expect(french.page.getByText(words('live.lineSent'))).toBeVisible();
	await look(french.page, 'phone-feedback');
	await look(arabic.page, 'phone-feedback-ar');
	await expect(screen.getByText('On a bien parlé.')).toHaveCount(0);
	await coach.getByRole('button', { name: words('host.lineShow') }).click();
	await expect(screen.getByText('On a bien parlé.')).toBeVisible();
	await look(screen, 'screen-feedback');
	await give('next');
	await expect(french.page.getByText(words('live.endedTitle'))).toBeVisible();
	await plain.page.reload();
	await expect(plain.page.getByText(words('live.endedTitle', {}, 'nl'))).toBeVisible();

	await host.locator('a.button').click();
	// Other meetings of the group are written down meanwhile.
	const record = host.locator('article', { hasText: words('host.recordJoined', { n: 3 }) }).first();
	await expect(record).toBeVisible();
	await record.locator('summary').first().click();
	await look(host, 'log');
	await expect(record).toContainText(words('host.methodDevices'));
	expect(await host.locator('main').innerText()).not.toContain(animal.split(' ')[0]);
	for (const { context } of [french, arabic, plain]) await context.close();
});

test('one device: hands are counted and tagged as such', async ({ page, browser }) => {
	const { host, screen, give } = await openRoom(page, browser, 'one-device');
	await give('next');
	await give('next');
	const form = host.locator('form', { has: host.locator('[data-hands]') });
	await form.locator('input[name="stop"]').fill('7');
	await form.locator('input[name="tous"]').fill('4');
	await look(host, 'host-hands');
	await host.locator('[data-hands]').click();
	await give('reveal');
	await expect(screen.locator('[data-results] .row').nth(2).locator('b')).toHaveText('7');
	await expect(screen.getByText(words('live.screenByHands'))).toBeVisible();
	await screen.context().close();
});

test('a meeting on paper is entered afterwards, and a wrong sheet loses nothing', async ({ page }) => {
	await signInDemo(page, demoCoach);
	await page.goto('/fr/lives');
	await page.locator('main ul a').first().click();
	await page.locator('a[href$="/paper"]').click();
	await page.locator('a[href="?kit=le-groupe-s-enflamme"]').click();
	await page.locator('[name="joined"]').fill('14');
	await page.locator('[name="blague.stop"]').fill('9');
	await page.locator('[name="parler.ami"]').fill('3');
	await page.evaluate(() => document.querySelectorAll('form').forEach((form) => (form.noValidate = true)));
	await page.locator('[name="day"]').fill('');
	await page.locator('main form button').click();
	await expect(page.getByText(words('host.paperIncomplete'))).toBeVisible();
	await expect(page.locator('[name="blague.stop"]')).toHaveValue('9');
	await page.locator('[name="day"]').fill(new Date().toISOString().slice(0, 10));
	await page.locator('main form button').click();
	await expect(page.getByText(words('host.paperKept'))).toBeVisible();
	const record = page
		.locator('article')
		.filter({ hasText: words('host.methodPaper') })
		.first();
	await record.locator('summary').click();
	await expect(record).toContainText(words('host.few'));
	await expect(record).toContainText('9');
});

test('a wrong code says so, with and without a script', async ({ browser }) => {
	for (const script of [true, false]) {
		const context = await browser.newContext({ baseURL: e2eOrigin, javaScriptEnabled: script });
		const page = await context.newPage();
		await page.goto('/fr/live/22222222');
		await page.locator('.phone form button').first().click();
		await expect(page.getByText(words('live.door_unknown'))).toBeVisible();
		await context.close();
	}
});
