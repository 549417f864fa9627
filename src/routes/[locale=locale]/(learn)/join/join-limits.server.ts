// How often codes may be tried. A class that scans one poster shares an address and gets in at once; guessing doesn't pay:
// 31^8 codes at twenty tries a second take seven centuries on average to find one given group.
import { addressKey } from '$lib/auth/address-key.server';
import { createLimiter } from '$lib/ops/limiter';

export class JoinLimits {
	readonly #perAddress = createLimiter({ capacity: 60, refillPerSecond: 0.5, maxKeys: 50_000, shared: 'join address' });
	readonly #everywhere = createLimiter({ capacity: 1000, refillPerSecond: 20, maxKeys: 1, shared: 'join' });

	/** Takes one try of an address; whole seconds to wait when there is none left, else 0. */
	admit(address: string, now: Date): number {
		const key = addressKey(address);
		if (!this.#perAddress.take(key, now)) return Math.max(1, this.#perAddress.retryAfter(key, now));
		if (!this.#everywhere.take('', now)) return Math.max(1, this.#everywhere.retryAfter('', now));
		return 0;
	}
}
