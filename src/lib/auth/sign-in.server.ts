// Signing in with username and passphrase. A wrong answer never says which of the two was wrong and takes the same time.
// Guessing is slowed down per username and address, per username, and per address (which is never stored nor logged).
import type { Database } from '../database/database.server';
import { normaliseUsername, type Account } from './account';
import { findAccountByUsername } from './accounts.server';
import { addressKey, hashKey } from './address-key.server';
import { verifyPassphrase } from './passphrase.server';
import { SlowDown } from './slow-down';

export interface SignInAttempt {
	username: string;
	passphrase: string;
	address: string;
}

export type SignInResult =
	{ ok: true; account: Account } | { ok: false; reason: 'wrong' } | { ok: false; reason: 'too-many'; seconds: number };

export class SignInLimits {
	/** Somebody at a keyboard: five mistakes are free, then 2 s, 4 s … a quarter of an hour. */
	readonly #pair = new SlowDown({ free: 5, baseSeconds: 2, capSeconds: 900, forgetAfterSeconds: 3600, maxKeys: 50_000 });
	/** Many machines at one account. Capped low, or anyone could lock a coach out. */
	readonly #username = new SlowDown({ free: 20, baseSeconds: 1, capSeconds: 60, forgetAfterSeconds: 3600, maxKeys: 50_000 });
	/** One machine at many accounts. Wide enough for a training day where thirty people share one address. */
	readonly #address = new SlowDown({ free: 60, baseSeconds: 1, capSeconds: 300, forgetAfterSeconds: 3600, maxKeys: 50_000 });

	/** Whole seconds this attempt must wait; at 0 it is counted as a failure until `forgive`. */
	admit(attempt: SignInAttempt, now: Date): number {
		const limits = this.#limitsOf(attempt);
		const seconds = Math.max(...limits.map(({ limit, key }) => limit.secondsToWait(key, now)));
		if (seconds === 0) for (const { limit, key } of limits) limit.count(key, now);
		return seconds;
	}

	/** The attempt was right: whoever knows the passphrase made the mistakes before it too. */
	forgive(attempt: SignInAttempt): void {
		const [pair, username, address] = this.#limitsOf(attempt);
		pair.limit.clear(pair.key);
		username.limit.forgive(username.key);
		address.limit.forgive(address.key);
	}

	#limitsOf(attempt: SignInAttempt) {
		const username = hashKey(normaliseUsername(attempt.username));
		const address = addressKey(attempt.address);
		return [
			{ limit: this.#pair, key: `${username} ${address}` },
			{ limit: this.#username, key: username },
			{ limit: this.#address, key: address }
		] as const;
	}
}

/** Judges one attempt to sign in. Refuses without looking while the slow-down lasts; never reveals whether an account exists. */
export async function signIn(database: Database, limits: SignInLimits, attempt: SignInAttempt, now: Date): Promise<SignInResult> {
	const seconds = limits.admit(attempt, now);
	if (seconds > 0) return { ok: false, reason: 'too-many', seconds };
	const found = await findAccountByUsername(database, attempt.username);
	const right = await verifyPassphrase(found?.passphraseHash ?? null, attempt.passphrase);
	if (found === null || !right) return { ok: false, reason: 'wrong' };
	limits.forgive(attempt);
	return { ok: true, account: found.account };
}
