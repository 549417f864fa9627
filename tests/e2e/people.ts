// Accounts for journeys: invited in the server's own database, as a page of the person above would, then taken by the screens.
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Role } from '../../src/lib/auth/account';
import { invitationPath } from '../../src/lib/auth/invitation';
import { inviteAccount } from '../../src/lib/auth/invitations.server';
import { codeAt, stepAt } from '../../src/lib/auth/totp';
import { openDatabase, type Database } from '../../src/lib/database/database.server';
import { e2eDatabase } from './databases';
import { e2eOrigin } from './place';
import { expect } from './test';

let serial = 0;

/** A username that no other journey takes. */
export function fresh(name: string): string {
	return `${name}-${process.pid}-${++serial}`;
}

/** Works with the server's accounts, beside the server. */
export async function withAccounts<T>(work: (accounts: Database) => Promise<T>): Promise<T> {
	const accounts = await openDatabase(e2eDatabase('accounts'));
	try {
		return await work(accounts);
	} finally {
		await accounts.close();
	}
}

/** The path of a fresh invitation. */
export async function invite(role: Role, groupId: string | null = null, locale = 'fr', now = new Date()): Promise<string> {
	const wanted = { role, organisationId: 'demo-tilleuls', groupId, by: null };
	return invitationPath(locale, (await withAccounts((accounts) => inviteAccount(accounts, wanted, now))).token);
}

/** The token of a link: what its page alone gets to see. */
export function tokenOf(path: string): string {
	return path.slice(path.indexOf('#') + 1);
}

/** Opens an invitation in a browser without a script: the link is pasted. */
export async function pasteInvitation(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await page.locator('[name="link"]').fill(path);
	await page.locator('main form button[type="submit"]').click();
}

export interface TakenAccount {
	username: string;
	passphrase: string;
}

/** Takes an adult's invitation on its page with the four words offered. */
export async function takeInvitation(page: Page, path: string, username: string): Promise<TakenAccount> {
	await page.goto(path);
	await page.locator('[name="username"]').fill(username);
	await page.locator('[name="name"]').fill('Ada');
	const passphrase = await page.locator('[data-offered]').innerText();
	await page.locator('main form button[type="submit"]').click();
	await expect(page).not.toHaveURL(/\/invitation/);
	return { username, passphrase };
}

/** Takes a peer expert's with the first pseudonym and the four words offered. */
export async function takePseudonym(page: Page, path: string): Promise<TakenAccount> {
	await page.goto(path);
	return fillPseudonym(page);
}

/** The same on its page, once open. */
export async function fillPseudonym(page: Page): Promise<TakenAccount> {
	const username = await page.locator('[name="pseudonym"]').first().inputValue();
	const passphrase = await page.locator('[data-offered]').innerText();
	await page.locator('main form[action="?/accept"] [type="submit"]').last().click();
	await expect(page).not.toHaveURL(/\/invitation/);
	return { username, passphrase };
}

export async function signIn(page: Page, { username, passphrase }: TakenAccount, path = '/fr/sign-in'): Promise<void> {
	await page.goto(path);
	await page.locator('[name="username"]').fill(username);
	await page.locator('[name="passphrase"]').fill(passphrase);
	await page.locator('main form:has([name="username"]) button[type="submit"]').click();
}

/** What an authenticator app does with the key on the page: reads it and shows a code. */
export async function readKey(page: Page): Promise<Uint8Array> {
	const key = (await page.locator('[data-totp-key]').innerText()).replaceAll(' ', '');
	const bits = [...key].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
	return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => parseInt(byte, 2));
}

/** A code that the server hasn't taken yet: the app's next one counts already, half a minute early. */
export function nextCode(key: Uint8Array, after: number): { code: string; step: number } {
	const step = Math.max(stepAt(new Date()), after + 1);
	return { code: codeAt(key, new Date(step * 30_000)), step };
}

/** A phone with a fingerprint sensor that always agrees, in Chromium. */
export async function addAuthenticator(page: Page): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send('WebAuthn.enable');
	await session.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true
		}
	});
	return session;
}

/** Another person's browser. */
export async function anotherBrowser(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	const context = await browser.newContext({ baseURL: e2eOrigin, locale: 'fr-BE', ...options });
	return context.newPage();
}

/** The cookie of who is signed in. */
export async function authCookie(context: BrowserContext): Promise<string> {
	const cookie = (await context.cookies()).find(({ name }) => name === 'relais');
	expect(cookie?.httpOnly).toBe(true);
	expect(cookie?.sameSite).toBe('Lax');
	return cookie?.value ?? '';
}

export interface Answer {
	status: number;
	to: string | null;
	/** What the server set the cookie to; null when it left it alone. */
	cookie: string | null;
	html: string;
}

/** A request with this cookie, without a browser and without following. With fields, a form is posted. */
export async function ask(path: string, cookie: string | null = null, fields?: Record<string, string>): Promise<Answer> {
	const headers: Record<string, string> = {
		origin: e2eOrigin,
		accept: 'text/html',
		...(cookie && { cookie: `relais=${cookie}` })
	};
	const body = fields && new URLSearchParams(fields);
	const answer = await fetch(e2eOrigin + path, { method: body ? 'POST' : 'GET', headers, body, redirect: 'manual' });
	const set = answer.headers.getSetCookie().find((line) => line.startsWith('relais='));
	return {
		status: answer.status,
		to: answer.headers.get('location'),
		cookie: set === undefined ? null : (/^relais=([^;]*)/.exec(set)?.[1] ?? null),
		html: await answer.text()
	};
}

/** Takes an invitation by its form alone, with the words offered: gives the account and the cookie of its first authSession. */
export async function takeByForm(path: string, username: string): Promise<TakenAccount & { cookie: string }> {
	const token = tokenOf(path);
	const page = path.slice(0, path.indexOf('#'));
	const { html } = await ask(`${page}?/open`, null, { link: token });
	const offered = /name="offered" value="([^"]+)"/.exec(html)?.[1] ?? '';
	const pseudonym = /name="pseudonym"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="pseudonym"/.exec(html);
	const own: Record<string, string> = pseudonym ? { pseudonym: pseudonym[1] ?? pseudonym[2] ?? '' } : { username, name: 'Ada' };
	const answer = await ask(`${page}?/accept`, null, { token, way: 'offered', offered, ...own });
	expect(answer.status).toBe(303);
	return { username: own.pseudonym ?? username, passphrase: offered, cookie: answer.cookie ?? '' };
}

/** Signs in by the form alone; gives the new cookie. `cookie` is one that the browser held before. */
export async function signInByForm({ username, passphrase }: TakenAccount, cookie: string | null = null): Promise<string> {
	const answer = await ask('/fr/sign-in', cookie, { username, passphrase });
	expect(answer.status).toBe(303);
	return answer.cookie ?? '';
}

/** Signs in by the form with the wrong words; gives the status. */
export async function failToSignIn(username: string, passphrase: string): Promise<number> {
	return (await ask('/fr/sign-in', null, { username, passphrase })).status;
}
