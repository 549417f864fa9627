// Days as people in Belgium read them on a calendar: text `2026-11-25`, without an hour and without a time zone to stumble over.
import type { Locale } from './locales';

/** Where the calendar hangs on the wall, whatever the server's own clock is set to. */
export const timeZone = 'Europe/Brussels';

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone });

/** The day a moment falls on. */
export function dayOf(moment: Date): string {
	return isoDay.format(moment);
}

/** True for a day that exists, between 2000 and 2099: `2026-02-30` is none. */
export function isDay(text: string): boolean {
	if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** True for `09:30`. */
export function isTime(text: string): boolean {
	return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** The day so many days later (or earlier). */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

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

/** Whole days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The moment of a wall-clock time on a day, in Brussels. In the hour that a clock change repeats, the earlier one. */
export function momentOf(day: string, time: string): Date {
	const guess = Date.parse(`${day}T${time}:00Z`);
	const offset = (at: number) => Date.parse(`${wallClock.format(at).replace(' ', 'T')}Z`) - at;
	const first = guess - offset(guess);
	return new Date(guess - offset(first));
}

const wallClock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });

/** The day in words: `long` as in "25 novembre 2026", `short` as in "25 nov. 2026", `weekday` with the day's name. */
export function writeDay(locale: Locale, day: string, style: 'long' | 'short' | 'weekday' = 'long'): string {
	const options: Record<typeof style, Intl.DateTimeFormatOptions> = {
		long: { dateStyle: 'long' },
		short: { dateStyle: 'medium' },
		weekday: { weekday: 'long', day: 'numeric', month: 'long' }
	};
	const format = new Intl.DateTimeFormat(`${locale}-BE-u-nu-latn`, { timeZone: 'UTC', ...options[style] });
	return format.format(Date.parse(`${day}T00:00:00Z`));
}

/** A month (`2026-11`) with its year, in words. */
export function writeMonth(locale: Locale, month: string): string {
	const format = new Intl.DateTimeFormat(`${locale}-BE-u-nu-latn`, { timeZone: 'UTC', month: 'long', year: 'numeric' });
	return format.format(Date.parse(`${month}-01T00:00:00Z`));
}
