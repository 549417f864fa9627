// What is printed, as PDF, in French and in Arabic: how many sheets of which size, whether the QR codes scan at the size they are printed
// at, and whether the marks are where one cuts and folds.
import { button, demo, idOf, saved } from './certify';
import { signInDemo } from './demo-sign-in';
import { print, type Paper } from './paper';
import { anotherBrowser, invite, takePseudonym } from './people';
import { e2eOrigin } from './place';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true });
test.setTimeout(120_000);

/** In millimetres: where scissors go between business cards, two columns and five rows in the middle of an A4. */
const columns = [20, 105, 190];
const rows = [13.5, 67.5, 121.5, 175.5, 229.5, 283.5];

/** A line from edge to edge, dotted or not: ink in each centimetre of it, and nothing of the words on either side within a millimetre. */
function expectLine({ darkest }: Paper, way: 'across' | 'down', at: number): void {
	if (darkest === null) return;
	const box = (along: number, beside: number, breadth: number) =>
		way === 'down' ? darkest(beside, along, breadth, 8) : darkest(along, beside, 8, breadth);
	for (let along = 10; along < 190; along += 20) {
		expect(box(along, at - 0.6, 1.2), `${way} at ${along} mm`).toBeLessThan(190);
		for (const beside of [at - 1.6, at + 1]) expect(box(along, beside, 0.6)).toBeGreaterThan(230);
	}
}

for (const [locale, other] of [
	['fr', 'ar'],
	['ar', 'fr']
] as const) {
	test(`a peer expert’s cards and posters in ${locale}`, async ({ browser }) => {
		const page = await anotherBrowser(browser, { locale });
		await signInDemo(page, demo('renard bleu demo'));
		const both = `/${locale}/documents?language=${locale}&language=${other}`;
		const a4 = await print(page, `${both}&sheet=cards&sheet=poster`, `papers-${locale}`);
		expect(a4.sheets).toEqual(['a4', 'a4', 'a4']);
		if (a4.darkest) {
			for (const x of columns) for (const y of [7, 289]) expect(a4.darkest(x - 0.5, y, 1, 1), `${x}, ${y}`).toBeLessThan(128);
			for (const y of rows) for (const x of [10, 199]) expect(a4.darkest(x, y - 0.5, 1, 1), `${x}, ${y}`).toBeLessThan(128);
			for (const x of [18, 104, 106, 192]) expect(a4.darkest(x, 5, 0.2, 5), `beside the marks at ${x}`).toBeGreaterThan(230);
		}
		if (a4.codes) {
			expect(a4.codes.filter((code) => code === `${e2eOrigin}/fr/help`)).toHaveLength(6);
			expect(a4.codes.filter((code) => code === `${e2eOrigin}/ar/help`)).toHaveLength(6);
		}
		const a3 = await print(page, `/${locale}/documents?language=${locale}&sheet=poster&size=a3`, `poster-a3-${locale}`);
		expect(a3.sheets).toEqual(['a3']);
		expect(a3.codes ?? [`${e2eOrigin}/${locale}/help`]).toEqual([`${e2eOrigin}/${locale}/help`]);
		await page.context().close();
	});

	test(`the attendance list in ${locale}`, async ({ browser }) => {
		const page = await anotherBrowser(browser, { locale });
		await signInDemo(page, demo('demo-claire'));
		const list = await print(page, `/${locale}/coordinate/training/demo-day-2/list`, `list-${locale}`);
		expect(list.sheets).toEqual(['a4']);
		await page.context().close();
	});
}

for (const locale of ['fr', 'ar']) {
	test(`the memo and the help card in ${locale}: one sheet each, with its folds and cuts in the middle`, async ({ browser }) => {
		// Without a script the memo has every line that it can have.
		const page = await anotherBrowser(browser, { javaScriptEnabled: false });
		for (const path of ['memo', 'help/card']) {
			const paper = await print(page, `/${locale}/${path}`, `${path.replace('/', '-')}-${locale}`);
			expect(paper.sheets).toEqual(['a4']);
			expectLine(paper, 'down', 105);
			expectLine(paper, 'across', 148.5);
		}
		await page.context().close();
	});

	test(`a coach’s print pack, join cards and session sheets in ${locale}`, async ({ browser }) => {
		const page = await anotherBrowser(browser, { locale });
		await signInDemo(page, demo('demo-nadia'));
		const joins = (paper: Paper, language: string) =>
			paper.codes?.filter((code) => code.startsWith(`${e2eOrigin}/${language}/join?code=`)).length ?? null;
		const pack = `/${locale}/coach/print?group=demo-renard&language=fr&language=ar`;
		const two = await print(page, `${pack}&sheet=cards&sheet=poster`, `pack-${locale}`);
		expect(two.sheets).toEqual(['a4', 'a4', 'a4']);
		if (two.codes) expect([joins(two, 'fr'), joins(two, 'ar')]).toEqual([2, 2]);
		const four = await print(page, `${pack}&language=nl&language=en&sheet=cards`, `pack-four-${locale}`);
		expect(four.sheets).toEqual(['a4']);
		if (four.codes) expect(['fr', 'ar', 'nl', 'en'].map((language) => joins(four, language))).toEqual([1, 1, 1, 1]);
		const card = await print(page, `/${locale}/coach/groups/demo-renard/card`, `join-card-${locale}`);
		expect(card.sheets).toEqual(['a4']);
		if (card.codes) expect(joins(card, locale)).toBe(4);
		// A meeting that was held, one to come, and one of which nobody has said yet whether it took place.
		for (const plan of ['demo-plan-0', 'demo-plan-1', 'demo-plan-2'])
			expect((await print(page, `/${locale}/coach/plans/${plan}`, `${plan}-${locale}`)).sheets).toEqual(['a4']);
		const kit = await print(page, `/${locale}/kits/aider`, `kit-${locale}`);
		expect(kit.sheets).toEqual(['a4', 'a4', 'a4', 'a4', 'a4']);
		await page.context().close();
	});
}

test('a poster is printed once the coach has read its words, and stepping back is one button', async ({ browser }) => {
	const peer = await anotherBrowser(browser, { viewport: { width: 360, height: 740 } });
	const { username } = await takePseudonym(peer, await invite('peer-expert', 'demo-loutre'));
	const id = await idOf(username);
	await peer.goto('/fr/documents');
	await peer.locator('[name="place"]').fill('snap renard');
	await peer.locator('[name="times"]').fill('Mardi, 17 h');
	await button(peer, words('work.save')).click();
	await expect(peer.getByText(words('path.posterWrong'))).toBeVisible();
	await peer.locator('[name="place"]').fill('Le canapé rouge');
	await button(peer, words('work.save')).click();
	await expect(peer.getByText(words('path.posterWaits'))).toBeVisible();
	const coach = await anotherBrowser(browser, { viewport: { width: 1280, height: 800 } });
	await signInDemo(coach, demo('demo-nadia'));
	await coach.goto(`/fr/coach/peers/${id}/path`);
	await button(coach, words('path.posterApprove')).click();
	await saved(coach);
	await peer.goto('/fr/documents?language=fr&language=ar');
	await expect(peer.getByText('Le canapé rouge').first()).toBeVisible();
	await expect(peer.locator('section[lang="ar"]')).toBeVisible();

	await peer.goto('/fr/peer');
	await peer.locator('summary').click();
	await button(peer, words('path.leave')).click();
	await expect(peer.getByText(words('path.leaveUnsure'))).toBeVisible();
	await peer.locator('[name="sure"]').check();
	await button(peer, words('path.leave')).click();
	await expect(peer).toHaveURL(/sign-in/);
	await peer.goto('/fr/peer');
	await expect(peer).toHaveURL(/sign-in/);
	for (const page of [coach, peer]) await page.context().close();
});
