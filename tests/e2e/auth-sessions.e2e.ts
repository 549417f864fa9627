// Attacks on an authSession against the running server: none may succeed.
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { authSessionTable } from '../../src/lib/auth/tables.server';
import {
	anotherBrowser,
	askWith,
	authCookie,
	invite,
	nextCode,
	readKey,
	signIn,
	takeInvitation,
	takePseudonym,
	withAccounts
} from './people';
import { expect, test } from './test';

test.use({ expectsCookie: true });

let serial = 0;
const fresh = (name: string) => `${name}-${process.pid}-${++serial}`;
const page = '/fr/account';
const hours = 3_600_000;

/** Moves an authSession into the past, as if the clock had gone on. */
async function age(cookie: string, { created = 0, used = 0 }: { created?: number; used?: number }): Promise<void> {
	const idHash = createHash('sha256').update(cookie).digest('hex');
	const now = Date.now();
	const times = { createdAt: new Date(now - created), usedAt: new Date(now - used) };
	await withAccounts((accounts) =>
		accounts.write((tx) => tx.update(authSessionTable).set(times).where(eq(authSessionTable.idHash, idHash)))
	);
}

test('fixation: a cookie planted before signing in is never signed in', async ({ page: tab, context, browser }) => {
	const taken = await takeInvitation(tab, await invite('coach'), fresh('fixed'));
	const attacker = await authCookie(context);
	const victim = await anotherBrowser(browser);
	for (const planted of ['planted-by-somebody', attacker]) {
		await victim
			.context()
			.addCookies([{ name: 'relais', value: planted, domain: 'localhost', path: '/', httpOnly: true, sameSite: 'Lax' }]);
		await victim.context().clearCookies({ name: 'nothing' });
		if (planted === attacker) await victim.goto('/fr/sign-in');
		else {
			await signIn(victim, taken);
			await expect(victim).toHaveURL(/\/fr\/(coach|account)/);
			expect(await authCookie(victim.context())).not.toBe(planted);
		}
		expect((await askWith('planted-by-somebody', page)).status).toBe(303);
	}
	await victim.context().close();
});

test('each step of a sign-in has another value, and the one before is dead', async ({ page: tab, context }) => {
	await takeInvitation(tab, await invite('coordinator'), fresh('steps'));
	const before = await authCookie(context);
	expect((await askWith(before, page)).to).toContain('/second-factor');
	const key = await readKey(tab);
	await tab.locator('[name="code"]').fill(nextCode(key, 0).code);
	await tab.locator('form:has([name="code"]) button').click();
	await expect(tab.locator('[data-recovery-code]')).toHaveCount(10);
	const after = await authCookie(context);
	expect(after).not.toBe(before);
	expect((await askWith(after, page)).status).toBe(200);
	expect((await askWith(before, page)).to).toContain('/sign-in');
});

test('replay after signing out', async ({ page: tab, context }) => {
	await takeInvitation(tab, await invite('coach'), fresh('replay'));
	const cookie = await authCookie(context);
	expect((await askWith(cookie, page)).status).toBe(200);
	await tab.goto(page);
	await tab.locator('form[action$="sign-out"] button').first().click();
	await expect(tab).toHaveURL(/sign-in/);
	expect(await askWith(cookie, page)).toMatchObject({ status: 303, to: expect.stringContaining('/fr/sign-in') });
});

test('no value of the database is a cookie', async ({ page: tab }) => {
	await takeInvitation(tab, await invite('coach'), fresh('database'));
	const rows = await withAccounts((accounts) => accounts.read.select().from(authSessionTable));
	expect(rows.length).toBeGreaterThan(0);
	for (const { idHash, deviceId, accountId } of rows.slice(0, 40))
		for (const value of [idHash, deviceId, accountId]) expect((await askWith(value, page)).status).toBe(303);
});

test('an adult’s ends after 30 minutes without use and after 12 hours', async ({ page: tab, browser }) => {
	const taken = await takeInvitation(tab, await invite('coach'), fresh('limits'));
	for (const [times, status] of [
		[{ created: hours, used: 29 * 60_000 }, 200],
		[{ created: hours, used: 31 * 60_000 }, 303],
		[{ created: 11.9 * hours, used: 1000 }, 200],
		[{ created: 12.1 * hours, used: 1000 }, 303]
	] as const) {
		const other = await anotherBrowser(browser);
		await signIn(other, taken);
		const cookie = await authCookie(other.context());
		await age(cookie, times);
		expect((await askWith(cookie, page)).status, JSON.stringify(times)).toBe(status);
		await other.context().close();
	}
});

test('a peer expert’s ends after 12 hours without use and after 7 days', async ({ page: tab, browser }) => {
	const taken = await takePseudonym(tab, await invite('peer-expert', 'demo-ecureuil'));
	for (const [times, status] of [
		[{ created: 20 * hours, used: 11.9 * hours }, 200],
		[{ created: 20 * hours, used: 12.1 * hours }, 303],
		[{ created: 167 * hours, used: 1000 }, 200],
		[{ created: 169 * hours, used: 1000 }, 303]
	] as const) {
		const other = await anotherBrowser(browser);
		await signIn(other, taken);
		await expect(other).not.toHaveURL(/sign-in/);
		const cookie = await authCookie(other.context());
		await age(cookie, times);
		expect((await askWith(cookie, page)).status, JSON.stringify(times)).toBe(status);
		await other.context().close();
	}
});

test('use keeps it alive', async ({ page: tab, context }) => {
	await takeInvitation(tab, await invite('coach'), fresh('used'));
	const cookie = await authCookie(context);
	for (let round = 0; round < 3; round++) {
		await age(cookie, { created: hours, used: 25 * 60_000 });
		expect((await askWith(cookie, page)).status).toBe(200);
		const idHash = createHash('sha256').update(cookie).digest('hex');
		const [row] = await withAccounts((accounts) =>
			accounts.read.select().from(authSessionTable).where(eq(authSessionTable.idHash, idHash))
		);
		expect(Date.now() - (row?.usedAt.getTime() ?? 0)).toBeLessThan(60_000);
	}
});

test('signing in at once on many devices makes as many values, and each ends alone', async ({ page: tab, browser }) => {
	const taken = await takeInvitation(tab, await invite('coach'), fresh('many'));
	const pages = await Promise.all(Array.from({ length: 5 }, () => anotherBrowser(browser)));
	await Promise.all(pages.map((each) => signIn(each, taken)));
	const cookies = await Promise.all(pages.map((each) => authCookie(each.context())));
	expect(new Set(cookies).size).toBe(5);
	await pages[0]!.goto(page);
	await pages[0]!.locator('form[action$="sign-out"] button').first().click();
	await expect(pages[0]!).toHaveURL(/sign-in/);
	const statuses = await Promise.all(cookies.map(async (cookie) => (await askWith(cookie, page)).status));
	expect(statuses).toEqual([303, 200, 200, 200, 200]);
	await Promise.all(pages.map((each) => each.context().close()));
});
