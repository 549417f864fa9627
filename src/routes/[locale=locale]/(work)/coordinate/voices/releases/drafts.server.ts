// Drafts of releases while they are computed: in memory, because a restart only costs a minute of computing. One at a time.
import type { Instance } from '$lib/ops/instance.server';
import { listRecords } from '$lib/indicators/records.server';
import { yearOf } from '$lib/voices/period';
import { draftRelease, type Draft, type Refusal } from '$lib/voices/release.server';
import { gatherProgramme } from '../programme.server';

export type Job =
	| { state: 'computing'; done: number; all: number }
	| { state: 'refused'; reason: Refusal | 'failed' }
	| { state: 'ready'; draft: Draft };

const jobs = new Map<string, Job>();
let running = false;

export function findJob(period: string): Job | null {
	return jobs.get(period) ?? null;
}

export function forgetJob(period: string): void {
	jobs.delete(period);
}

/** Begins to compute a quarter; does nothing while another one is being computed. */
export function startJob(instance: Instance, country: string, period: string, now: Date): void {
	if (running) return;
	running = true;
	jobs.set(period, { state: 'computing', done: 0, all: 0 });
	void compute(instance, country, period, now)
		.then((job) => jobs.set(period, job))
		.catch((error: unknown) => {
			// Where it failed, never with which figures.
			instance.log.error({ problem: 'draft of a release', period, name: error instanceof Error ? error.name : 'unknown' });
			jobs.set(period, { state: 'refused', reason: 'failed' });
		})
		.finally(() => (running = false));
}

async function compute(instance: Instance, country: string, period: string, now: Date): Promise<Job> {
	const programme = await gatherProgramme(instance, country);
	const rows = await listRecords(instance.voices, country, yearOf(period));
	const records = rows.map(({ indicator, value, evidence, author, recordedOn }) => ({
		indicator,
		value,
		evidence,
		author,
		recordedOn
	}));
	const made = await draftRelease(instance.voices, programme, { period, records, demo: instance.demo }, now, (done, all) =>
		jobs.set(period, { state: 'computing', done, all })
	);
	return made.ok ? { state: 'ready', draft: made.draft } : { state: 'refused', reason: made.reason };
}
