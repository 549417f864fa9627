// What follows a right passphrase, and what proves again who sits here: judged with a limit of its own per account, because
// whoever guesses six digits knows the passphrase already.
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import type { Account } from './account';
import { hashKey } from './address-key.server';
import type { AuthSession } from './auth-session.server';
import { verifyPassphrase } from './passphrase.server';
import { answerRecoveryCode, answerTotp } from './second-factors.server';
import { SlowDown } from './slow-down';
import { accountTable, authSessionTable } from './tables.server';

/** Five mistakes are free, then half a minute, a minute … a quarter of an hour: about a hundred guesses a day at a million codes. */
export class SecondStepLimits {
	readonly #account = new SlowDown({
		...{ free: 5, baseSeconds: 30, capSeconds: 900, forgetAfterSeconds: 3600, maxKeys: 20_000 },
		shared: 'second step'
	});

	/** Whole seconds to wait; at 0 the attempt is counted as a failure until `forgive`. */
	admit(accountId: string, now: Date): number {
		const key = hashKey(accountId);
		const seconds = this.#account.secondsToWait(key, now);
		if (seconds === 0) this.#account.count(key, now);
		return seconds;
	}

	forgive(accountId: string): void {
		this.#account.clear(hashKey(accountId));
	}
}

export type StepAnswer =
	| { ok: true }
	| { ok: false; reason: 'missing' | 'wrong' | 'spent' | 'late' | 'none' | 'recovery-wrong' }
	| { ok: false; reason: 'too-many'; seconds: number };

export interface Step {
	kind: 'totp' | 'recovery';
	typed: string;
	/** The instance's SECRET. */
	secret: string;
	/** True where the code proves an app that is being set up. */
	confirming?: boolean;
}

/** Judges a code of the app or of the sheet. Refuses without looking while the slow-down lasts. */
export async function answerStep(
	database: Database,
	limits: SecondStepLimits,
	accountId: string,
	{ kind, typed, secret, confirming = false }: Step,
	now: Date
): Promise<StepAnswer> {
	if (typed.trim() === '') return { ok: false, reason: 'missing' };
	const seconds = limits.admit(accountId, now);
	if (seconds > 0) return { ok: false, reason: 'too-many', seconds };
	const answer: StepAnswer =
		kind === 'totp'
			? await answerTotp(database, accountId, typed, secret, { now, confirming })
			: (await answerRecoveryCode(database, accountId, typed, now))
				? { ok: true }
				: { ok: false, reason: 'recovery-wrong' };
	if (answer.ok) limits.forgive(accountId);
	return answer;
}

/** How long a sign-in, with every step of it, is proof enough to change how one signs in, in milliseconds. */
const freshFor = 10 * 60_000;

/** True while whoever sits here has just signed in; later they sign in again before a way of signing in is added or taken away. */
export function isFresh({ createdAt }: Pick<AuthSession, 'createdAt'>, now: Date): boolean {
	return now.getTime() - createdAt.getTime() < freshFor;
}

/** Before a passphrase is replaced: the one there is, however short ago somebody signed in (a browser left open is no owner). */
export async function provePassphrase(
	database: Database,
	limits: SecondStepLimits,
	{ account }: Pick<AuthSession, 'account'>,
	passphrase: string,
	now: Date
): Promise<StepAnswer> {
	const seconds = limits.admit(account.id, now);
	if (seconds > 0) return { ok: false, reason: 'too-many', seconds };
	const [row] = await database.read
		.select()
		.from(accountTable)
		.where(and(eq(accountTable.id, account.id), isNull(accountTable.closedAt)));
	if (!(await verifyPassphrase(row?.passphraseHash ?? null, passphrase))) return { ok: false, reason: 'wrong' };
	limits.forgive(account.id);
	return { ok: true };
}

/** Replaces the passphrase; every authSession of the account ends but the one that asks. */
export async function changePassphrase(
	database: Database,
	account: Pick<Account, 'id'>,
	{ passphraseHash, deviceId }: { passphraseHash: string; deviceId: string }
): Promise<void> {
	const others = and(eq(authSessionTable.accountId, account.id), ne(authSessionTable.deviceId, deviceId));
	await database.write(async (tx) => {
		await tx.update(accountTable).set({ passphraseHash }).where(eq(accountTable.id, account.id));
		await tx.delete(authSessionTable).where(others);
	});
}
