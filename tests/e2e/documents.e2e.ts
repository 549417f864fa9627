// Cards, posters and attendance lists as PDF, in French and in Arabic: how many sheets of which size, and whether the QR codes scan at
// the size they are printed at (where Debian's poppler-utils and zbar-tools are installed; a notice says so where they aren't).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { button, demo, idOf, saved } from './certify';
import { signInDemo } from './demo-sign-in';
import { anotherBrowser, invite, takePseudonym } from './people';
import { e2eOrigin } from './place';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true });
test.setTimeout(120_000);

/** In points: A4 and A3, as a PDF writes them. */
const sizes = { a4: [595, 842], a3: [842, 1191] } as const;

/** Prints a page as a browser would; gives the size of each sheet, and what a camera reads on it. */
async function print(page: Page, path: string, name: string): Promise<{ sheets: string[]; codes: string[] | null }> {
	await page.goto(path);
	// A folder for each: tests of this file run side by side.
	const folder = mkdtempSync(join(tmpdir(), 'relais-documents-'));
	const file = join(process.env.PDF_FOLDER ?? folder, `${name}.pdf`);
	const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
	writeFileSync(file, bytes);
	const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
	const sheets = boxes.map(([, width, height]) => {
		const near = Object.entries(sizes).find(([, [w, h]]) => Math.abs(Number(width) - w) < 3 && Math.abs(Number(height) - h) < 3);
		return near?.[0] ?? `${width} x ${height}`;
	});
	const codes = scan(file);
	rmSync(folder, { recursive: true });
	return { sheets, codes };
}

function scan(file: string): string[] | null {
	const picture = file.replace('.pdf', '');
	const drawn = spawnSync('pdftoppm', ['-r', '200', '-gray', '-png', file, picture]);
	const read = spawnSync('sh', ['-c', `zbarimg --quiet --raw '${picture}'-*.png`], { encoding: 'utf8' });
	if (drawn.status !== 0 || (read.status !== 0 && read.stdout === '')) {
		if (drawn.error || /not found/.test(read.stderr)) {
			console.log('poppler-utils or zbar-tools are not installed: the QR codes of papers were not scanned.');
			return null;
		}
	}
	return read.stdout.trim().split('\n');
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
