// The authSession of people with a responsibility: the one file that knows Lucia (docs/decisions: pinned, replaceable in a day).
// The database holds SHA-256 of the id, so a stolen copy of it signs nobody in. Lucia reads the clock itself; the adapter
// therefore tells it only whether an authSession is over or due for renewal, and our own limits (account.ts) decide.
import { createHash, randomBytes } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import { and, eq, lt, or } from 'drizzle-orm';
import { Lucia, TimeSpan, type Adapter } from 'lucia';
import type { Database } from '../database/database.server';
import { lifetimeOf, remainingLifetime, roles, stages, type Account, type Stage } from './account';
import { toAccount } from './accounts.server';
import type { Device } from './device';
import { accountTable, authSessionTable } from './tables.server';

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof createLucia>;
		DatabaseSessionAttributes: { stage: Stage; device: Device };
		DatabaseUserAttributes: Account;
	}
}

/** What a request comes with: who, how far the sign-in has come, on which device and since when. */
export interface AuthSession {
	readonly account: Account;
	readonly stage: Stage;
	/** Names this authSession among the account's own (`devices.server.ts`); worth nothing as a cookie. */
	readonly deviceId: string;
	readonly createdAt: Date;
}

export interface SignInAs {
	account: Pick<Account, 'id' | 'role'>;
	stage: Stage;
	device: Device;
}

/** Use is noted once a minute at most: a page with ten requests makes one write. */
const noteEvery = 60_000;

type CookieJar = Pick<Cookies, 'get' | 'set' | 'delete'>;

/** Name and rules of the cookie. `__Host-` needs https, which a development machine or a first try doesn't have. */
function authCookie(origin: string | undefined) {
	// Parsed, because the environment may say HTTPS:// and the settings accept it.
	const secure = URL.canParse(origin ?? '') && new URL(origin ?? '').protocol === 'https:';
	return {
		name: secure ? '__Host-relais' : 'relais',
		// No lifetime: it ends with the browser, on a shared computer too; the server's own limits are shorter.
		rules: { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
	};
}

/** Signs an account in on this browser: a new authSession always, and the one it held before is over. */
export async function startAuthSession(cookies: CookieJar, database: Database, as: SignInAs, now: Date): Promise<void> {
	const { name, rules } = authCookie(process.env.ORIGIN);
	const lucia = createLucia(database, now, as.account);
	const previous = cookies.get(name);
	if (previous !== undefined) await lucia.invalidateSession(previous);
	await lucia.deleteExpiredSessions();
	const authSession = await lucia.createSession(as.account.id, { stage: as.stage, device: as.device });
	cookies.set(name, authSession.id, rules);
}

/** The authSession of this browser, or null. Keeps it alive; removes the cookie of one that is over. */
export async function readAuthSession(cookies: CookieJar, database: Database, now: Date): Promise<AuthSession | null> {
	const { name, rules } = authCookie(process.env.ORIGIN);
	const id = cookies.get(name);
	if (id === undefined) return null;
	const { user, session } = await createLucia(database, now).validateSession(id);
	if (user === null) {
		cookies.delete(name, rules);
		return null;
	}
	const { id: accountId, role, name: called, organisationId, groupId } = user;
	const account: Account = { id: accountId, role, name: called, organisationId, groupId };
	const { stage, deviceId, createdAt } = session;
	return { account, stage, deviceId, createdAt };
}

/** Signs out: the authSession ends on the server, so a copied cookie is worth nothing afterwards. */
export async function endAuthSession(cookies: CookieJar, database: Database, now: Date): Promise<void> {
	const { name, rules } = authCookie(process.env.ORIGIN);
	const id = cookies.get(name);
	if (id !== undefined) await createLucia(database, now).invalidateSession(id);
	cookies.delete(name, rules);
}

interface StoredAttributes {
	stage: Stage;
	device: Device;
	deviceId: string;
	createdAt: Date;
}

function createLucia(database: Database, now: Date, as?: Pick<Account, 'role'>) {
	return new Lucia(createAdapter(database, now, as), {
		sessionExpiresIn: new TimeSpan(1, 'h'),
		getSessionAttributes: (attributes) => attributes as StoredAttributes,
		getUserAttributes: (account) => account
	});
}

function createAdapter(database: Database, now: Date, as: Pick<Account, 'role'> | undefined): Adapter {
	const whereId = (id: string) => eq(authSessionTable.idHash, hashId(id));
	return {
		async getSessionAndUser(id) {
			const [row] = await database.read
				.select()
				.from(authSessionTable)
				.innerJoin(accountTable, eq(accountTable.id, authSessionTable.accountId))
				.where(whereId(id));
			if (row === undefined) return [null, null];
			const { accountId: userId, stage, device, deviceId, createdAt } = row.auth_session;
			const attributes: StoredAttributes = { stage, device, deviceId, createdAt };
			const authSession = { id, userId, expiresAt: tellLucia(row.auth_session, now), attributes };
			// Who closed or changed the account meant the devices that are signed in, too.
			const changed = row.account.closedAt !== null || row.account.role !== row.auth_session.role;
			return [authSession, changed ? null : { id: userId, attributes: toAccount(row.account) }];
		},
		async getUserSessions() {
			throw new Error('auth-session.server.ts: ids are stored hashed; devices.server.ts lists the authSessions of an account.');
		},
		async setSession({ id, userId, attributes: { stage, device } }) {
			if (as === undefined) throw new Error('auth-session.server.ts: startAuthSession is the one way to make an authSession.');
			const deviceId = randomBytes(12).toString('base64url');
			const row = { idHash: hashId(id), deviceId, accountId: userId, role: as.role, stage, device, createdAt: now, usedAt: now };
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
			const over = or(...stages.flatMap((stage) => roles.map((role) => isOver(stage, role, now))));
			await database.write((tx) => tx.delete(authSessionTable).where(over));
		}
	};
}

/** Over: in the past. Alive: an hour from now, or where use is to be noted, less than the half of it that makes Lucia renew. */
function tellLucia(row: typeof authSessionTable.$inferSelect, now: Date): Date {
	if (remainingLifetime(row, now) <= 0) return new Date(0);
	const minutes = now.getTime() - row.usedAt.getTime() >= noteEvery ? 29 : 60;
	return new Date(Date.now() + minutes * 60_000);
}

function isOver(stage: Stage, role: Account['role'], now: Date) {
	const { idle, absolute } = lifetimeOf({ stage, role });
	const unused = lt(authSessionTable.usedAt, new Date(now.getTime() - idle));
	const old = lt(authSessionTable.createdAt, new Date(now.getTime() - absolute));
	return and(eq(authSessionTable.stage, stage), eq(authSessionTable.role, role), or(unused, old));
}

function hashId(id: string): string {
	return createHash('sha256').update(id).digest('hex');
}
