// A group: young people who meet somewhere with a coach. It has a code (to join, changes) and a key (held by its members'
// devices, the same for all of them, never changes). It has no members here: nobody is on a list.

export const settings = ['shelter', 'youth-service', 'school', 'scouts', 'other'] as const;

/** Where a group meets. Never shown to learners: a shelter is named nowhere. */
export type Setting = (typeof settings)[number];

export interface Group {
	readonly id: string;
	readonly organisationId: string;
	/** Short name shown on the members' devices, "Groupe Renard": it names no house, town or person. */
	readonly name: string;
	readonly setting: Setting;
	/** Eight characters, without the space that people see (`formatCode`). */
	readonly code: string;
	readonly codeExpiresAt: Date;
	/** Null while the group is open. */
	readonly closedAt: Date | null;
	readonly createdAt: Date;
}

/** How long a code lets people join, in milliseconds: half a year, then the coach renews it with one button. */
export const codeLifetime = 182 * 86_400_000;

/** True while the group takes part: its members' plays are counted. Closing takes effect at its instant. */
export function isOpen(group: Pick<Group, 'closedAt'>, now: Date): boolean {
	return group.closedAt === null || now < group.closedAt;
}

/** True while the code may be used to join. Members who joined before an expiry stay members. */
export function isJoinable(group: Pick<Group, 'closedAt' | 'codeExpiresAt'>, now: Date): boolean {
	return isOpen(group, now) && now < group.codeExpiresAt;
}
