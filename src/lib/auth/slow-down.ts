// Exponential slow-down after failures, in memory: each failure beyond the free ones doubles the wait.
// Attempts are counted before they are judged and forgiven when they succeed, so a thousand at once can't slip through.
import { countTogether, type Repeat } from '../ops/neighbours';

export interface SlowDownRule {
	/** Failures that cost nothing: everybody mistypes. */
	free: number;
	/** The wait after the first failure that isn't free; it doubles with each further one. */
	baseSeconds: number;
	capSeconds: number;
	/** A key without a failure for this long starts afresh. */
	forgetAfterSeconds: number;
	/** Memory bound: beyond it the keys that have been quiet longest are dropped. */
	maxKeys: number;
	/** All processes of the instance count together under this name; each for itself where there is none. Keys are then hashes. */
	shared?: string;
}

interface Entry {
	failures: number;
	/** Milliseconds since 1970. */
	last: number;
}

export class SlowDown {
	readonly #rule: SlowDownRule;
	/** In the order of the last failure: the first key is the quietest. */
	readonly #entries = new Map<string, Entry>();
	readonly #tell: Repeat;

	constructor(rule: SlowDownRule) {
		this.#rule = rule;
		const repeat: Repeat = (act, key, at) => (act === 'count' ? this.#count(key, new Date(at)) : this.#entries.delete(key));
		this.#tell = rule.shared === undefined ? () => undefined : countTogether(rule.shared, repeat);
	}

	get size(): number {
		return this.#entries.size;
	}

	/** Whole seconds until the key may try again; 0 when it may now. */
	secondsToWait(key: string, now: Date): number {
		const entry = this.#current(key, now);
		if (entry === null || entry.failures < this.#rule.free) return 0;
		const doublings = Math.min(entry.failures - this.#rule.free, 30);
		const wait = Math.min(this.#rule.capSeconds, this.#rule.baseSeconds * 2 ** doublings);
		return Math.max(0, Math.ceil(wait - (now.getTime() - entry.last) / 1000));
	}

	/** Counts an attempt as a failure until `clear` says otherwise. */
	count(key: string, now: Date): void {
		this.#tell('count', key, now.getTime());
		this.#count(key, now);
	}

	/** Forgets all failures of a key. */
	clear(key: string): void {
		this.#tell('clear', key, 0);
		this.#entries.delete(key);
	}

	#count(key: string, now: Date): void {
		const failures = (this.#current(key, now)?.failures ?? 0) + 1;
		this.#entries.delete(key);
		this.#entries.set(key, { failures, last: now.getTime() });
		for (const quietest of this.#entries.keys()) {
			if (this.#entries.size <= this.#rule.maxKeys) break;
			this.#entries.delete(quietest);
		}
	}

	#current(key: string, now: Date): Entry | null {
		const entry = this.#entries.get(key);
		if (entry === undefined) return null;
		// A clock that went back: the wait begins anew instead of lasting until the old time comes round.
		entry.last = Math.min(entry.last, now.getTime());
		if (now.getTime() - entry.last <= this.#rule.forgetAfterSeconds * 1000) return entry;
		this.#entries.delete(key);
		return null;
	}
}
