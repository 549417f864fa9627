import { describe, expect, it } from 'vitest';
import { listWeeks, parseMonth, shiftMonth } from './month';

describe('the month of the neutral page', () => {
	it('takes months only', () => {
		expect(parseMonth('2026-11')).toBe('2026-11');
		for (const text of ['2026-13', '2026-1', '1066-10', '2026-11-01', 'x', '', null]) expect(parseMonth(text)).toBeNull();
	});

	it('shifts over the turn of a year', () => {
		expect(shiftMonth('2026-12', 1)).toBe('2027-01');
		expect(shiftMonth('2026-01', -1)).toBe('2025-12');
	});

	it('shows whole weeks from Monday', () => {
		const weeks = listWeeks('2026-11');
		expect(weeks).toHaveLength(6);
		expect(weeks[0]?.[0]?.date).toBe('2026-10-26');
		expect(weeks.at(-1)?.at(-1)?.date).toBe('2026-12-06');
		expect(weeks.flat().filter(({ outside }) => !outside)).toHaveLength(30);
		expect(listWeeks('2027-02')).toHaveLength(4);
	});
});
