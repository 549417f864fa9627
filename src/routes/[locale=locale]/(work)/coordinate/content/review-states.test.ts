import { describe, expect, it } from 'vitest';
import { disciplines, type Review } from '$lib/content/review';
import { needsLook, summariseReviews } from './review-states';

const review = (more: Partial<Review>): Review => ({
	version: 2,
	discipline: 'law',
	role: 'juriste',
	decision: 'accept',
	on: '2026-10-01',
	note: '',
	...more
});
const state = (reviews: Review[], today = '2026-11-25') => summariseReviews({ ok: true, reviews }, 2, today);

describe('the state of a review', () => {
	it.each([
		['nothing', [], 'none'],
		['an older version only', [review({ version: 1 })], 'none'],
		['one discipline', [review({})], 'partly'],
		['a change asked for', [review({}), review({ discipline: 'psychology', decision: 'change' })], 'change'],
		['a change asked for, then accepted', [review({ decision: 'change' }), review({})], 'partly'],
		[
			'a refusal beside a change',
			[review({ decision: 'refuse' }), review({ discipline: 'psychology', decision: 'change' })],
			'refused'
		],
		['all disciplines', disciplines.map((discipline) => review({ discipline })), 'accepted'],
		['a year ago', [review({ on: '2025-11-24' })], 'overdue']
	] as const)('%s', (_, reviews, expected) => expect(state([...reviews]).state).toBe(expected));

	it('counts a year from the oldest decision', () => {
		const both = [review({ on: '2026-10-01' }), review({ discipline: 'psychology', on: '2026-03-01' })];
		expect(state(both).reviewBy).toBe('2027-03-01');
	});

	it('asks for a look where one is due', () => {
		expect(summariseReviews({ ok: false, message: 'x' }, 2, '2026-11-25').state).toBe('unreadable');
		expect(['overdue', 'change', 'none', 'partly'].map((each) => needsLook(each as 'none'))).toEqual([true, true, false, false]);
	});
});
