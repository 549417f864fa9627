// The only time that the voices keep: quarters of a planning year, which runs from July to June, on a Belgian calendar.
// Written `2026-27/Q2`; as text they sort in the order of time. Days exist in memory only (renewals.ts).

/** The quarter of planning a moment falls in: Q1 is July to September, Q4 is April to June. */
export function periodOf(now: Date): string {
	const { year, month } = calendarMonth(now);
	const first = month >= 7 ? year : year - 1;
	return formatPeriod(first, Math.floor(((month + 5) % 12) / 3) + 1);
}

/** The quarter before a quarter. */
export function previousPeriod(period: string): string {
	const { year, quarter } = readPeriod(period);
	return quarter === 1 ? formatPeriod(year - 1, 4) : formatPeriod(year, quarter - 1);
}

/** The planning year of a quarter: `2026-27`. */
export function yearOf(period: string): string {
	return period.slice(0, 7);
}

/** The four quarters of a planning year. */
export function quartersOf(year: string): string[] {
	return [1, 2, 3, 4].map((quarter) => `${year}/Q${quarter}`);
}

/** True for text that names a quarter of a planning year. */
export function isPeriod(text: string): boolean {
	return /^\d{4}-\d{2}\/Q[1-4]$/.test(text) && formatPeriod(readPeriod(text).year, readPeriod(text).quarter) === text;
}

/** The first and the last day of a quarter, as `2026-10-01`. */
export function daysOf(period: string): { from: string; to: string } {
	const { year, quarter } = readPeriod(period);
	const month = [7, 10, 1, 4][quarter - 1] ?? 7;
	const calendarYear = quarter <= 2 ? year : year + 1;
	const to = new Date(Date.UTC(calendarYear, month + 2, 0)).toISOString().slice(0, 10);
	return { from: `${calendarYear}-${String(month).padStart(2, '0')}-01`, to };
}

/** The day a moment falls in, on a Belgian calendar; never to be stored. */
export function dayOf(now: Date): string {
	return days.format(now);
}

const days = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' });
const calendar = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', year: 'numeric', month: 'numeric' });

function calendarMonth(now: Date): { year: number; month: number } {
	const parts = calendar.formatToParts(now);
	const number = (type: 'year' | 'month') => Number(parts.find((part) => part.type === type)?.value);
	return { year: number('year'), month: number('month') };
}

function readPeriod(period: string): { year: number; quarter: number } {
	return { year: Number(period.slice(0, 4)), quarter: Number(period.slice(-1)) };
}

function formatPeriod(year: number, quarter: number): string {
	return `${year}-${String((year + 1) % 100).padStart(2, '0')}/Q${quarter}`;
}
