// Attacks on an authSession against the running server, with bare requests: none may succeed.
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { authSessionTable } from '../../src/lib/auth/tables.server';
import { ask, authCookie, failToSignIn, fresh, invite, signInByForm, takeByForm, takeInvitation, withAccounts } from './people';
import { expect, test } from './test';

test.use({ expectsCookie: true });
test.setTimeout(120_000);

const account = '/fr/account';
const [minutes, hours] = [60_000, 3_600_000];
const hash = (cookie: string) => createHash('sha256').update(cookie).digest('hex');

/** Moves an authSession into the past, as if the clock had gone on. */
async function age(cookie: string, { created, used }: { created: number; used: number }): Promise<void> {
	const times = { createdAt: new Date(Date.now() - created), usedAt: new Date(Date.now() - used) };
	const own = eq(authSessionTable.idHash, hash(cookie));
	await withAccounts((accounts) => accounts.write((tx) => tx.update(authSessionTable).set(times).where(own)));
}

const opens = async (cookie: string) => (await ask(account, cookie)).status === 200;

test('the cookie is for the server alone', async ({ page, context }) => {
	await takeInvitation(page, await invite('coach'), fresh('cookie'));
	expect(await opens(await authCookie(context))).toBe(true);
	expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('fixation: a value that was planted before is never signed in', async () => {
	const taken = await takeByForm(await invite('coach'), fresh('fixed'));
	const attacker = await takeByForm(await invite('coach'), fresh('attacker'));
	for (const planted of ['planted-by-somebody', attacker.cookie, taken.cookie]) {
		const cookie = await signInByForm(taken, planted);
		expect(cookie).not.toBe(planted);
		expect(await opens(cookie)).toBe(true);
		expect(await opens(planted), planted).toBe(false);
	}
});

test('each step of a sign-in has another value, and none opens more than its step', async () => {
	const { cookie } = await takeByForm(await invite('coordinator'), fresh('steps'));
	for (const path of [account, '/fr/coach', '/studio'])
		expect(await ask(path, cookie)).toMatchObject({ status: 303, to: expect.stringContaining('/second-factor') });
	for (const fields of [{ code: '' }, { code: '000000' }, { code: "' OR 1=1" }]) {
		const answer = await ask('/fr/second-factor?/totp', cookie, fields);
		expect([answer.status, answer.cookie]).toEqual([400, null]);
	}
	expect(await opens(cookie)).toBe(false);
});

test('a way of signing in changes only after a sign-in of the last ten minutes', async ({ page, context }) => {
	await takeInvitation(page, await invite('coach'), fresh('stale'));
	const cookie = await authCookie(context);
	await age(cookie, { created: 11 * minutes, used: 0 });
	for (const act of ['?/codes', '?/remove-app', '?/remove-passkey'])
		expect((await ask(`${account}${act}`, cookie, { passkey: '' })).status, act).toBe(403);
	expect((await ask('/fr/second-factor?/totp', cookie, { code: '000000' })).status).toBe(403);
	for (const locale of ['fr', 'ar']) {
		await page.goto(`/${locale}/account`);
		await expect(page.locator(`form[action^="/${locale}/sign-out?next="]`)).toBeVisible();
		if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/stale-${locale}.png`, fullPage: true });
	}
	await page.locator('form[action^="/ar/sign-out?next="] button').click();
	await expect(page).toHaveURL(/\/ar\/sign-in\?next=%2Far%2Faccount$/);
});

test('replay after signing out', async () => {
	const { cookie } = await takeByForm(await invite('coach'), fresh('replay'));
	expect(await opens(cookie)).toBe(true);
	expect((await ask('/fr/sign-out', cookie, {})).status).toBe(303);
	expect(await ask(account, cookie)).toMatchObject({ status: 303, to: expect.stringContaining('/fr/sign-in'), cookie: '' });
});

test('no value of the database is a cookie', async () => {
	await takeByForm(await invite('coach'), fresh('database'));
	const rows = await withAccounts((accounts) => accounts.read.select().from(authSessionTable));
	expect(rows.length).toBeGreaterThan(0);
	for (const { idHash, deviceId, accountId } of rows.slice(-20))
		for (const value of [idHash, deviceId, accountId]) expect(await opens(value)).toBe(false);
});

test('an adult’s ends after 30 minutes without use and after 12 hours', async () => {
	const taken = await takeByForm(await invite('coach'), fresh('limits'));
	for (const [times, alive] of [
		[{ created: hours, used: 29 * minutes }, true],
		[{ created: hours, used: 31 * minutes }, false],
		[{ created: 11.9 * hours, used: 1000 }, true],
		[{ created: 12.1 * hours, used: 1000 }, false]
	] as const) {
		const cookie = await signInByForm(taken);
		await age(cookie, times);
		expect(await opens(cookie), JSON.stringify(times)).toBe(alive);
	}
});

test('a peer expert’s ends after 12 hours without use and after 7 days', async () => {
	const taken = await takeByForm(await invite('peer-expert', 'demo-ecureuil'), '');
	for (const [times, alive] of [
		[{ created: 20 * hours, used: 11.9 * hours }, true],
		[{ created: 20 * hours, used: 12.1 * hours }, false],
		[{ created: 167 * hours, used: 1000 }, true],
		[{ created: 169 * hours, used: 1000 }, false]
	] as const) {
		const cookie = await signInByForm(taken);
		await age(cookie, times);
		expect(await opens(cookie), JSON.stringify(times)).toBe(alive);
	}
});

test('use keeps it alive, within its longest life', async () => {
	const { cookie } = await takeByForm(await invite('coach'), fresh('used'));
	for (let round = 1; round <= 3; round++) {
		await age(cookie, { created: round * hours, used: 25 * minutes });
		expect(await opens(cookie)).toBe(true);
		const own = eq(authSessionTable.idHash, hash(cookie));
		const [row] = await withAccounts((accounts) => accounts.read.select().from(authSessionTable).where(own));
		expect(Date.now() - (row?.usedAt.getTime() ?? 0)).toBeLessThan(minutes);
	}
});

test('signing in at once on many devices makes as many values, and each ends alone', async () => {
	const taken = await takeByForm(await invite('coach'), fresh('many'));
	// Fewer than the tries that an account has before it is slowed down: all are judged at once.
	const cookies = await Promise.all(Array.from({ length: 4 }, () => signInByForm(taken)));
	expect(new Set(cookies).size).toBe(4);
	await ask('/fr/sign-out', cookies[0], {});
	expect(await Promise.all(cookies.map(opens))).toEqual([false, ...Array<boolean>(3).fill(true)]);
});

test('a change asked for from elsewhere changes nothing', async () => {
	const { cookie } = await takeByForm(await invite('coach'), fresh('elsewhere'));
	const { origin } = new URL('https://elsewhere.example');
	for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json', 'multipart/form-data; boundary=x'])
		for (const from of [origin, 'null', undefined]) {
			const headers: Record<string, string> = { cookie: `relais=${cookie}`, 'content-type': type, ...(from && { origin: from }) };
			for (const path of ['/fr/sign-out', '/fr/account?/others', '/fr/second-factor/passkey']) {
				const answer = await fetch(new URL(path, (await import('./place')).e2eOrigin), { method: 'POST', headers, body: '' });
				expect(answer.status, `${path} ${type} ${from}`).toBe(403);
			}
		}
	expect(await opens(cookie)).toBe(true);
});

test('guesses are slowed down, and forty people behind the same address are not', async () => {
	const invited = [];
	for (let index = 0; index < 40; index++) invited.push(await takeByForm(await invite('coach'), fresh('room')));
	const target = await takeByForm(await invite('coach'), fresh('target'));
	const guesses = [];
	for (let index = 0; index < 8; index++) guesses.push(await failToSignIn(target.username, `guess number ${index}`));
	expect(guesses).toEqual([400, 400, 400, 400, 400, 429, 429, 429]);
	const cookies = await Promise.all(invited.map((each) => signInByForm(each)));
	expect(new Set(cookies).size).toBe(40);
});
