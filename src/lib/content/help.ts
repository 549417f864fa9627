// Help lines of a country: their shape, and the rules that say which of them answers now. Ships to phones, so it depends on
// nothing. Hours are wall-clock hours of the country (Belgium: Europe/Brussels), whatever the phone's own clock is set to.
import type { Locale } from '$lib/i18n/locales';

/** Round the clock, the same hours every day (`HH:MM`, the end may be 24:00 or after midnight), or not verified. */
export type Hours = { kind: 'always' } | { kind: 'daily'; from: string; to: string } | { kind: 'unknown' };

/** Whether a line answers: `opensAt` is the wall-clock time (`HH:MM`) at which it next does. */
export type Openness = { state: 'open' } | { state: 'closed'; opensAt: string } | { state: 'unknown' };

/** Words in every interface language. */
export type Localised<T = string> = Record<Locale, T>;

/** What is said about a line, each told apart as read in a published page or not. */
export const factNames = ['phone', 'hours', 'channels', 'chatHours', 'languages', 'address', 'service'] as const;
export type FactName = (typeof factNames)[number];
export type FactStatus = 'verified' | 'not-verified';

export interface Channel {
	kind: 'phone' | 'chat' | 'mail' | 'forum' | 'web';
	/** Number, address or site as people write it; null when nobody has verified it. */
	value: string | null;
	hours: Hours;
}

export interface HelpLine {
	id: string;
	name: string;
	/** `talk`: somebody to speak to. `image`: about a picture. `care`: after sexual violence. `worry`: no victims' line. */
	kind: 'talk' | 'image' | 'care' | 'worry';
	about: Localised | null;
	/** Codes of languages (BCP 47) that are verified; null when none is. */
	languages: string[] | null;
	/** The first one is the main one. */
	channels: Channel[];
	/** When the service is there, whatever the way to reach it. */
	hours: Hours;
	free: boolean;
	anonymous: 'yes' | 'if-wanted' | null;
	/** Easy language, one short sentence each. */
	whatHappens: Localised<string[]>;
	/** Whether the service itself has read `whatHappens`. */
	whatHappensReadByService: boolean;
	facts: Partial<Record<FactName, FactStatus>>;
	source: string;
	/** Year or year and month: no more is known. */
	checkedOn: string;
	/** Who signed the check; null as long as nobody did. */
	checkedBy: string | null;
}

export interface EmergencyNumber {
	number: string;
	for: Localised;
	source: string;
	checkedOn: string;
	checkedBy: string | null;
}

export interface HelpPack {
	country: string;
	timeZone: string;
	emergency: EmergencyNumber[];
	lines: HelpLine[];
	/** "I worry about what I feel or do": shown apart, never among the lines for those who were harmed. */
	worry: HelpLine[];
}

/** After this many days a check is too old, and somebody should look again. */
export const recheckAfterDays = 90;
/** Hours read longer ago than this are still printed, but nothing says "open now" because of them. */
export const relyOnHoursForDays = 366;

/** Whether hours hold at that moment, by the wall clock of the time zone. A phone that doesn't know the zone gives `unknown`. */
export function isOpenAt(hours: Hours, now: Date, timeZone = 'Europe/Brussels'): Openness {
	if (hours.kind === 'always') return { state: 'open' };
	if (hours.kind === 'unknown') return { state: 'unknown' };
	const minutes = wallClockMinutes(now, timeZone);
	if (minutes === null) return { state: 'unknown' };
	const from = minutesOf(hours.from);
	const to = minutesOf(hours.to);
	const open = from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
	return open ? { state: 'open' } : { state: 'closed', opensAt: hours.from };
}

/** The items in the order open, unknown, closed; those alike keep their order. */
export function sortByOpenness<T>(items: readonly T[], hoursOf: (item: T) => Hours, now: Date, timeZone?: string): T[] {
	const rank = { open: 0, unknown: 1, closed: 2 };
	return items
		.map((item) => ({ item, rank: rank[isOpenAt(hoursOf(item), now, timeZone).state] }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ item }) => item);
}

/** Hours from a `data-hours` attribute; anything else than what this site writes there is `unknown`. */
export function readHours(attribute: string | undefined): Hours {
	const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(attribute ?? '') ?? [];
	if (from !== undefined && to !== undefined) return { kind: 'daily', from, to };
	return attribute === 'always' ? { kind: 'always' } : { kind: 'unknown' };
}

/** Hours as a `data-hours` attribute: `always`, `unknown` or `10:00-24:00`. */
export function writeHours(hours: Hours): string {
	return hours.kind === 'daily' ? `${hours.from}-${hours.to}` : hours.kind;
}

function minutesOf(time: string): number {
	const [hours, minutes] = time.split(':');
	return Number(hours) * 60 + Number(minutes);
}

function wallClockMinutes(now: Date, timeZone: string): number | null {
	try {
		const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
		return minutesOf(time.format(now));
	} catch {
		return null;
	}
}
