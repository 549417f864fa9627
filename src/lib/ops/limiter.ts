// A token bucket per key, in memory. The keys quiet longest are forgotten first, so a flood of keys costs bounded memory.
import { countTogether } from './neighbours';

export interface Limiter {
	/** Takes one token; false when there is none left. */
	take(key: string, now: Date): boolean;
	/** Puts one taken token back: what it was for turned out to be harmless. */
	giveBack(key: string): void;
	/** Whole seconds until the key has a token again; 0 when it has one. */
	retryAfter(key: string, now: Date): number;
	/** How many keys are remembered now. */
	readonly size: number;
}

export interface LimiterOptions {
	/** Tokens of a rested key: how large a burst may be. */
	capacity: number;
	refillPerSecond: number;
	/** Beyond it, the keys that have been quiet longest are forgotten, as if they had rested. */
	maxKeys: number;
	/** All processes of the instance count together under this name; each for itself where there is none. Keys are then hashes. */
	shared?: string;
}

/** Makes a limiter. Time only comes in through `now`; a clock that goes back gives nobody tokens. */
export function createLimiter({ capacity, refillPerSecond, maxKeys, shared }: LimiterOptions): Limiter {
	const refill = 1000 / refillPerSecond;
	/** When each key's bucket will be full again (milliseconds since 1970), quietest key first. One number says it all: GCRA. */
	const fullAt = new Map<string, number>();

	/** When the bucket will be full. Never later than an empty one would be: after a clock that went back, nobody waits for the old time. */
	function whenFull(key: string, now: Date): number {
		return Math.min(fullAt.get(key) ?? 0, now.getTime() + capacity * refill);
	}

	/** Milliseconds until there is a token. */
	function wait(key: string, now: Date): number {
		return Math.max(0, whenFull(key, now) - now.getTime() - (capacity - 1) * refill);
	}

	function take(key: string, now: Date): boolean {
		const free = wait(key, now) === 0;
		const before = Math.max(whenFull(key, now), now.getTime());
		fullAt.delete(key);
		fullAt.set(key, free ? before + refill : before);
		if (fullAt.size > maxKeys) forgetQuietest(fullAt);
		return free;
	}

	function giveBack(key: string): void {
		const full = fullAt.get(key);
		if (full !== undefined) fullAt.set(key, full - refill);
	}

	const repeat = (act: string, key: string, at: number) => void (act === 'take' ? take(key, new Date(at)) : giveBack(key));
	const tell = shared === undefined ? () => undefined : countTogether(shared, repeat);

	return {
		take(key, now) {
			tell('take', key, now.getTime());
			return take(key, now);
		},
		giveBack(key) {
			tell('give-back', key, 0);
			giveBack(key);
		},
		retryAfter(key, now) {
			return Math.ceil(wait(key, now) / 1000);
		},
		get size() {
			return fullAt.size;
		}
	};
}

function forgetQuietest(keys: Map<string, number>): void {
	for (const key of keys.keys()) return void keys.delete(key);
}
