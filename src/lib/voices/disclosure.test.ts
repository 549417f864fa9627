import { describe, expect, it } from 'vitest';
import { discloseParticipation, mayRenew } from './disclosure';

const none = { kind: 'none' };
const few = { kind: 'few' };
const reached = (n: number) => ({ kind: 'reached', n });

describe('discloseParticipation', () => {
	it.each([
		[0, 0, none, none],
		[1, 0, few, few],
		[1, 1, few, few],
		[4, 4, few, few],
		[5, 0, reached(5), few],
		[5, 4, reached(5), few],
		[5, 5, reached(5), reached(5)],
		[31, 12, reached(30), reached(10)],
		[9, 9, reached(5), reached(5)],
		[10, 9, reached(10), reached(5)],
		// A start that was lost on the way.
		[0, 1, few, few]
	])('%i started and %i completed', (started, completed, shownStarted, shownCompleted) => {
		expect(discloseParticipation(started, completed)).toEqual({ started: shownStarted, completed: shownCompleted });
	});

	it('never tells zero completions from one to four', () => {
		for (let started = 1; started < 10; started++) {
			const views = [0, 1, 2, 3, 4].map((completed) => JSON.stringify(discloseParticipation(started, completed)));
			expect(new Set(views).size).toBe(1);
		}
	});
});

describe('mayRenew', () => {
	it.each([
		[4, 0, false],
		[5, 0, true],
		[9, 5, false],
		[10, 5, true],
		[40, 5, true]
	])('%i live and %i shown: %s', (live, shown, renewed) => expect(mayRenew(live, shown)).toBe(renewed));
});
