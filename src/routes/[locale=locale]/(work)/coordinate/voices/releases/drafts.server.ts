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

/** By country and quarter. */
const jobs = new Map<string, Job>();
let running = false;

export function findJob(country: string, period: string): Job | null {
	return jobs.get(`${country} ${period}`) ?? null;
}

export function forgetJob(country: string, period: string): void {
	jobs.delete(`${country} ${period}`);
}

interface Wanted {
	country: string;
	period: string;
	/** Indicators whose cross table is asked for. */
	tables: string[];
}

/** Begins to compute a quarter; false, and nothing, while another one is being computed. */
export function startJob(instance: Instance, wanted: Wanted, now: Date): boolean {
	if (running) return false;
	running = true;
	const { country, period } = wanted;
	const key = `${country} ${period}`;
	jobs.set(key, { state: 'computing', done: 0, all: 0 });
	void compute(instance, wanted, now)
		.then((job) => jobs.set(key, job))
		.catch((error: unknown) => {
			// Where it failed, never with which figures.
			instance.log.error({ problem: 'draft of a release', period, name: error instanceof Error ? error.name : 'unknown' });
			jobs.set(key, { state: 'refused', reason: 'failed' });
		})
		.finally(() => (running = false));
	return true;
}

async function compute(instance: Instance, { country, period, tables }: Wanted, now: Date): Promise<Job> {
	const programme = await gatherProgramme(instance, country, period);
	const rows = await listRecords(instance.voices, country, yearOf(period));
	const records = rows.map(({ indicator, value, evidence, author, recordedOn }) => ({
		indicator,
		value,
		evidence,
		author,
		recordedOn
	}));
	const made = await draftRelease(
		instance.voices,
		programme,
		{ period, records, tables, demo: instance.demo },
		now,
		(done, all) => jobs.set(`${country} ${period}`, { state: 'computing', done, all })
	);
	return made.ok ? { state: 'ready', draft: made.draft } : { state: 'refused', reason: made.reason };
}
