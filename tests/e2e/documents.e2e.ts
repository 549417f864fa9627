// Cards, posters and attendance lists as PDF, in French and in Arabic: how many sheets of which size, and whether the QR codes scan at
// the size they are printed at (where Debian's poppler-utils and zbar-tools are installed; a notice says so where they aren't).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accounts, type DemoAccount } from '../../src/cli/demo-data';
import { signInDemo } from './demo-sign-in';
import { anotherBrowser } from './people';
import { e2eOrigin } from './place';
import { expect, test } from './test';

test.use({ expectsCookie: true });
test.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'relais-documents-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));
const demo = (username: string) => accounts.find((each) => each.username === username) as DemoAccount;

/** In points: A4 and A3, as a PDF writes them. */
const sizes = { a4: [595, 842], a3: [842, 1191] } as const;

/** Prints a page as a browser would; gives the size of each sheet, and what a camera reads on it. */
async function print(page: Page, path: string, name: string): Promise<{ sheets: string[]; codes: string[] | null }> {
	await page.goto(path);
	const file = join(process.env.PDF_FOLDER ?? folder, `${name}.pdf`);
	const bytes = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true });
	writeFileSync(file, bytes);
	const boxes = [...bytes.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
	const sheets = boxes.map(([, width, height]) => {
		const near = Object.entries(sizes).find(([, [w, h]]) => Math.abs(Number(width) - w) < 3 && Math.abs(Number(height) - h) < 3);
		return near?.[0] ?? `${width} x ${height}`;
	});
	return { sheets, codes: scan(file) };
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
