// The authSession of people with a responsibility: the one file that knows Lucia (docs/decisions: pinned, replaceable in a day).
// The database holds SHA-256 of the id, so a stolen copy of it signs nobody in. Lucia reads the clock itself; the adapter
// therefore tells it how long is left from `now`, and our own two limits (account.ts) decide.
import { createHash } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { eq, lt, or } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import type { Database } from '../database/database.server';
import { absoluteLifetime, idleLifetime, remainingLifetime, type Account } from './account';
import { accountTable, authSessionTable } from './tables.server';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof createLucia>;
		DatabaseUserAttributes: Account;
	}
}

/** Lucia renews when less than half of this is left: with this length, on any request a minute after the last renewal. */
const renewal = new TimeSpan(2 * (idleLifetime / 60_000 - 1), 'm');

type CookieJar = Pick<Cookies, 'get' | 'set' | 'delete'>;

/** Name and rules of the cookie. `__Host-` needs https, which a development machine or a first try doesn't have. */
export function authCookie(origin: string | undefined) {
	// Parsed, because the environment may say HTTPS:// and the settings accept it.
	const secure = URL.canParse(origin ?? '') && new URL(origin ?? '').protocol === 'https:';
	return {
		name: secure ? '__Host-relais' : 'relais',
		// No lifetime: it ends with the browser, on a shared computer too; the server's own limits are shorter.
		rules: { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
	};
}

/** Signs an account in on this browser: a new authSession always, and the one it held before is over. */
export async function startAuthSession(cookies: CookieJar, database: Database, accountId: string, now: Date): Promise<void> {
	const { name, rules } = authCookie(process.env.ORIGIN);
	const lucia = createLucia(database, now);
	const previous = cookies.get(name);
	if (previous !== undefined) await lucia.invalidateSession(previous);
	await lucia.deleteExpiredSessions();
	const authSession = await lucia.createSession(accountId, {});
	cookies.set(name, authSession.id, rules);
}

/** The signed-in account of this browser, or null. Keeps the authSession alive; removes the cookie of one that is over. */
export async function readAuthSession(cookies: CookieJar, database: Database, now: Date): Promise<Account | null> {
	const { name, rules } = authCookie(process.env.ORIGIN);
	const id = cookies.get(name);
	if (id === undefined) return null;
	const { user } = await createLucia(database, now).validateSession(id);
	if (user === null) cookies.delete(name, rules);
	return user;
}

/** Signs out: the authSession ends on the server, so a copied cookie is worth nothing afterwards. */
export async function endAuthSession(cookies: CookieJar, database: Database, now: Date): Promise<void> {
	const { name, rules } = authCookie(process.env.ORIGIN);
	const id = cookies.get(name);
	if (id !== undefined) await createLucia(database, now).invalidateSession(id);
	cookies.delete(name, rules);
}

function createLucia(database: Database, now: Date) {
	return new Lucia(createAdapter(database, now), { sessionExpiresIn: renewal, getUserAttributes: (account) => account });
}

function createAdapter(database: Database, now: Date): Adapter {
	const whereId = (id: string) => eq(authSessionTable.idHash, hashId(id));
	return {
		async getSessionAndUser(id) {
			const [row] = await database.read
				.select()
				.from(authSessionTable)
				.innerJoin(accountTable, eq(accountTable.id, authSessionTable.accountId))
				.where(whereId(id));
			if (row === undefined) return [null, null];
			const expiresAt = new Date(Date.now() + remainingLifetime(row.auth_session, now));
			const { id: userId, role, name, organisationId, closedAt } = row.account;
			const authSession = { id, userId, expiresAt, attributes: {} };
			if (closedAt !== null) return [authSession, null];
			return [authSession, { id: userId, attributes: { id: userId, role, name, organisationId } }];
		},
		async getUserSessions() {
			throw new Error('auth-session.server.ts: ids are stored hashed, so the authSessions of an account can only be deleted.');
		},
		async setSession({ id, userId }) {
			const row = { idHash: hashId(id), accountId: userId, createdAt: now, usedAt: now };
			await database.write((tx) => tx.insert(authSessionTable).values(row));
		},
		async updateSessionExpiration(id) {
			await database.write((tx) => tx.update(authSessionTable).set({ usedAt: now }).where(whereId(id)));
		},
		async deleteSession(id) {
			await database.write((tx) => tx.delete(authSessionTable).where(whereId(id)));
		},
		async deleteUserSessions(userId) {
			await database.write((tx) => tx.delete(authSessionTable).where(eq(authSessionTable.accountId, userId)));
		},
		async deleteExpiredSessions() {
			const idleSince = new Date(now.getTime() - idleLifetime);
			const startedBefore = new Date(now.getTime() - absoluteLifetime);
			const over = or(lt(authSessionTable.usedAt, idleSince), lt(authSessionTable.createdAt, startedBefore));
			await database.write((tx) => tx.delete(authSessionTable).where(over));
		}
	};
}

function hashId(id: string): string {
	return createHash('sha256').update(id).digest('hex');
}
