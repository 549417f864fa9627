// What a badge is, and how long it holds. Pure. A badge says what somebody can do and in which month that was found; it has
// no place for a name, a group, a coach or a day.

export const achievements = ['peer-expert', 'coach'] as const;
export type Achievement = (typeof achievements)[number];

/** Goes up when what is certified changes; badges keep the version that they were given for. */
export const achievementVersions: Record<Achievement, number> = { 'peer-expert': 1, coach: 1 };

/** How long a badge holds, in months. */
export const validMonths = 24;

/**
 * What a certificate may say of its holder's name, chosen with the coach: `line` leaves a line to write on by hand, `drawn`
 * also lets the browser draw what is typed, `committed` also lets a verifier check the name that is printed. Each allows those
 * before it.
 */
export const nameModes = ['line', 'drawn', 'committed'] as const;
export type NameMode = (typeof nameModes)[number];

export interface Badge {
	/** 128 random bits in hexadecimal: its public address, and all that one needs to look it up. */
	readonly id: string;
	/** Made for this badge alone, so that two badges of one person have nothing in common. */
	readonly subject: `urn:uuid:${string}`;
	readonly achievement: Achievement;
	readonly achievementVersion: number;
	/** `2026-11`. */
	readonly month: string;
	/** The last month in which it holds. */
	readonly validUntil: string;
	/** The national member organisation that issues it, by id; null where the platform does. Never a shelter, troop or class. */
	readonly issuer: string | null;
	/** Its place in the status lists (badge-status.ts): random, so that it says nothing about when. */
	readonly statusIndex: number;
	/** Of a name (name-commitment.ts), in hexadecimal; null without. */
	readonly commitment: string | null;
	readonly revokedOn: string | null;
}

/** A badge that an account was given. */
export interface Award {
	readonly accountId: string;
	readonly badgeId: string;
	readonly month: string;
	readonly nameMode: NameMode;
}

export const badgeIdPattern = /^[0-9a-f]{32}$/;
export const commitmentPattern = /^[0-9a-f]{64}$/;

export type BadgeState = 'valid' | 'not-yet' | 'expired' | 'revoked';

/** Whether a badge holds at a moment. What was revoked stays so, even when its time is over. */
export function stateOf(badge: Pick<Badge, 'month' | 'validUntil' | 'revokedOn'>, now: Date): BadgeState {
	if (badge.revokedOn !== null) return 'revoked';
	const month = monthOf(now);
	if (month < badge.month) return 'not-yet';
	return month > badge.validUntil ? 'expired' : 'valid';
}

/** The month of a moment, in UTC: `2026-11`. */
export function monthOf(moment: Date): string {
	return moment.toISOString().slice(0, 7);
}

/** A month so many later (or earlier, below 0). */
export function addMonths(month: string, months: number): string {
	const [year = 0, number = 1] = month.split('-').map(Number);
	return monthOf(new Date(Date.UTC(year, number - 1 + months, 1)));
}

/** The first moment of a month, as a badge writes it: whole, for schemas ask for a full date and time. */
export function firstMoment(month: string): string {
	return `${month}-01T00:00:00Z`;
}

/** The last second of a month. */
export function lastMoment(month: string): string {
	const end = new Date(new Date(firstMoment(addMonths(month, 1))).getTime() - 1000);
	return `${end.toISOString().slice(0, 19)}Z`;
}

/** True where a certificate may show a name in this way. */
export function allowsName(chosen: NameMode, wanted: NameMode): boolean {
	return nameModes.indexOf(wanted) <= nameModes.indexOf(chosen);
}

/** How long before its end a badge can be renewed, in months. */
export const renewableMonths = 3;

/** True from three months before a badge's last month. */
export function isRenewable(badge: Pick<Badge, 'validUntil'>, now: Date): boolean {
	return monthOf(now) >= addMonths(badge.validUntil, -renewableMonths);
}
