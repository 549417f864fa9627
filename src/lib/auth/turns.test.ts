import { describe, expect, it } from 'vitest';
import { Turns } from './turns';

const pause = () => new Promise((resolve) => setTimeout(resolve, 2));

describe('Turns', () => {
	it('lets so many work at once, in the order they came, and goes on after an error', async () => {
		const turns = new Turns(4);
		const begun: number[] = [];
		let [working, most] = [0, 0];
		const results = await Promise.allSettled(
			Array.from({ length: 40 }, (_, index) =>
				turns.take(async () => {
					begun.push(index);
					most = Math.max(most, ++working);
					await pause();
					working -= 1;
					if (index % 7 === 0) throw new Error('on purpose');
					return index;
				})
			)
		);
		expect(most).toBe(4);
		expect(begun).toEqual(Array.from({ length: 40 }, (_, index) => index));
		expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(6);
		expect(await turns.take(async () => 'after')).toBe('after');
	});
});
