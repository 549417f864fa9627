// What a one-time link does: opened by a script or pasted, in each language, once; a new access.
import { resetAccess } from '../../src/lib/auth/invitations.server';
import { findAccountByUsername } from '../../src/lib/auth/accounts.server';
import { invitationPath } from '../../src/lib/auth/invitation';
import {
	anotherBrowser,
	ask,
	failToSignIn,
	fillPseudonym,
	fresh,
	invite,
	nextCode,
	pasteInvitation,
	readKey,
	signIn,
	signInByForm,
	takeInvitation,
	tokenOf,
	withAccounts
} from './people';
import { e2eOrigin } from './place';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true });
// Several browsers and many hashes: patience is for the machine, not for the screens.
test.setTimeout(180_000);

const submit = 'main form button[type="submit"]';

test('a peer expert takes a pseudonym and four words, without a script, and comes back with them', async ({ browser }) => {
	const page = await anotherBrowser(browser, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	const path = await invite('peer-expert', 'demo-castor');
	await pasteInvitation(page, path);
	const pseudonym = page.locator('[name="pseudonym"]').first();
	const first = await pseudonym.inputValue();
	await page.getByRole('button', { name: words('invitation.pseudonymMore') }).click();
	await expect(pseudonym).not.toHaveValue(first);
	// Another language takes the open invitation along, and no address ever held its token.
	await page.getByRole('button', { name: 'العربية' }).click();
	await expect(page.locator('h1')).toHaveText(words('invitation.titlePeer', {}, 'ar'));
	expect(page.url()).not.toContain(tokenOf(path));
	await page.getByRole('button', { name: 'Français' }).click();
	// The Enter key of a field is for the account, not for other names.
	await page.locator('[value="own"]').check();
	await page.locator('[name="own"]').fill('court');
	await page.locator('[name="own"]').press('Enter');
	await expect(page.getByText(words('invitation.failed'))).toBeVisible();
	await page.locator('[value="offered"]').check();
	const taken = await fillPseudonym(page);
	await expect(page).not.toHaveURL(/invitation/);
	await page.goto('/fr/account');
	await expect(page.getByText(words('account.signsInAs', { username: taken.username.toLowerCase() }))).toBeVisible();
	await page.locator('form[action$="sign-out"] button').first().click();
	await signIn(page, { ...taken, username: taken.username.toUpperCase() }, '/fr/sign-in?next=/fr/account');
	await expect(page).toHaveURL(/\/fr\/account$/);
	await page.context().close();
});

test('a link is good for once, and says in words what became of it', async ({ page, browser }) => {
	const path = await invite('coach');
	await takeInvitation(page, path, fresh('coach'));
	const other = await anotherBrowser(browser);
	const expired = await invite('coach', null, 'fr', new Date(Date.now() - 73 * 3_600_000));
	for (const [link, status, key] of [
		[path, 410, 'invitation.used'],
		[expired, 410, 'invitation.expired'],
		[path.replace(/.{3}$/, 'AAA'), 404, 'invitation.unknown']
	] as const) {
		await other.goto('about:blank');
		await other.goto(link);
		await expect(other.getByText(words(key))).toBeVisible();
		expect((await ask('/fr/invitation?/open', null, { link: tokenOf(link) })).status).toBe(status);
	}
	// The page takes another link at once, by hand or in its address.
	await other.locator('[name="link"]').fill(e2eOrigin + (await invite('coach')));
	await other.locator(submit).click();
	await expect(other.locator('[name="username"]')).toBeVisible();
	await other.goto('/fr/invitation');
	await other.evaluate((hash) => (location.hash = hash), tokenOf(await invite('coach')));
	await expect(other.locator('[name="username"]')).toBeVisible();
	await other.context().close();
});

test('the token of a link is sent in the body of a form alone, and going back doesn’t come to it again', async ({ page }) => {
	const path = await invite('coach');
	const token = tokenOf(path);
	const sent: string[] = [];
	page.on('request', (request) => sent.push(request.url(), request.headers().referer ?? ''));
	await page.goto('/fr/help');
	await page.goto(path);
	await expect(page.locator('[name="username"]')).toBeVisible();
	expect(sent.join()).toContain('/fr/invitation');
	expect(sent.filter((address) => address.includes(token))).toEqual([]);
	await page.goBack();
	await expect(page).toHaveURL(/\/fr\/help$/);
});

test('a new access replaces passphrase and second step, and signs every device out', async ({ page, browser }) => {
	const taken = await takeInvitation(page, await invite('coordinator'), fresh('lost'));
	const key = await readKey(page);
	await page.locator('[name="code"]').fill(nextCode(key, 0).code);
	await page.locator('form:has([name="code"]) button').click();
	await expect(page.locator('[data-recovery-code]')).toHaveCount(10);
	const path = await withAccounts(async (accounts) => {
		const found = await findAccountByUsername(accounts, taken.username);
		const link = await resetAccess(accounts, found?.account.id ?? '', null, new Date());
		return invitationPath('fr', link?.token ?? '');
	});
	await page.goto('/fr/account');
	await expect(page).toHaveURL(/sign-in/);

	const other = await anotherBrowser(browser);
	await other.goto(path);
	await expect(other.getByText(words('invitation.leadReset', { name: 'Ada' }))).toBeVisible();
	const passphrase = await other.locator('[data-offered]').innerText();
	await other.locator(submit).click();
	await expect(other).toHaveURL(/\/fr\/second-factor/);
	expect(Buffer.from(await readKey(other)).equals(Buffer.from(key))).toBe(false);
	await other.context().close();
	expect(await failToSignIn(taken.username, taken.passphrase)).toBe(400);
	const cookie = await signInByForm({ ...taken, passphrase });
	expect((await ask('/fr/account', cookie)).to).toContain('/fr/second-factor');
});
