import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendReview, checkReview, readReviews, type Review } from './review';
import { addReview, readReviewFile } from './reviews.server';

const fields = { discipline: 'law', role: ' juriste ', decision: 'accept', on: '2026-11-20', note: '' };
const today = '2026-11-23';
const review: Review = { version: 2, discipline: 'law', role: 'juriste', decision: 'accept', on: '2026-11-20', note: '' };

describe('a posted review', () => {
	it('is taken with the version that was read', () => {
		expect(checkReview(fields, 2, today)).toEqual({ ok: true, review });
		expect(checkReview({ ...fields, note: 'a\r\nb' }, 2, today)).toMatchObject({ review: { note: 'a\nb' } });
	});

	it.each([
		['role', { role: '  ' }],
		['role', { role: 'x'.repeat(81) }],
		['discipline', { discipline: 'magic' }],
		['decision', { decision: '' }],
		['on', { on: '20/11/2026' }],
		['on', { on: '2026-11-24' }],
		['note', { decision: 'change', note: ' ' }],
		['note', { note: 'x'.repeat(901) }]
	])('is refused for its %s: %j', (field, change) => {
		expect(checkReview({ ...fields, ...change }, 2, today)).toEqual({ ok: false, wrong: expect.arrayContaining([field]) });
	});
});

describe('reviews.json', () => {
	it('grows at its end only', () => {
		const first = appendReview(null, review);
		const second = appendReview(first.ok ? first.text : '', { ...review, decision: 'change', note: 'Plus court.' });
		const read = readReviews(second.ok ? second.text : '');
		expect(read).toEqual({ ok: true, reviews: [review, { ...review, decision: 'change', note: 'Plus court.' }] });
	});

	it('is never overwritten when it cannot be read', () => {
		for (const text of ['', '{', '{}', '[{"name":"x"}]', JSON.stringify([{ ...review, name: 'Someone' }])])
			expect(appendReview(text, review)).toMatchObject({ ok: false, message: expect.stringMatching(/\w/) });
	});

	it('stands beside the module, and is left alone when it is broken', () => {
		const folder = mkdtempSync(join(tmpdir(), 'relais-reviews-'));
		const [module, file] = [join(folder, 'module.svx'), join(folder, 'reviews.json')];
		try {
			expect(readReviewFile(module)).toBeNull();
			expect([addReview(module, review), addReview(module, review)]).toEqual([{ ok: true }, { ok: true }]);
			expect(readReviews(readReviewFile(module))).toEqual({ ok: true, reviews: [review, review] });
			writeFileSync(file, '[{');
			expect(addReview(module, review).ok).toBe(false);
			expect(readFileSync(file, 'utf8')).toBe('[{');
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});
