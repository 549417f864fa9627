import { describe, expect, it, onTestFinished } from 'vitest';
import { createLimiter } from './limiter';
import { connectNeighbours } from './neighbours';

const now = new Date(Date.UTC(2026, 10, 23));

/** What this process told, and an ear for what another would have told. */
function meet() {
	const told: string[] = [];
	const hear = connectNeighbours((said) => void told.push(said));
	onTestFinished(() => void connectNeighbours(() => undefined));
	return { told, hear };
}

describe('processes that count together', () => {
	it('give one burst in all, and what one gives back', () => {
		const { told, hear } = meet();
		const other = createLimiter({ capacity: 3, refillPerSecond: 1, maxKeys: 10, shared: 'tries' });
		for (let n = 0; n < 3; n++) other.take('a', now);
		other.giveBack('a');
		const here = createLimiter({ capacity: 3, refillPerSecond: 1, maxKeys: 10, shared: 'tries' });
		for (const each of told.splice(0)) hear(each);
		expect(told).toEqual([]);
		expect([here.take('a', now), here.take('a', now)]).toEqual([true, false]);
	});

	it('know of what was counted before their own page was loaded', () => {
		const { hear } = meet();
		hear(JSON.stringify(['loaded later', 'take', 'a', now.getTime()]));
		const here = createLimiter({ capacity: 1, refillPerSecond: 1, maxKeys: 10, shared: 'loaded later' });
		expect([here.take('a', now), here.take('b', now)]).toEqual([false, true]);
	});

	it('leave alone what each counts for itself', () => {
		const { told } = meet();
		createLimiter({ capacity: 1, refillPerSecond: 1, maxKeys: 10 }).take('a', now);
		expect(told).toEqual([]);
	});
});
