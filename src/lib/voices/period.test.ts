import { describe, expect, it } from 'vitest';
import { dayOf, periodOf } from './period';

describe('periodOf', () => {
	it.each([
		['2026-07-01T12:00:00Z', '2026-27/Q1'],
		['2026-09-30T12:00:00Z', '2026-27/Q1'],
		['2026-10-01T12:00:00Z', '2026-27/Q2'],
		['2026-12-31T12:00:00Z', '2026-27/Q2'],
		['2027-01-01T12:00:00Z', '2026-27/Q3'],
		['2027-03-31T12:00:00Z', '2026-27/Q3'],
		['2027-04-01T12:00:00Z', '2026-27/Q4'],
		['2027-06-30T12:00:00Z', '2026-27/Q4'],
		['2099-08-01T12:00:00Z', '2099-00/Q1'],
		['2100-02-01T12:00:00Z', '2099-00/Q3']
	])('%s is in %s', (moment, period) => expect(periodOf(new Date(moment))).toBe(period));

	it.each([
		['in summer time', '2026-06-30T21:59:59.999Z', '2025-26/Q4', '2026-06-30T22:00:00Z', '2026-27/Q1'],
		['in winter time', '2026-12-31T22:59:59.999Z', '2026-27/Q2', '2026-12-31T23:00:00Z', '2026-27/Q3'],
		['days before winter time', '2026-09-30T21:59:59.999Z', '2026-27/Q1', '2026-09-30T22:00:00Z', '2026-27/Q2'],
		['days after summer time', '2027-03-31T21:59:59.999Z', '2026-27/Q3', '2027-03-31T22:00:00Z', '2026-27/Q4']
	])('changes at midnight in Brussels, %s', (_, before, ending, after, beginning) => {
		expect(periodOf(new Date(before))).toBe(ending);
		expect(periodOf(new Date(after))).toBe(beginning);
	});

	it('sorts as text in the order of time', () => {
		const moments = Array.from({ length: 60 }, (_, month) => new Date(Date.UTC(2026, month, 15)));
		const periods = moments.map(periodOf);
		expect(periods).toEqual([...periods].sort());
		expect(new Set(periods).size).toBe(20);
	});
});

describe('dayOf', () => {
	it('changes at midnight in Brussels', () => {
		expect(dayOf(new Date('2026-11-23T22:59:59.999Z'))).toBe('2026-11-23');
		expect(dayOf(new Date('2026-11-23T23:00:00Z'))).toBe('2026-11-24');
	});
});
