// Signing in, for each role: passphrases, the second step in each of its forms, devices.
import {
	addAuthenticator,
	anotherBrowser,
	ask,
	failToSignIn,
	fresh,
	invite,
	nextCode,
	readKey,
	signIn,
	signInByForm,
	takeInvitation
} from './people';
import { expect, test } from './test';
import { words } from './words';

test.use({ expectsCookie: true });
// Several browsers and many hashes: patience is for the machine, not for the screens.
test.setTimeout(180_000);

const submit = 'main form button[type="submit"]';

test('a passphrase of one’s own is judged in words, and what was written stays', async ({ page }) => {
	const username = fresh('coach');
	await page.goto(await invite('coach'));
	const fill = async (own: string, repeat = own) => {
		await page.locator('[value="own"]').check();
		await page.locator('[name="own"]').fill(own);
		await page.locator('[name="repeat"]').fill(repeat);
		await page.locator(submit).click();
	};
	await page.locator('[name="username"]').fill(username);
	await page.locator('[name="name"]').fill('Nadia');
	await fill('court');
	await expect(page.getByText(words('invitation.tooShort', { n: 12 })).first()).toBeVisible();
	await expect(page.locator('[name="username"]')).toHaveValue(username);
	await fill('motdepasse2027');
	await expect(page.getByText(words('invitation.common')).first()).toBeVisible();
	await fill('une phrase assez longue', 'une phrase assez longe');
	await expect(page.getByText(words('invitation.different')).first()).toBeVisible();
	await page.locator('[name="username"]').fill('demo-nadia');
	await fill('une phrase assez longue');
	await expect(page.getByText(words('invitation.usernameTaken')).first()).toBeVisible();
	await page.locator('[name="username"]').fill(username);
	await fill('une phrase assez longue');
	// A coach is offered a second step, and may leave it for later.
	await expect(page).toHaveURL(/\/fr\/second-factor$/);
	await page.getByRole('link', { name: words('account.setupLater') }).click();
	await expect(page).toHaveURL(/\/fr\/coach$/);
});

test('a coordinator sees nothing before the app is set up; its codes and the sheet’s work once each', async ({
	page,
	browser
}) => {
	const taken = await takeInvitation(page, await invite('coordinator'), fresh('coordinator'));
	await expect(page).toHaveURL(/\/fr\/second-factor/);
	await page.goto('/fr/coordinate');
	await expect(page).toHaveURL(/\/fr\/second-factor/);
	const key = await readKey(page);
	await page.locator('[name="code"]').fill('000000');
	await page.locator('form:has([name="code"]) button').click();
	await expect(page.getByText(words('auth.codeWrong'))).toBeVisible();
	const first = nextCode(key, 0);
	await page.locator('[name="code"]').fill(first.code);
	await page.locator('form:has([name="code"]) button').click();
	const codes = await page.locator('[data-recovery-code]').allInnerTexts();
	expect(codes).toHaveLength(10);
	await page.getByRole('link', { name: words('account.continue') }).click();
	await expect(page).toHaveURL(/\/fr\/coordinate$/);

	const other = await anotherBrowser(browser);
	await signIn(other, taken, '/fr/sign-in?next=/fr/account');
	await expect(other).toHaveURL(/second-step\?next/);
	const answer = async (code: string) => {
		await other.locator('[name="code"]').fill(code);
		await other.locator('form:has([name="code"]) button').click();
	};
	await answer(first.code);
	await expect(other.getByText(words('auth.codeSpent'))).toBeVisible();
	await other.goto('/fr/account');
	await expect(other).toHaveURL(/second-step/);
	await answer(nextCode(key, first.step).code);
	await expect(other).toHaveURL(/\/fr\/account$/);
	await other.context().close();

	for (const [code, works] of [
		[codes[0] ?? '', true],
		[codes[0] ?? '', false],
		[(codes[1] ?? '').toLowerCase().replaceAll('-', ' '), true]
	] as const) {
		const cookie = await signInByForm(taken);
		const answer = await ask('/fr/sign-in/second-step', cookie, { recovery: code });
		expect(answer.status).toBe(works ? 303 : 400);
		if (!works) expect(answer.html).toContain(words('auth.recoveryWrong'));
	}
});

test('a passkey is a second step, signs in alone, and opens no other account', async ({ page, browser }) => {
	await addAuthenticator(page);
	const taken = await takeInvitation(page, await invite('network-admin'), fresh('admin'));
	await expect(page).toHaveURL(/\/fr\/second-factor/);
	await page.getByRole('button', { name: words('account.passkeyAdd') }).click();
	await expect(page.locator('[data-recovery-code]')).toHaveCount(10);
	await page.getByRole('link', { name: words('account.continue') }).click();
	await page.goto('/fr/account');
	await expect(page.locator('[data-own-passkey]')).toHaveCount(1);

	// The only second factor of a role that needs one stays.
	await page.locator('[data-own-passkey] button').click();
	await expect(page.getByText(words('account.keepOne'))).toBeVisible();

	await page.locator('form[action$="sign-out"] button').first().click();
	await page.getByRole('button', { name: words('auth.passkeySignIn') }).click();
	await expect(page).not.toHaveURL(/sign-in/);
	await page.goto('/fr/account');
	await expect(page.locator('[data-own-passkey]')).toHaveCount(1);

	await page.locator('form[action$="sign-out"] button').first().click();
	await signIn(page, taken);
	await expect(page).toHaveURL(/second-step/);
	await page.getByRole('button', { name: words('auth.secondPasskey') }).click();
	await expect(page).not.toHaveURL(/second-step/);

	// Another person's passkey, right in itself, at the second step of this account.
	const thief = await anotherBrowser(browser);
	const session = await addAuthenticator(thief);
	await takeInvitation(thief, await invite('coordinator'), fresh('thief'));
	await thief.getByRole('button', { name: words('account.passkeyAdd') }).click();
	await expect(thief.locator('[data-recovery-code]')).toHaveCount(10);
	await thief.context().clearCookies();
	await thief.goto('/fr/sign-in');
	const stolen = await answerChallenge(thief, '/fr/sign-in/passkey');
	await signIn(thief, taken);
	await expect(thief).toHaveURL(/second-step/);
	await sendCredential(thief, stolen);
	await expect(thief.getByText(words('auth.passkeyWrong'))).toBeVisible();
	await thief.goto('/fr/account');
	await expect(thief).toHaveURL(/second-step/);
	await session.detach();
	await thief.context().close();
});

test('an answer to a challenge is good for once', async ({ page }) => {
	await addAuthenticator(page);
	await takeInvitation(page, await invite('coordinator'), fresh('replay'));
	await page.getByRole('button', { name: words('account.passkeyAdd') }).click();
	await expect(page.locator('[data-recovery-code]')).toHaveCount(10);
	await page.context().clearCookies();
	await page.goto('/fr/sign-in');
	const answer = await answerChallenge(page, '/fr/sign-in/passkey');
	await sendCredential(page, answer);
	await expect(page).not.toHaveURL(/sign-in/);
	await page.context().clearCookies();
	await page.goto('/fr/sign-in');
	await sendCredential(page, answer);
	await expect(page.getByText(words('auth.passkeyWrong'))).toBeVisible();
});

test('the page of the account signs other devices out and changes the passphrase', async ({ page }) => {
	const taken = await takeInvitation(page, await invite('coach'), fresh('devices'));
	const others = [await signInByForm(taken), await signInByForm(taken)];
	await page.goto('/fr/account');
	await expect(page.locator('[data-device]')).toHaveCount(3);
	await page.locator('[data-device="elsewhere"] button').first().click();
	await expect(page.getByText(words('account.doneDevice'))).toBeVisible();
	await expect(page.locator('[data-device]')).toHaveCount(2);

	await page.locator('summary', { hasText: words('account.change') }).click();
	const passphrase = await page.locator('[data-offered]').innerText();
	await page.locator('form[action="?/passphrase"] input[name="current"]').fill(taken.passphrase);
	await page.locator('form[action="?/passphrase"] button').click();
	await expect(page.getByText(words('account.donePassphrase'))).toBeVisible();
	await expect(page.locator('[data-device]')).toHaveCount(1);
	for (const other of others) expect((await ask('/fr/account', other)).status).toBe(303);
	expect(await failToSignIn(taken.username, taken.passphrase)).toBe(400);
	expect(await signInByForm({ ...taken, passphrase })).not.toBe('');
});

/** Has the device answer a challenge of this address, without sending the answer. */
async function answerChallenge(page: import('@playwright/test').Page, address: string): Promise<string> {
	return page.evaluate(async (where) => {
		const bytes = (text: string) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
		const base64url = (buffer: ArrayBuffer | null) =>
			btoa(String.fromCharCode(...new Uint8Array(buffer ?? new ArrayBuffer(0))))
				.replace(/\+/g, '-')
				.replace(/\//g, '_')
				.replace(/=/g, '');
		const options = await (await fetch(where, { method: 'POST' })).json();
		const given = await navigator.credentials.get({
			publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: [] }
		});
		const { id, rawId, type, response } = given as PublicKeyCredential & { response: AuthenticatorAssertionResponse };
		const { clientDataJSON, authenticatorData, signature, userHandle } = response;
		return JSON.stringify({
			id,
			rawId: base64url(rawId),
			type,
			clientExtensionResults: {},
			response: {
				clientDataJSON: base64url(clientDataJSON),
				authenticatorData: base64url(authenticatorData),
				signature: base64url(signature),
				userHandle: base64url(userHandle)
			}
		});
	}, address);
}

/** Sends an answer with the page's own passkey form, past its island. */
async function sendCredential(page: import('@playwright/test').Page, credential: string): Promise<void> {
	await Promise.all([
		page.waitForNavigation(),
		page.locator('form[data-passkey]').evaluate((form: HTMLFormElement, value) => {
			(form.elements.namedItem('credential') as HTMLInputElement).value = value;
			HTMLFormElement.prototype.submit.call(form);
		}, credential)
	]);
}
