// A group: young people who meet somewhere with a coach. It has a code (to join, changes) and a key (held by its members'
// devices, the same for all of them, never changes). It has no members here: nobody is on a list.

import type { GroupSetUp } from './organisation';

export const settings = ['shelter', 'youth-service', 'school', 'scouts', 'other'] as const;

/** Where a group meets. Never shown to learners: a shelter is named nowhere. */
export type Setting = (typeof settings)[number];

export interface Group extends GroupSetUp {
	readonly id: string;
	readonly organisationId: string;
	/** Short name shown on the members' devices, "Groupe Renard": it names no house, town or person. */
	readonly name: string;
	readonly setting: Setting;
	/** Eight characters, without the space that people see (`formatCode`). */
	readonly code: string;
	readonly codeExpiresAt: Date;
	/** Null while it is being prepared: nobody joins before the gate (organisation.ts) is passed. */
	readonly openedAt: Date | null;
	/** Null while the group is open. */
	readonly closedAt: Date | null;
	readonly createdAt: Date;
	/** From one coach to the next: what works, what to know of the place. Never about a young person. */
	readonly handover: string;
	/** Goes up with each change: who saves an older one is told. */
	readonly version: number;
}

/** How long a code lets people join, in milliseconds: half a year, then the coach renews it with one button. */
export const codeLifetime = 182 * 86_400_000;

/** True while the group takes part: its members' plays are counted. Closing takes effect at its instant. */
export function isOpen({ openedAt, closedAt }: Pick<Group, 'openedAt' | 'closedAt'>, now: Date): boolean {
	return openedAt !== null && openedAt <= now && (closedAt === null || now < closedAt);
}

/** True while the code may be used to join. Members who joined before an expiry stay members. */
export function isJoinable(group: Pick<Group, 'openedAt' | 'closedAt' | 'codeExpiresAt'>, now: Date): boolean {
	return isOpen(group, now) && now < group.codeExpiresAt;
}
