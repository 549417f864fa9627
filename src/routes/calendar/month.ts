// The days of a month as a calendar prints them: whole weeks from Monday, with the ends of the neighbouring months.

export interface Day {
	/** ISO date. */
	date: string;
	day: number;
	outside: boolean;
}

/** Reads `2026-11`; null when it is no month between 1970 and 2999. */
export function parseMonth(text: string | null): string | null {
	return text !== null && /^(19[7-9]\d|2\d{3})-(0[1-9]|1[0-2])$/.test(text) ? text : null;
}

/** The month that many months later (or earlier) than `2026-11`. */
export function shiftMonth(month: string, by: number): string {
	const [year, number] = month.split('-').map(Number) as [number, number];
	return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The weeks that a page of that month shows. */
export function listWeeks(month: string): Day[][] {
	const first = new Date(`${month}-01T00:00:00Z`);
	const lead = (first.getUTCDay() + 6) % 7;
	const cursor = new Date(first);
	cursor.setUTCDate(1 - lead);
	const weeks: Day[][] = [];
	do {
		const week: Day[] = [];
		for (let day = 0; day < 7; day++) {
			const date = cursor.toISOString().slice(0, 10);
			week.push({ date, day: cursor.getUTCDate(), outside: !date.startsWith(month) });
			cursor.setUTCDate(cursor.getUTCDate() + 1);
		}
		weeks.push(week);
	} while (cursor.toISOString().startsWith(month));
	return weeks;
}
