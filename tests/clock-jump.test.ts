// A clock that is set right (or wrong) while people work: nobody is locked out for the length of the jump, nobody gains by it.
import { expect, it } from 'vitest';
import { SlowDown } from '../src/lib/auth/slow-down';
import { createSteadyClock } from '../src/lib/live/clock';
import { createLimiter } from '../src/lib/ops/limiter';

const year = 365 * 86_400_000;
const now = new Date('2026-11-26T10:00:00Z');
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

it('a limit taken in a wrong future holds for seconds, not until that future', () => {
	const limiter = createLimiter({ capacity: 5, refillPerSecond: 1, maxKeys: 10 });
	for (let n = 0; n < 5; n++) expect(limiter.take('a class', later(year))).toBe(true);
	expect(limiter.take('a class', now), 'no tokens out of a jump').toBe(false);
	expect(limiter.retryAfter('a class', now)).toBeLessThanOrEqual(1);
	expect(limiter.take('a class', later(1_000))).toBe(true);
});

it('a wait after wrong passphrases is no longer than its cap after a jump back', () => {
	const slow = new SlowDown({ free: 2, baseSeconds: 1, capSeconds: 60, forgetAfterSeconds: 3_600, maxKeys: 10 });
	for (let n = 0; n < 20; n++) slow.count('somebody', later(year));
	expect(slow.secondsToWait('somebody', now), 'still slowed down').toBe(60);
	expect(slow.secondsToWait('somebody', later(60_000))).toBe(0);
});

it('a meeting goes on by its own clock', () => {
	let wall = now.getTime();
	let steady = 0;
	const clock = createSteadyClock(
		() => wall,
		() => steady
	);
	wall += year;
	steady += 60_000;
	expect(clock()).toBe(now.getTime() + 60_000);
	wall -= 2 * year;
	steady += 60_000;
	expect(clock()).toBe(now.getTime() + 120_000);
});
