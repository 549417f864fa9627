// Months of the calendar: certificates know no finer time. Pure.

/** The day so many months later (or earlier); the last day of the month where that month is shorter. */
export function addMonths(day: string, months: number): string {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	const first = new Date(Date.UTC(year, month - 1 + months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	first.setUTCDate(Math.min(date, last));
	return first.toISOString().slice(0, 10);
}

/** The last day of a month: `2026-11` gives `2026-11-30`. */
export function lastDayOf(month: string): string {
	return addMonths(`${month}-31`, 0);
}
