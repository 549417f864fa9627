// What stands in closed lists, so that nobody writes freely about a person: the charters, who confirms, why one revokes.
import type { Achievement } from './badge';

/** Counts up when a point changes its meaning; who accepted an older one is asked again at the renewal. */
export const charterVersion = 1;

/** What a peer expert and a coach promise, point by point. Words: `path.charter_<role>_<point>`. */
export const charterPoints = {
	'peer-expert': ['listen', 'secret', 'details', 'respect', 'images', 'stop'],
	coach: ['present', 'same-day', 'listen', 'never-alone', 'images', 'honest']
} as const satisfies Record<Achievement, readonly string[]>;

/** Who may have said that an organisation's child-protection checks of a coach are done: a role, never a name or a document. */
export const confirmingRoles = ['management', 'safeguarding', 'staff-office', 'board'] as const;
export type ConfirmingRole = (typeof confirmingRoles)[number];

/** Why a certificate is revoked: a closed list, so that nobody writes about a person. */
export const revocationReasons = ['asked', 'left', 'mistake', 'conditions'] as const;
export type RevocationReason = (typeof revocationReasons)[number];
