// The help table of this instance's country, in one language and ready to print: which lines stand first, in which words.
import helpOfBelgium from '../../../content/countries/be/help.json';
import type { Locale } from '$lib/i18n/locales';
import { recheckAfterDays, relyOnHoursForDays, type HelpLine, type HelpPack, type Hours } from './help';
import { parseHelpPack } from './help-schema';

const pack = parseHelpPack(helpOfBelgium, 'content/countries/be/help.json');

/** The table as its authors wrote it, validated. */
export function getHelpPack(): HelpPack {
	return pack;
}

/** A line with what its age means for a reader. */
export interface DatedLine extends HelpLine {
	/** Nobody has looked for more than 90 days. */
	old: boolean;
	/** The hours that "open now" may be said from; `unknown` where they are too old for that. */
	sureHours: Hours;
}

/** Lines with their age at that moment, in the order that is right without a clock: round the clock, fixed hours, unknown. */
export function dateLines(lines: readonly HelpLine[], now: Date): DatedLine[] {
	const rank = { always: 0, daily: 1, unknown: 2 };
	return lines
		.map((line) => {
			const days = (now.getTime() - endOf(line.checkedOn)) / 86_400_000;
			const sureHours: Hours = days > relyOnHoursForDays ? { kind: 'unknown' } : line.hours;
			return { ...line, old: days > recheckAfterDays, sureHours };
		})
		.sort((a, b) => rank[a.sureHours.kind] - rank[b.sureHours.kind]);
}

export interface HelpLists {
	/** Speak the reader's language, or it isn't known which: never empty. */
	first: DatedLine[];
	/** Speak another language only. */
	other: DatedLine[];
}

/** The lines of somebody to talk to, for a reader of that language. A reader whose language no line speaks gets one list. */
export function listTalkLines(locale: Locale, now: Date): HelpLists {
	const talk = dateLines(
		pack.lines.filter(({ kind }) => kind === 'talk'),
		now
	);
	if (!talk.some(({ languages }) => languages?.includes(locale))) return { first: talk, other: [] };
	const fits = ({ languages }: HelpLine) => languages === null || languages.includes(locale);
	return { first: talk.filter(fits), other: talk.filter((line) => !fits(line)) };
}

/** A line in its shortest form, for other pages. */
export interface TopLine {
	name: string;
	number: string;
}

/** Three numbers to show where there is no room for the table. */
export function listTopLines(locale: Locale, now: Date): TopLine[] {
	return listTalkLines(locale, now)
		.first.flatMap(({ name, channels }) => {
			const number = channels.find(({ kind }) => kind === 'phone')?.value;
			return number ? [{ name, number }] : [];
		})
		.slice(0, 3);
}

/** Midnight (UTC) after the last day of `YYYY` or `YYYY-MM`, in milliseconds: the age is never overstated. */
function endOf(checkedOn: string): number {
	const [year = 0, month = 12] = checkedOn.split('-').map(Number);
	return Date.UTC(year, month, 1);
}
