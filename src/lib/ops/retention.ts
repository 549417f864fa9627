// What is deleted by itself when its time is over.

export const retentionJobs = [
	'event-ids',
	'proofs',
	'statements',
	'audit',
	'answers',
	'places',
	'days',
	'plans',
	'peers',
	'awards',
	'evidence'
] as const;
export type RetentionJobName = (typeof retentionJobs)[number];

export interface RetentionRun {
	job: RetentionJobName;
	day: string;
	/** Rows. */
	deleted: number;
}
