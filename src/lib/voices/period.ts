// The only time that the voices keep: quarters of a planning year, which runs from July to June, on a Belgian calendar.
// Written `2026-27/Q2`; as text they sort in the order of time. Days exist in memory only (renewals.ts).

/** The quarter of planning a moment falls in: Q1 is July to September, Q4 is April to June. */
export function periodOf(now: Date): string {
	const { year, month } = calendarMonth(now);
	const first = month >= 7 ? year : year - 1;
	const quarter = Math.floor(((month + 5) % 12) / 3) + 1;
	return `${first}-${String((first + 1) % 100).padStart(2, '0')}/Q${quarter}`;
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
