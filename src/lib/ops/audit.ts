// Which administrative acts are written down: who did it, when, to what. Never what a young person did, and no free text.

export const acts = [
	'organisation-create',
	'organisation-change',
	'organisation-close',
	'organisation-reopen',
	'group-create',
	'group-import',
	'group-change',
	'group-open',
	'group-close',
	'group-reopen',
	'group-code',
	'coach-add',
	'coach-substitute',
	'coach-remove',
	'account-invite',
	'account-withdraw',
	'account-reset',
	'account-close',
	'account-reopen',
	'account-role',
	'peer-pause',
	'peer-resume',
	'peer-leave',
	'peer-return',
	'peer-erase',
	'training-create',
	'training-change',
	'training-remove',
	'training-restore',
	'wellbeing-note',
	'confirmation-note',
	'meeting-sign',
	'rubric-agree',
	'poster-approve',
	'path-undo',
	'badge-issue',
	'badge-revoke',
	'revoked-asked',
	'revoked-left',
	'revoked-mistake',
	'revoked-conditions',
	'consultation-open',
	'consultation-close',
	'consultation-answer',
	'release-sign',
	'release-import',
	'release-table',
	'mandate-give',
	'mandate-take'
] as const;
export type Act = (typeof acts)[number];

export interface AuditEntry {
	id: number;
	at: Date;
	act: Act;
	/** Null where the account is erased since, or where the act came from the command line. */
	actorId: string | null;
	/** What it was done to: a group, an organisation or a day by name; '' where it was done to an account. */
	subject: string;
	/** The account it was done to; null where there was none, or it is erased since. */
	subjectId: string | null;
}

/** How long an act is kept, in days: two years, so that a yearly report can be checked in the next one. */
export const auditDays = 730;
