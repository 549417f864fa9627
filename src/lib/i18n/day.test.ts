import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, isDay, isTime, lastDayOf, momentOf, writeDay } from './day';

describe('days', () => {
	it('are those of a Belgian calendar', () => {
		expect(dayOf(new Date('2026-11-25T23:30:00Z'))).toBe('2026-11-26');
		expect(dayOf(new Date('2026-07-01T21:59:00Z'))).toBe('2026-07-01');
	});

	it('exist or do not', () => {
		for (const day of ['2026-02-28', '2028-02-29', '2099-12-31']) expect(isDay(day)).toBe(true);
		for (const day of ['2026-02-29', '2026-13-01', '26-01-01', '', '1999-01-01', '2026-1-1']) expect(isDay(day)).toBe(false);
		expect([isTime('09:30'), isTime('24:00'), isTime('9:30')]).toEqual([true, false, false]);
	});

	it('are counted over a change of clocks', () => {
		expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
		expect(daysBetween('2026-10-24', '2026-11-14')).toBe(21);
		expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1);
	});

	it('begin at their wall clock, in winter and in summer', () => {
		expect(momentOf('2026-11-25', '09:30').toISOString()).toBe('2026-11-25T08:30:00.000Z');
		expect(momentOf('2026-07-01', '09:30').toISOString()).toBe('2026-07-01T07:30:00.000Z');
		expect(momentOf('2027-03-28', '04:00').toISOString()).toBe('2027-03-28T02:00:00.000Z');
	});

	it('are written in words', () => {
		expect(writeDay('fr', '2026-11-25')).toBe('25 novembre 2026');
		expect(writeDay('nl', '2026-11-25', 'weekday')).toBe('woensdag 25 november');
		expect(writeDay('ar', '2026-11-25')).toContain('25');
	});
});

describe('months', () => {
	it.each([
		['2026-11-25', 1, '2026-12-25'],
		['2026-11-25', -24, '2024-11-25'],
		['2026-11-30', -9, '2026-02-28'],
		['2028-02-29', -24, '2026-02-28'],
		['2028-02-29', 12, '2029-02-28'],
		['2026-01-31', 1, '2026-02-28'],
		['2026-12-31', 1, '2027-01-31']
	])('%s and %i', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

	it('have a last day', () => {
		expect(['2026-02', '2028-02', '2026-04', '2026-12'].map(lastDayOf)).toEqual([
			'2026-02-28',
			'2028-02-29',
			'2026-04-30',
			'2026-12-31'
		]);
	});
});
