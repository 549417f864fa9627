// The workplaces by their screens alone: from an empty instance to an open group with two peer experts and a printed card; then
// each role's week, three tasks in three taps at most from its first screen; and what the screens refuse.
import { spawnSync } from 'node:child_process';
import type { Browser, Locator, Page } from '@playwright/test';
import { accounts, type DemoAccount } from '../../src/cli/demo-data';
import { startInstance } from './start';
import { signInDemo } from './demo-sign-in';
import { nextCode, readKey, takeInvitation, takePseudonym } from './people';
import { e2eOrigin } from './place';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true });
// Several people sign in, each at the pace of a passphrase; codes of an app count once.
test.setTimeout(180_000);

const procedure = 'Le jour même, la coach prévient Fatou. Elles décident ensemble qui appeler. En danger : 112 d’abord.';

test.describe('an empty instance', () => {
	test.setTimeout(480_000);

	test('becomes a place with an open group, two peer experts and a card to print', async ({ browser }) => {
		const server = await startInstance({ seed: null });
		const open = async (viewport = { width: 1280, height: 800 }) =>
			(await browser.newContext({ baseURL: server.origin, locale: 'fr-BE', viewport })).newPage();
		try {
			const env = { ...process.env, DATA_DIR: server.folder, ORIGIN: server.origin };
			const made = spawnSync('npx', ['tsx', 'src/cli/make-coordinator.ts', '--organisation', 'Maison Essai'], {
				env,
				encoding: 'utf8'
			});
			const link = /https?:\S+invitation\S+/.exec(made.stdout)?.[0] ?? '';
			expect(link, made.stderr).toContain('/invitation#');

			const coordinator = await open();
			await takeInvitation(coordinator, link, 'claire');
			await coordinator.locator('[name="code"]').fill(nextCode(await readKey(coordinator), 0).code);
			await coordinator.locator('form:has([name="code"]) button').click();
			await coordinator.getByRole('link', { name: words('account.continue') }).click();
			await expect(coordinator).toHaveURL(/\/fr\/coordinate$/);

			await test.step('the checklist leads the coordinator on', async () => {
				await coordinator.getByRole('link', { name: words('coordinate.step_agreement_act') }).click();
				await coordinator.locator('[name="agreedOn"]').fill('2026-09-01');
				await coordinator.locator('[name="contact"]').fill('Fatou');
				await coordinator.locator('[name="contactPhone"]').fill('000 00 00');
				await coordinator.locator('[name="procedure"]').fill('trop court');
				await coordinator.getByRole('button', { name: words('work.save') }).click();
				await expect(coordinator.getByText(words('coordinate.procedureWrong'))).toBeVisible();
				await expect(coordinator.locator('[name="contact"]')).toHaveValue('Fatou');
				await coordinator.goto('/fr/coordinate/groups/new');
				await coordinator.locator('[name="name"]').fill('Groupe Renard');
				await coordinator.getByRole('button', { name: words('coordinate.create') }).click();
				// The gate: neither the screen nor a request of one's own opens it.
				await expect(coordinator.getByRole('button', { name: words('coach.gateOpen') })).toHaveCount(0);
				const forced = await coordinator.request.post(`${coordinator.url()}?/open`, {
					headers: { origin: server.origin },
					form: { sure: '1' }
				});
				expect(await forced.text()).toContain('409');
				await coordinator.goto('/fr/coordinate/organisation');
				await coordinator.locator('[name="contact"]').fill('Fatou');
				await coordinator.locator('[name="contactPhone"]').fill('000 00 00');
				await coordinator.locator('[name="procedure"]').fill(procedure);
				await coordinator.getByRole('button', { name: words('work.save') }).click();
				await expect(coordinator.getByText(words('work.saved'))).toBeVisible();
			});

			const coach = await open();
			await test.step('a coach comes by invitation and is given the group', async () => {
				await coordinator.goto('/fr/coordinate/people?invite');
				await coordinator.getByRole('button', { name: words('coordinate.inviteButton') }).click();
				await takeInvitation(coach, await readLink(coordinator), 'nadia');
				await coach.goto('/fr/coach');
				await expect(coach.getByText(words('coach.emptyTitle'))).toBeVisible();
				await coordinator.goto('/fr/coordinate');
				await coordinator.getByRole('link', { name: words('coordinate.act_withoutCoach') }).click();
				await coordinator
					.locator('#coaches')
					.getByRole('button', { name: words('work.add'), exact: true })
					.click();
				await expect(coordinator.locator('#coaches').getByText('Ada', { exact: true })).toBeVisible();
			});

			await test.step('the coach opens it and invites two peer experts', async () => {
				await coach.goto('/fr/coach');
				await coach.getByRole('link', { name: words('todo.act_open-group') }).click();
				await coach.getByRole('button', { name: words('coach.gateOpen') }).click();
				await expect(coach.getByText(words('coach.opened'))).toBeVisible();
				for (const name of ['first', 'second']) {
					await coach.goto('/fr/coach/peers');
					await coach.getByRole('button', { name: words('peer.invite') }).click();
					const phone = await open({ width: 360, height: 740 });
					await takePseudonym(phone, await readLink(coach));
					await phone.goto('/fr/peer');
					await expect(phone.getByText(words('path.next')), name).toBeVisible();
				}
				await coach.goto('/fr/coach/peers');
				await expect(coach.getByText(words('work.peersOf', { n: 2 }))).toBeVisible();
				await expect(coach.getByRole('button', { name: words('peer.invite') })).toHaveCount(0);
			});

			await test.step('and prints a join card with its QR code', async () => {
				await coach.goto('/fr/coach/print');
				await coach.emulateMedia({ media: 'print' });
				await expect(coach.getByText(words('coach.cardHeading', { name: 'Groupe Renard' })).first()).toBeVisible();
				await expect(coach.locator('.qr svg').first()).toBeVisible();
				expect((await coach.pdf()).byteLength).toBeGreaterThan(20_000);
			});
		} finally {
			await server.stop();
		}
	});
});

/** The demo's person at their first screen, with a count of the taps from there. */
async function enter(browser: Browser, username: string, start: RegExp) {
	const account = accounts.find((each) => each.username === username) as DemoAccount;
	const page = await (
		await browser.newContext({ baseURL: e2eOrigin, locale: 'fr-BE', viewport: { width: 1280, height: 800 } })
	).newPage();
	await signInDemo(page, account);
	await expect(page).toHaveURL(start);
	const home = page.url();
	let taps = 0;
	return {
		page,
		async task(what: string, steps: Locator[], seen: () => Promise<void>) {
			await page.goto(home);
			taps = 0;
			for (const step of steps) {
				await step.click();
				taps += 1;
			}
			expect(taps, what).toBeLessThanOrEqual(3);
			await seen();
		}
	};
}
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: false }).first();
const button = (page: Page, name: string) => page.getByRole('button', { name }).first();

test.describe('a week in three taps', () => {
	test('of a coach', async ({ browser }) => {
		const { page, task } = await enter(browser, 'demo-nadia', /\/fr\/coach$/);
		const menu = (name: string) => page.getByRole('navigation', { name: words('coach.navLabel') }).getByRole('link', { name });
		await task('put a card off', [button(page, words('todo.later'))], async () => {
			await expect(page.getByText(words('todo.answered_later'))).toBeVisible();
			await button(page, words('work.undo')).click();
		});
		await task(
			'prepare a meeting',
			[menu(words('plans.nav')), link(page, words('plans.new')), button(page, words('plans.save'))],
			() => expect(page.getByText(words('work.saved'))).toBeVisible()
		);
		await task('print cards', [menu(words('coach.navPrint'))], () => expect(page.locator('.qr').first()).toBeVisible());
		await page.context().close();
	});

	test('of a peer expert', async ({ browser }) => {
		const { page, task } = await enter(browser, 'loutre verte demo', /\/fr\/peer$/);
		await task('someone told me something', [link(page, words('peer.toldButton'))], () =>
			expect(page.getByText(words('peer.told_coach'))).toBeVisible()
		);
		await task('pause', [button(page, words('peer.pause'))], async () => {
			await expect(page.getByText(words('peer.pauseOn'))).toBeVisible();
			await button(page, words('peer.resume')).click();
		});
		await task(
			'choose a date',
			[link(page, words('host.navKits')), page.locator('main a[href*="/kits/"]').first(), link(page, words('peer.kitPlan'))],
			() => expect(page.locator('[name="on"]')).toBeVisible()
		);
		for (const path of ['/fr/kits', '/fr/peer/plans', '/fr/peer/seen', '/fr/account']) {
			await page.goto(path);
			await expect(link(page, words('peer.toldButton')), path).toBeVisible();
		}
		await page.context().close();
	});

	test('of a coordinator, and of the network', async ({ browser }) => {
		const { page, task } = await enter(browser, 'demo-claire', /\/fr\/coordinate$/);
		await task(
			'invite a coach',
			[link(page, words('coordinate.inviteAdult')), button(page, words('coordinate.inviteButton'))],
			() => expect(page.getByText(words('work.linkOnce'))).toBeVisible()
		);
		await task('see a group', [link(page, words('coordinate.groupsTitle')), link(page, 'Démo Chouette')], () =>
			expect(page.getByRole('heading', { name: 'Démo Chouette' })).toBeVisible()
		);
		await task('plan a training day', [link(page, words('coordinate.newDay'))], () =>
			expect(page.locator('[name="place"]')).toBeVisible()
		);
		await page.context().close();

		const network = await enter(browser, 'demo-reseau', /\/fr\/admin$/);
		const admin = network.page;
		await network.task('invite a coordinator', [link(admin, 'Jeunesse du Canal'), button(admin, words('admin.invite'))], () =>
			expect(admin.getByText(words('work.linkOnce'))).toBeVisible()
		);
		await network.task('add an organisation', [link(admin, words('admin.new'))], () =>
			expect(admin.locator('[name="country"]')).toBeVisible()
		);
		await network.task('see whether all is well', [link(admin, words('admin.settingsTitle'))], () =>
			expect(admin.getByText(words('admin.rulesTitle')).first()).toBeVisible()
		);
		await admin.context().close();
	});
});

test('the screens refuse: a later editor, the last coach, a bad list, a strong meeting without a coach', async ({ browser }) => {
	const { page } = await enter(browser, 'demo-marc', /\/fr\/coordinate$/);
	const other = await page.context().newPage();

	await page.goto('/fr/coordinate/organisation');
	await other.goto('/fr/coordinate/organisation');
	await other.locator('[name="contact"]').fill('Samira');
	await button(other, words('work.save')).click();
	await page.locator('[name="contact"]').fill('Mon texte');
	await button(page, words('work.save')).click();
	await expect(page.getByText(words('work.changedTitle'))).toBeVisible();
	await expect(page.locator('[name="contact"]')).toHaveValue('Mon texte');
	await expect(page.getByText('Samira')).toBeVisible();

	await page.goto('/fr/coach/groups/demo-castor/settings');
	await button(page, words('work.remove')).click();
	await expect(page.getByText(words('work.lastCoach'))).toBeVisible();

	await page.goto('/fr/coordinate/groups/import');
	await page.locator('[name="list"]').fill('name,setting,coaches\nBon,school,\n,prison,\nBon,school,inconnu');
	await button(page, words('coordinate.importButton')).click();
	await expect(page.getByText(words('coordinate.importNothing', { n: 4 }))).toBeVisible();
	await expect(page.locator('[name="list"]')).toHaveValue(/prison/);
	await page.goto('/fr/coordinate/groups?search=Bon');
	await expect(page.getByText(words('work.nothingFits'))).toBeVisible();
	await page.context().close();

	const coach = await enter(browser, 'demo-salma', /\/fr\/coach$/);
	await coach.page.goto('/fr/coach/plans/new');
	await coach.page.locator('[name="coachPresent"]').uncheck();
	await coach.page.locator('[name="kit"]').selectOption('le-groupe-s-enflamme');
	await button(coach.page, words('plans.save')).click();
	await expect(coach.page.getByText(words('plans.coachNeeded'))).toBeVisible();
	const calendar = await coach.page.request.get('/fr/coach/plans/calendar.ics');
	expect(await calendar.text()).toMatch(/^BEGIN:VCALENDAR[\s\S]*END:VCALENDAR\r\n$/);
	await coach.page.context().close();
});

/** The one-time link that a page just made. */
async function readLink(page: Page): Promise<string> {
	return page.locator('bdi:has-text("/invitation#")').innerText();
}
