// How often codes may be tried and phones may speak. A class of forty behind one address, with typing errors, is in within a
// minute; guessing one of 31^8 codes doesn't pay; a phone in a loop is slowed down alone.
import { createLimiter } from '../ops/limiter';

export class LiveLimits {
	readonly #wrongHere = createLimiter({ capacity: 120, refillPerSecond: 1, maxKeys: 50_000, shared: 'live address' });
	readonly #wrongAnywhere = createLimiter({ capacity: 2_000, refillPerSecond: 30, maxKeys: 1, shared: 'live' });
	readonly #joins = createLimiter({ capacity: 700, refillPerSecond: 10, maxKeys: 50_000, shared: 'live join' });
	readonly #answers = createLimiter({ capacity: 20, refillPerSecond: 4, maxKeys: 50_000 });

	/** Before a code is judged: seconds to wait, 0 when it may be tried. */
	tryCode(address: string, now: Date): number {
		if (!this.#wrongHere.take(address, now)) return Math.max(1, this.#wrongHere.retryAfter(address, now));
		if (!this.#wrongAnywhere.take('', now)) return Math.max(1, this.#wrongAnywhere.retryAfter('', now));
		return 0;
	}

	/** The code was right: the try costs nothing. */
	wasRight(address: string): void {
		this.#wrongHere.giveBack(address);
		this.#wrongAnywhere.giveBack('');
	}

	join(address: string, now: Date): number {
		return this.#joins.take(address, now) ? 0 : Math.max(1, this.#joins.retryAfter(address, now));
	}

	/** One phone's answers, calls and lines. */
	speak(phone: string, now: Date): number {
		return this.#answers.take(phone, now) ? 0 : Math.max(1, this.#answers.retryAfter(phone, now));
	}
}
