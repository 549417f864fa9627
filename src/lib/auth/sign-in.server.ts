// Signing in with username and passphrase. A wrong answer never says which of the two was wrong and takes the same time.
// Guessing is slowed down per username and address, per username, and per address (which is never stored nor logged).
import type { Database } from '../database/database.server';
import { createLimiter } from '../ops/limiter';
import { countTogether } from '../ops/neighbours';
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

/** Memory bound of the pairs that signed in: some two megabytes. */
const maxFamiliar = 10_000;

export class SignInLimits {
	/** Somebody at a keyboard: five mistakes are free, then 2 s, 4 s … a quarter of an hour: about 100 guesses a day. */
	readonly #pair = new SlowDown({
		...{ free: 5, baseSeconds: 2, capSeconds: 900, forgetAfterSeconds: 3600, maxKeys: 50_000 },
		shared: 'sign-in pair'
	});
	/**
	 * Many machines at one account: 8 640 guesses a day, however many they are. Refills steadily, so that to keep it empty takes
	 * some ninety addresses that each wait a quarter of an hour, and not one.
	 */
	readonly #username = createLimiter({ capacity: 20, refillPerSecond: 0.1, maxKeys: 50_000, shared: 'sign-in username' });
	/**
	 * One machine at many accounts. Wide enough for a training day where thirty people share one address, and rested again
	 * within seconds: `pair` is what bounds the guesses at each account.
	 */
	readonly #address = createLimiter({ capacity: 60, refillPerSecond: 0.5, maxKeys: 50_000, shared: 'sign-in address' });
	/** Pairs that signed in since the start, latest last: strangers who guess can't lock a coach out where the coach works. */
	readonly #familiar = new Set<string>();
	readonly #tell = countTogether('sign-in familiar', (_, pair) => this.#remember(pair));

	/** Whole seconds this attempt must wait; at 0 it is counted as a failure until `forgive`. */
	admit(attempt: SignInAttempt, now: Date): number {
		const { pair, username, address } = keysOf(attempt);
		const familiar = this.#familiar.has(pair);
		const seconds = Math.max(
			this.#pair.secondsToWait(pair, now),
			familiar ? 0 : this.#username.retryAfter(username, now),
			this.#address.retryAfter(address, now)
		);
		if (seconds > 0) return seconds;
		this.#pair.count(pair, now);
		if (!familiar) this.#username.take(username, now);
		this.#address.take(address, now);
		return 0;
	}

	/** The attempt was right: whoever knows the passphrase made the mistakes before it too. */
	forgive(attempt: SignInAttempt): void {
		const { pair, username, address } = keysOf(attempt);
		this.#pair.clear(pair);
		if (!this.#familiar.has(pair)) this.#username.giveBack(username);
		this.#address.giveBack(address);
		this.#tell('remember', pair, 0);
		this.#remember(pair);
	}

	#remember(pair: string): void {
		this.#familiar.delete(pair);
		this.#familiar.add(pair);
		for (const oldest of this.#familiar) {
			if (this.#familiar.size <= maxFamiliar) break;
			this.#familiar.delete(oldest);
		}
	}
}

/** Hashes, so that what is remembered names neither a person nor an address. */
function keysOf(attempt: SignInAttempt) {
	const username = hashKey(normaliseUsername(attempt.username));
	const address = addressKey(attempt.address);
	return { pair: `${username} ${address}`, username, address };
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
