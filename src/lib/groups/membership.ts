// What a device keeps of joining: the group's key and the name to show. Ships to phones, so it checks stored data by hand.
import { createStored } from '../offline/stored';

export interface Membership {
	/** The same for every member of the group: it says which group, never who. */
	readonly key: string;
	readonly name: string;
}

/** 16 bytes in base64url: the last character carries two bits only. */
const keyPattern = /^[A-Za-z0-9_-]{21}[AQgw]$/;
const nameMaxLength = 60;
const stored = createStored<Membership | null>('group', { version: 1, empty: null, read: parseMembership });

/** The group this device belongs to; null when it joined none, or when what it kept is damaged. Never throws. */
export function readMembership(): Membership | null {
	return stored.get();
}

/** Joins this device to a group; the one it belonged to before is forgotten. */
export function writeMembership(membership: Membership): void {
	stored.set(membership);
}

/** Leaves the group, on this device. */
export function clearMembership(): void {
	stored.clear();
}

/** True for the shape of a group key: 128 random bits in base64url. */
export function isGroupKey(value: unknown): value is string {
	return typeof value === 'string' && keyPattern.test(value);
}

/** The membership in data from storage or from a page; null when it is missing, damaged or made by something else. */
export function parseMembership(value: unknown): Membership | null {
	if (typeof value !== 'object' || value === null) return null;
	const { key, name } = value as Record<string, unknown>;
	if (!isGroupKey(key) || typeof name !== 'string') return null;
	const shown = name.trim();
	return shown === '' || shown.length > nameMaxLength ? null : { key, name: shown };
}
