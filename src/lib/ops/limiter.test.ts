import { describe, expect, it } from 'vitest';
import { createLimiter } from './limiter';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23) + seconds * 1000);
const takeMany = (limiter: ReturnType<typeof createLimiter>, key: string, times: number, now: Date) =>
	Array.from({ length: times }, () => limiter.take(key, now)).filter(Boolean).length;

describe('a limiter', () => {
	it('lets a burst through and then what refills', () => {
		const limiter = createLimiter({ capacity: 10, refillPerSecond: 2, maxKeys: 100 });
		expect(takeMany(limiter, 'a', 15, at(0))).toBe(10);
		expect(takeMany(limiter, 'a', 5, at(1))).toBe(2);
		expect(takeMany(limiter, 'a', 50, at(1000))).toBe(10);
	});

	it('takes tokens back, but never holds more than its burst', () => {
		const limiter = createLimiter({ capacity: 2, refillPerSecond: 1, maxKeys: 100 });
		takeMany(limiter, 'a', 2, at(0));
		limiter.giveBack('a');
		expect(takeMany(limiter, 'a', 5, at(0))).toBe(1);
		for (let n = 0; n < 9; n++) limiter.giveBack('a');
		limiter.giveBack('unknown');
		expect(takeMany(limiter, 'a', 5, at(0))).toBe(2);
		expect(limiter.size).toBe(1);
	});

	it('adds up parts of a token, however often it is asked', () => {
		const limiter = createLimiter({ capacity: 1, refillPerSecond: 1, maxKeys: 100 });
		limiter.take('a', at(0));
		const taken = Array.from({ length: 100 }, (_, n) => limiter.take('a', at((n + 1) / 10))).filter(Boolean);
		expect(taken).toHaveLength(10);
	});

	it('tells when to come back', () => {
		const limiter = createLimiter({ capacity: 1, refillPerSecond: 0.1, maxKeys: 100 });
		expect(limiter.retryAfter('a', at(0))).toBe(0);
		limiter.take('a', at(0));
		expect(limiter.retryAfter('a', at(0))).toBe(10);
		expect(limiter.retryAfter('a', at(9.5))).toBe(1);
		expect(limiter.take('a', at(9.5))).toBe(false);
		expect(limiter.retryAfter('a', at(10))).toBe(0);
		expect(limiter.take('a', at(10))).toBe(true);
	});

	it('keeps keys apart', () => {
		const limiter = createLimiter({ capacity: 1, refillPerSecond: 1, maxKeys: 100 });
		expect([limiter.take('a', at(0)), limiter.take('b', at(0)), limiter.take('a', at(0))]).toEqual([true, true, false]);
	});

	it('remembers at most so many keys, and forgets the quietest first', () => {
		const limiter = createLimiter({ capacity: 2, refillPerSecond: 1, maxKeys: 3 });
		takeMany(limiter, 'busy', 2, at(0));
		for (let n = 0; n < 1000; n++) {
			limiter.take(`flood ${n}`, at(0));
			expect(limiter.take('busy', at(0))).toBe(false);
		}
		expect(limiter.size).toBe(3);
	});

	it('gives nothing for a clock that goes back, and refills by the new time', () => {
		const limiter = createLimiter({ capacity: 1, refillPerSecond: 1, maxKeys: 3 });
		limiter.take('a', at(100));
		expect([limiter.take('a', at(0)), limiter.take('a', at(0.5)), limiter.take('a', at(1))]).toEqual([false, false, true]);
	});
});
