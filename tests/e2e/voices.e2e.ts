// A consultation from draft to "we did": online by phone, on paper, in a room counted by hand; a sentence withdrawn; the public page.
import type { Browser, Page } from '@playwright/test';
import { accounts, groups, type DemoAccount } from '../../src/cli/demo-data';
import { connectTo } from './databases';
import { findViolations } from './axe';
import { signInDemo } from './demo-sign-in';
import { joinByCode } from './group';
import { e2eOrigin } from './place';
import { expect, test } from './test';
import { words } from './words';

const coordinator = accounts.find(({ role }) => role === 'coordinator')!;
const coach = accounts.find(({ username }) => username === 'demo-nadia')!;
const group = groups.find(({ id }) => id === 'demo-loutre')!;
const requirements = [
	'transparent',
	'voluntary',
	'respectful',
	'relevant',
	'child-friendly',
	'inclusive',
	'training',
	'safe',
	'accountable'
];

async function signIn(page: Page, account: DemoAccount, to: string): Promise<void> {
	await signInDemo(page, account);
	await page.goto(to);
	await expect(page).toHaveURL(new RegExp(`${to}$`));
}

async function newPage(browser: Browser, options: { javaScriptEnabled?: boolean } = {}): Promise<Page> {
	const context = await browser.newContext({
		baseURL: e2eOrigin,
		viewport: { width: 360, height: 740 },
		locale: 'fr-BE',
		...options
	});
	return context.newPage();
}

async function expectAccessible(page: Page): Promise<void> {
	expect(await findViolations(page), page.url()).toEqual([]);
	const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
	expect(wide, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(window ?? 0);
}

test.describe('a consultation', () => {
	test.use({ expectsCookie: true, viewport: { width: 1280, height: 800 } });

	test('from draft to "we did"', async ({ page, browser }) => {
		test.setTimeout(480_000);
		await signIn(page, coordinator, '/fr/coordinate/voices');
		await expectAccessible(page);
		await page.getByRole('button', { name: words('voices.newConsultation') }).click();
		await expect(page).toHaveURL(/consultations\//);
		await expect(page.locator('[data-gaps] li')).toHaveCount(16);
		const id = page.url().split('/').at(-1) ?? '';

		await page.locator('[name="title"]').fill('Le soir dans la salle commune');
		await page.locator('[name="asker"]').fill('Démo, réseau');
		await page.locator('[name="purpose"]').fill('Savoir ce qui gêne le soir.');
		await page.locator('[name="readers"]').fill('La coordination.');
		await page.locator('[name="changes"]').fill('Les règles du soir.');
		await page.locator('[name="answer-due"]').fill(new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10));
		await page.locator('[name="prompt-gather"]').fill('Qu’est-ce qui te gêne ?');
		await page.locator('[name="options-gather"]').fill('Le bruit\nLa lumière');
		for (const name of requirements) {
			await page.locator(`[name="met-${name}"]`).check();
			await page.locator(`[name="evidence-${name}"]`).fill('Une preuve en une phrase.');
		}
		await page.getByRole('button', { name: words('voices.saveButton') }).click();
		await expectAccessible(page);
		await page.getByRole('button', { name: words('voices.openButton') }).click();
		await expect(page.getByText(words('voices.doneOpen'))).toBeVisible();

		const desk = await newPage(browser);
		const groupPage = `/fr/coach/groups/${group.id}`;
		await signIn(desk, coach, groupPage);
		await desk.goto(`${groupPage}/voices`);
		const card = desk.locator('.card').filter({ hasText: 'Le soir dans la salle commune' });

		// By phone: a blind signature made on the phone.
		await card.locator('summary', { hasText: words('voices.byPhone') }).click();
		await card.locator('form[action="?/phones"] [name="size"]').fill('12');
		await card.getByRole('button', { name: words('voices.byPhoneButton') }).click();
		await expect(desk.getByText(words('voices.donePhones'))).toBeVisible();
		const phone = await newPage(browser);
		await joinByCode(phone, group.code);
		await phone.goto(`/fr/voices/${id}`);
		await expect(phone.locator('[data-voices-phone]')).toBeVisible();
		await phone.locator('input[name="option"][value="o1"]').check();
		await phone.locator('[name="text"]').fill('Le bruit après 22 h. Je m’appelle Canarine, 0470 12 34 56');
		await phone.getByRole('button', { name: words('voices.send') }).click();
		await expect(phone.getByText(words('voices.thanks'))).toBeVisible({ timeout: 30_000 });
		const receipt = (await phone.locator('[data-receipt]').innerText()).trim();
		await phone.goto(`/fr/voices/${id}`);
		await expect(phone.locator('[data-voices-paper]'), 'this phone has answered').toBeVisible();
		await phone.context().close();

		// On paper, without JavaScript.
		await card.locator('summary', { hasText: words('voices.byVoucher') }).click();
		await card.locator('form[action$="/vouchers"] [name="size"]').fill('9');
		await card.getByRole('button', { name: words('voices.byVoucherButton') }).click();
		const codes = await desk.locator('.code').allInnerTexts();
		expect(codes).toHaveLength(9);
		const paper = await newPage(browser, { javaScriptEnabled: false });
		for (const [index, code] of codes.entries()) {
			await paper.goto(`/fr/voices/${id}`);
			await paper.locator(`input[name="option"][value="${index % 2 ? 'o1' : 'skip'}"]`).check();
			if (index === 1) await paper.locator('[name="text"]').fill('Une lampe plus douce, s’il vous plaît.');
			await paper.locator('[name="voucher"]').fill(code);
			await paper.getByRole('button', { name: words('voices.send') }).click();
			await expect(paper.getByText(words('voices.thanks'))).toBeVisible();
		}
		await paper.goto(`/fr/voices/${id}`);
		await paper.locator('input[name="option"][value="o1"]').check();
		await paper.locator('[name="voucher"]').fill(codes[0] ?? '');
		await paper.getByRole('button', { name: words('voices.send') }).click();
		await expect(paper.getByText(words('voices.problemCode'))).toBeVisible();

		// Counted in the room.
		await desk.goto(`${groupPage}/voices`);
		await card.locator('summary', { hasText: words('voices.byTally') }).click();
		await card.locator('input[name="method"][value="paper"]').check();
		await card.locator('[name="count-o1"]').fill('11');
		await card.locator('[name="count-o2"]').fill('14');
		await card.locator('[name="sentences"]').fill('Une couverture de plus.\n\nUn livre en arabe.');
		await card.getByRole('button', { name: words('voices.byTallyButton') }).click();
		await expect(desk.getByText(words('voices.doneTally'))).toBeVisible();
		await expect(card.getByText(words('voices.soFar')).first()).toBeVisible();
		await expectAccessible(desk);

		// A sentence is withdrawn while the coach reads; the other goes through both readings.
		await desk.goto(`${groupPage}/voices/moderation`);
		await expect(desk.locator('mark').filter({ hasText: '0470' })).toBeVisible();
		for (const written of ['couverture', 'livre en arabe'])
			await expect(desk.locator('.card').filter({ hasText: written }), 'written on paper').toBeVisible();
		await expectAccessible(desk);
		await paper.goto('/fr/voices/withdraw');
		await paper.locator('[name="receipt"]').fill(receipt.toLowerCase());
		await paper.getByRole('button', { name: words('voices.withdrawButton') }).click();
		await expect(paper.getByText(words('voices.withdrawDone'))).toBeVisible();
		const withdrawn = desk.locator('.card').filter({ hasText: '0470' });
		await withdrawn.getByRole('button', { name: words('voices.passButton') }).click();
		await expect(desk.getByText(words('voices.queueGone'))).toBeVisible();
		await desk
			.locator('.card')
			.filter({ hasText: 'lampe' })
			.getByRole('button', { name: words('voices.passButton') })
			.click();
		await expect(desk.getByText(words('voices.queuePassed'))).toBeVisible();
		await page.goto('/fr/coordinate/voices/moderation');
		await page
			.locator('.card')
			.filter({ hasText: 'lampe' })
			.getByRole('button', { name: words('voices.approveButton') })
			.click();
		await expect(page.getByText(words('voices.queuePassed'))).toBeVisible();

		// The next steps, then the end and the answer.
		await page.goto(`/fr/coordinate/voices/consultations/${id}`);
		for (const [kind, step] of [
			['classify', 'voices.stepClassify'],
			['prioritise', 'voices.stepPrioritise'],
			['causes', 'voices.stepCauses'],
			['proposals', 'voices.stepProposals']
		] as const) {
			await page.locator('summary', { hasText: words(step) }).click();
			const open = page.locator('details[open] form');
			await open.locator(`[name="prompt-${kind}"]`).fill('Et ensuite ?');
			await open.locator(`[name="options-${kind}"]`).fill('Oui\nNon');
			await open.getByRole('button', { name: words('voices.stepOpen') }).click();
			await expect(page.getByText(words('voices.doneStep'))).toBeVisible();
			await expect(page.getByText(words('voices.stepNow', { step: words(step) }))).toBeVisible();
		}
		await page.getByRole('button', { name: words('voices.closeButton') }).click();
		await expect(page.getByText(words('voices.approvedPool')), 'one organisation is no pool').toBeVisible();
		await expectAccessible(page);
		await page.locator('[name="said"]').fill('Le bruit vous gêne.');
		await page.locator('[name="did"]').fill('La télé s’arrête à 22 h.');
		await page.getByRole('button', { name: words('voices.answerButton') }).click();
		await expect(page.getByText(words('voices.doneAnswer'))).toBeVisible();

		await desk.goto(`${groupPage}/voices`);
		await expect(card.getByText('La télé s’arrête à 22 h.')).toBeVisible();
		await paper.goto(`/fr/voices/${id}`);
		await expect(paper.getByText('La télé s’arrête à 22 h.')).toBeVisible();
		await expect(paper.getByText('lampe')).toHaveCount(0);
		const voices = connectTo('voices');
		const { rows } = await voices.execute('select count(*) as n from statement');
		voices.close();
		expect(Number(rows[0]?.n)).toBe(0);
		await paper.context().close();
		await desk.context().close();
	});

	test('the figures: a quarter that is not over, the register, a recorded indicator', async ({ page }) => {
		await signIn(page, coordinator, '/fr/coordinate/voices/releases');
		await expect(page.getByText(words('voices.registerTitle'))).toBeVisible();
		await expectAccessible(page);
		await page.goto('/fr/coordinate/voices/records');
		await expectAccessible(page);
		const form = page.locator('form').filter({ has: page.locator('input[value="ecpat-1-1"]') });
		await form.locator('input[value="yes"]').check();
		await form.locator('[name="evidence"]').fill('Rapport annuel fictif, page 3.');
		await form.locator('[name="author"]').fill('Direction (démo)');
		await form.getByRole('button').click();
		await expect(page.getByText(words('voices.doneRecord'))).toBeVisible();
	});
});

test.describe('the public page', () => {
	for (const locale of ['fr', 'en', 'nl', 'ar']) {
		for (const colorScheme of ['light', 'dark'] as const) {
			test(`${locale}, ${colorScheme}: figures with tables, nothing for axe to say`, async ({ page }) => {
				test.setTimeout(240_000);
				await page.emulateMedia({ colorScheme });
				for (const path of ['', '/easy', '/withdraw', '/demo-ouverte', '/demo-repondue']) {
					await page.goto(`/${locale}/voices${path}`);
					for (const width of path === '' ? [320, 1280] : [320]) {
						await page.setViewportSize({ width, height: 740 });
						await expectAccessible(page);
					}
				}
				await page.goto(`/${locale}/voices`);
				const year = (await page.locator('a[href*="/voices/report/"]').getAttribute('href')) ?? '';
				const charts = await page.locator('article figure').count();
				expect(charts).toBeGreaterThan(2);
				await expect(page.locator('article figure table')).toHaveCount(charts);
				await page.goto(year);
				await expect(page.locator('svg rect').first()).toBeVisible();
				await expectAccessible(page);
			});
		}
	}

	test('every download is there and none says 0 for what is hidden', async ({ page, request }) => {
		await page.goto('/fr/voices');
		const files = await page
			.locator('a[download]')
			.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
		expect(files).toHaveLength(5);
		for (const file of files) expect((await request.get(file)).status(), file).toBe(200);
		const csv = await (await request.get(files.find((file) => file.endsWith('.csv')) ?? '')).text();
		const hidden = csv.split('\r\n').filter((line) => line.endsWith(',Q,S') || line.endsWith(',Q,D'));
		expect(hidden.length).toBeGreaterThan(0);
		for (const line of hidden) expect(line).toMatch(/,,Q,[SD]$/);
		expect((await request.get('/fr/voices/data/no-such.csv')).status()).toBe(404);
	});

	test('what a form can’t say is refused in words', async ({ page }) => {
		await page.goto('/fr/voices/demo-ouverte');
		await page.getByRole('button', { name: words('voices.send') }).click();
		await expect(page.getByText(words('voices.problemNothing'))).toBeVisible();
		await page.locator('input[name="option"]').first().check();
		await page.getByRole('button', { name: words('voices.send') }).click();
		await expect(page.getByText(words('voices.problemNoCode'))).toBeVisible();
		await page.locator('[name="voucher"]').fill('ABCDE-FGHJK');
		await page.locator('input[name="option"]').first().check();
		await page.getByRole('button', { name: words('voices.send') }).click();
		await expect(page.getByText(words('voices.problemCode'))).toBeVisible();
		expect((await page.goto('/fr/voices/no-such-consultation'))?.status()).toBe(404);
	});
});
