// A quarter's figures by the organisation that signs for the country: a cross table asked for, read with what is withheld and why,
// signed, and found again in the files and on the public page.
import { accounts, moduleSlug } from '../../src/cli/demo-data';
import { periodOf, previousPeriod } from '../../src/lib/voices/period';
import { findViolations } from './axe';
import { signInDemo } from './demo-sign-in';
import { connectTo } from './databases';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true, viewport: { width: 1280, height: 800 } });

/** The quarter before the one that the demo has published: empty but for what this journey puts there. */
const period = previousPeriod(previousPeriod(periodOf(new Date())));
const organisations = ['demo-tilleuls', 'demo-canal', 'demo-dunes'];

async function countPlays(): Promise<void> {
	const voices = connectTo('voices');
	const sql = `insert into participation_count (group_id, organisation_id, period, module, version, locale, attempt, started, completed)
		values (?, ?, ?, ?, 1, ?, 'first', ?, ?) on conflict do nothing`;
	for (const [index, organisation] of organisations.entries())
		for (const module of [moduleSlug, 'aider'])
			for (const [locale, plays] of [
				['fr', 40 + index * 9],
				['nl', 30 + index * 7],
				['ar', module === 'aider' ? 1 : 25]
			] as const)
				await voices.execute({ sql, args: [`old-${organisation}`, organisation, period, module, locale, plays, plays - 1] });
	voices.close();
}

test('a cross table is asked for, read, signed and exported', async ({ page, request }) => {
	test.setTimeout(240_000);
	await countPlays();
	await signInDemo(
		page,
		accounts.find(({ role }) => role === 'coordinator')!
	);
	await page.goto(`/fr/coordinate/voices/releases?period=${period}`);
	await page.locator('summary', { hasText: words('voices.crossTitle') }).click();
	await page.locator('input[name="table"][value="plays-started"]').check();
	expect(await findViolations(page)).toEqual([]);
	await page.getByRole('button', { name: words('voices.computeButton') }).click();
	const table = page.locator('[data-cross="plays-started"]');
	await expect(table).toBeVisible({ timeout: 60_000 });
	await expect(
		table
			.locator('td')
			.filter({ hasText: words('indicators.withheld') })
			.first()
	).toBeVisible();
	await expect(table.locator('li').first()).toBeVisible();
	await expect(page.getByText(words('voices.reasonTable')).first()).toBeAttached();
	expect(await findViolations(page)).toEqual([]);
	await page.locator('[name="confirm"]').check();
	await page.getByRole('button', { name: words('voices.signButton') }).click();
	await expect(page.getByText(words('voices.doneSign'))).toBeVisible();

	const slug = `BE-${period.replace('/', '-')}`;
	const csv = await (await request.get(`/fr/voices/data/${slug}.csv`)).text();
	const lines = csv.split('\r\n').filter((line) => line.includes('module:language'));
	expect(lines.length).toBeGreaterThan(10);
	expect(lines.some((line) => /,\d+,A,F$/.test(line))).toBe(true);
	for (const line of lines.filter((each) => !/,\d+,A,F$/.test(each))) expect(line).toMatch(/,,Q,D$/);
	await page.goto(`/fr/voices?release=${slug}`);
	await expect(page.getByText(words('voices.crossText'))).toBeVisible();
	expect(await findViolations(page)).toEqual([]);
	await page.goto('/fr/coordinate/audit');
	await expect(
		page
			.locator('td')
			.filter({ hasText: words('coordinate.log_release-table') })
			.first()
	).toBeVisible();
});
