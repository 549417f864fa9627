// Badges: who verifies one, with and without a script, a network or a name; and who holds one and prints the certificate.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { findViolations } from './axe';
import { giveBadge, revoke } from './holders';
import { e2eFolder, e2eOrigin } from './place';
import { expect, test } from './test';

const verdict = (page: Page) => page.locator('[data-verdict]');
const expectVerdict = (page: Page, word: string) =>
	expect(verdict(page)).toHaveAttribute('data-verdict', word, { timeout: 20_000 });
const hasTool = (name: string) => spawnSync(name, ['-h']).error === undefined;

async function fetchFile(page: Page, id: string, file: string): Promise<Buffer> {
	const answer = await page.request.get(`/badges/${id}/${file}`);
	expect(answer.status()).toBe(200);
	expect(answer.headers()['access-control-allow-origin']).toBe('*');
	return answer.body();
}

test.describe('verifying', () => {
	test('by the short address: the server’s answer, then the browser’s own', async ({ page }) => {
		const id = await giveBadge('line');
		await page.goto(`/verify/${id}`);
		await expect(page).toHaveURL(`${e2eOrigin}/fr/verify/${id}`);
		await expectVerdict(page, 'valid');
		await expect(page.getByText('Signature vérifiée dans ce navigateur', { exact: false })).toBeVisible({ timeout: 20_000 });
		await revoke(id);
		await page.reload();
		await expectVerdict(page, 'revoked');
		await expect(page.getByText('Signature vérifiée dans ce navigateur', { exact: false })).toBeVisible({ timeout: 20_000 });
		await expectVerdict(page, 'revoked');
	});

	test.describe('without a script', () => {
		test.use({ javaScriptEnabled: false });
		test('a link gets its answer', async ({ page }) => {
			const id = await giveBadge('line');
			await page.goto('/fr/verify');
			await page.locator('[name="badge"]').fill(`${e2eOrigin}/verify/${id}`);
			await page.locator('main form button').click();
			await expectVerdict(page, 'valid');
			await page.goto(`/fr/verify/${'0'.repeat(32)}`);
			await expectVerdict(page, 'unknown');
			await page.goto('/fr/verify?badge=hello');
			await expect(page.locator('[aria-invalid="true"]')).toBeVisible();
		});
	});

	test('by a file, a picture or a text: each in a word', async ({ page }) => {
		const id = await giveBadge('line');
		const json = (await fetchFile(page, id, 'badge.json')).toString();
		const altered = JSON.stringify({ ...JSON.parse(json), name: 'Professeur' });
		const foreign = JSON.stringify({ ...JSON.parse(json), issuer: { id: 'did:web:elsewhere.example' } });
		await page.goto('/fr/verify');
		const input = page.locator('input[type="file"]');
		const hand = async (name: string, buffer: Buffer, word: string) => {
			await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
			await expectVerdict(page, word);
		};
		await hand('badge.png', await fetchFile(page, id, 'badge.png'), 'valid');
		await hand('badge.json', Buffer.from(altered), 'altered');
		await hand('badge.svg', await fetchFile(page, id, 'badge.svg'), 'valid');
		await hand('badge.json', Buffer.from(foreign), 'unknown-issuer');
		await hand('badge.jwt', await fetchFile(page, id, 'badge.jwt'), 'valid');
		await hand('cut.png', (await fetchFile(page, id, 'badge.png')).subarray(0, 400), 'broken');
		await hand('old.json', Buffer.from('{"@context":"https://w3id.org/openbadges/v2","type":"Assertion"}'), 'other-standard');
		await hand('large.png', Buffer.alloc(2_000_001), 'too-large');
		await page.locator('[name="badge"]').fill(json);
		await page.locator('main form button').click();
		await expectVerdict(page, 'valid');
	});

	test.describe('without a network, after one visit', () => {
		test.use({ serviceWorkers: 'allow' });
		test('the signature is verified, and the badge isn’t called valid', async ({ page, context }) => {
			const id = await giveBadge('line');
			const png = await fetchFile(page, id, 'badge.png');
			for (const path of ['/fr/verify', `/fr/verify/${id}`]) {
				await page.goto(path);
				const kept = (address: string) => page.evaluate(async (each) => (await caches.match(each)) !== undefined, address);
				await expect.poll(() => kept(path), { timeout: 20_000 }).toBe(true);
				const engine = JSON.parse((await page.locator('#verifier-props').textContent()) ?? '{}').engine as string;
				await expect.poll(() => kept(engine), { timeout: 20_000 }).toBe(true);
			}
			await context.setOffline(true);
			await page.reload();
			await expectVerdict(page, 'status-unknown');
			await page.goto('/fr/verify');
			await page.locator('input[type="file"]').setInputFiles({ name: 'badge.png', mimeType: 'image/png', buffer: png });
			await expectVerdict(page, 'status-unknown');
		});
	});

	for (const locale of ['fr', 'ar']) {
		for (const colorScheme of ['light', 'dark'] as const) {
			test(`has no fault for axe at 320 px: ${locale}, ${colorScheme}`, async ({ page }) => {
				const id = await giveBadge('committed');
				await page.setViewportSize({ width: 320, height: 700 });
				await page.emulateMedia({ colorScheme });
				for (const path of [`verify/${id}`, 'verify', 'achievements/coach']) {
					await page.goto(`/${locale}/${path}`);
					if (path.includes(id)) await expectVerdict(page, 'valid');
					expect(await findViolations(page)).toEqual([]);
					expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
				}
			});
		}
	}
});

test.describe('holding', () => {
	test.use({ expectsCookie: true });
	const sentinel = 'Zéphyrine Quatre-Vingt-Onze';

	/** All that the pages of a browser send from now on: addresses, bodies, headers. */
	function listen(context: BrowserContext): string[] {
		const sent: string[] = [];
		context.on('request', (request) => sent.push(request.url(), request.postData() ?? '', JSON.stringify(request.headers())));
		return sent;
	}

	/** No needle was sent, nor lies in a database, its log, or the server's log. Returns the files that were searched. */
	function expectNowhere(needles: string[], sent: string[]): Buffer[] {
		for (const needle of needles) expect(sent.filter((words) => words.includes(needle))).toEqual([]);
		const names = readdirSync(e2eFolder).filter((name) => statSync(join(e2eFolder, name)).isFile());
		expect(names.length).toBeGreaterThan(3);
		return names.map((name) => {
			const content = readFileSync(join(e2eFolder, name));
			for (const needle of needles) expect(content.includes(needle), name).toBe(false);
			return content;
		});
	}

	test('a name that is only drawn never leaves the browser, nor outlives its page', async ({ page, context }) => {
		const drawn = 'Hippolyte Soixante-Treize';
		const sent = listen(context);
		const id = await giveBadge('drawn', page);
		await page.goto(`/fr/certificates/${id}`);
		await page.locator('[data-paper-field]').fill(drawn);
		await expect(page.locator('[data-paper-name]')).toHaveText(drawn);
		await expect(page.locator('[data-paper-prove]')).toHaveCount(0);
		await page.reload();
		await expect(page.locator('[data-paper-write]')).toBeVisible();
		expect(await page.content()).not.toContain(drawn);
		const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
		expect(kept).not.toContain(drawn);
		const files = expectNowhere([drawn, encodeURIComponent(drawn), 'Soixante-Treize'], sent);
		// The positive control: the badge itself is found where it is kept.
		expect(files.some((content) => content.includes(id))).toBe(true);
	});

	test('a name is drawn and proven, and never leaves the browser', async ({ page, context }) => {
		const sent = listen(context);
		const id = await giveBadge('committed', page);
		await page.addInitScript(() => {
			const real = crypto.getRandomValues.bind(crypto);
			crypto.getRandomValues = ((bytes: Uint8Array) =>
				bytes.length === 16 ? bytes.fill(7) : real(bytes as Uint8Array<ArrayBuffer>)) as typeof crypto.getRandomValues;
		});
		await page.goto(`/fr/certificates/${id}`);
		await page.locator('[data-paper-field]').fill(sentinel);
		await expect(page.locator('[data-paper-name]')).toHaveText(sentinel);
		expect(await page.locator('form [data-paper-field]').count()).toBe(0);
		await page.locator('[data-paper-prove]').click();
		await expect(page.locator('[data-paper-proof]')).not.toBeEmpty();
		await expect(page.locator('[data-paper-proves]')).toBeVisible();
		const secret = Buffer.alloc(16, 7).toString('base64url');

		await page.goto(`/verify/${id}#n=${secret}`);
		const field = page.locator('[data-name-compared]');
		await field.fill('Zephyrine Quatre-Vingt-Onze');
		await page.getByRole('button', { name: 'Comparer le nom' }).click();
		await expect(page.locator('[data-name-refused]')).toBeVisible();
		await field.fill(sentinel);
		await page.getByRole('button', { name: 'Comparer le nom' }).click();
		await expect(page.locator('[data-name-proven]')).toBeVisible();
		expect(page.url()).not.toContain(secret);

		const files = expectNowhere([sentinel, encodeURIComponent(sentinel), 'Quatre-Vingt-Onze', secret], sent);
		// The positive control: what was meant to be kept is.
		expect(sent.some((words) => /"commitment":"[0-9a-f]{64}"/.test(words))).toBe(true);
		expect(files.some((content) => content.includes(id))).toBe(true);
	});

	test('where a line was chosen there is nothing to type, and nothing is taken', async ({ page }) => {
		const id = await giveBadge('line', page);
		await page.goto(`/fr/certificates/${id}`);
		await expect(page.locator('[data-paper-write]')).toBeVisible();
		await expect(page.locator('[data-paper-field]')).toHaveCount(0);
		const post = (commitment: string) =>
			page.request.post(`/fr/certificates/${id}/proof`, { data: { commitment }, headers: { origin: e2eOrigin } });
		expect((await post('a'.repeat(64))).status()).toBe(403);
		expect((await post('Zoé')).status()).toBe(400);
	});

	test('somebody else’s badge isn’t there', async ({ page }) => {
		const other = await giveBadge('drawn');
		await giveBadge('drawn', page);
		expect((await page.goto(`/fr/certificates/${other}`))?.status()).toBe(404);
	});

	for (const locale of ['fr', 'ar']) {
		test(`the certificate is one sheet of A4 whose code scans: ${locale}`, async ({ page }) => {
			const id = await giveBadge('drawn', page);
			await page.goto(`/${locale}/certificates/${id}`);
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				expect(await findViolations(page)).toEqual([]);
			}
			await page.setViewportSize({ width: 320, height: 700 });
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
			await page.locator('[data-paper-field]').fill(locale === 'ar' ? 'نور الهدى بن يوسف' : 'Zoé Ngô-Vandenbroucke');
			const folder = 'test-results/certificates';
			mkdirSync(folder, { recursive: true });
			const file = join(folder, `${locale}.pdf`);
			writeFileSync(file, await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: true }));
			expect(readFileSync(file, 'latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
			if (!hasTool('pdftoppm') || !hasTool('zbarimg')) {
				console.warn('poppler-utils or zbar-tools is not installed: the printed code goes without being scanned.');
				return;
			}
			for (const [kind, options] of [
				['colour', []],
				['grey', ['-gray']]
			] as const) {
				const picture = join(folder, `${locale}-${kind}`);
				expect(spawnSync('pdftoppm', ['-r', '150', '-singlefile', ...options, file, picture]).status).toBe(0);
				const [scanned] = [`${picture}.ppm`, `${picture}.pgm`]
					.map((each) => spawnSync('zbarimg', ['-q', '--raw', each], { encoding: 'utf8' }))
					.filter(({ status }) => status === 0);
				expect(scanned?.stdout.trim()).toBe(`${e2eOrigin}/verify/${id}`);
			}
		});
	}
});
