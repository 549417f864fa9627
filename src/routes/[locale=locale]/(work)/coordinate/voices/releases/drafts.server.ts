// Computes drafts of releases, one at a time in each process, while pages show how far it is.
import type { Instance } from '$lib/ops/instance.server';
import { listRecords } from '$lib/indicators/records.server';
import { DraftFiles, type Job } from '$lib/voices/draft-files.server';
import { yearOf } from '$lib/voices/period';
import { draftRelease } from '$lib/voices/release.server';
import { gatherProgramme } from '../programme.server';

let running = false;

export function openDrafts({ settings }: Pick<Instance, 'settings'>): DraftFiles {
	return new DraftFiles(settings.dataDir);
}

interface Wanted {
	country: string;
	period: string;
	/** Indicators whose cross table is asked for. */
	tables: string[];
}

/** Begins to compute a quarter; false, and nothing, while it is being computed already, or another one is in this process. */
export function startJob(instance: Instance, wanted: Wanted, now: Date): boolean {
	const { country, period } = wanted;
	const drafts = openDrafts(instance);
	if (running || drafts.find(country, period, now)?.state === 'computing') return false;
	running = true;
	const keep = (job: Job) => drafts.keep(country, period, job);
	keep({ state: 'computing', done: 0, all: 0 });
	void compute(instance, wanted, now, keep)
		.then(keep)
		.catch((error: unknown) => {
			// Where it failed, never with which figures.
			instance.log.error({ problem: 'draft of a release', period, name: error instanceof Error ? error.name : 'unknown' });
			keep({ state: 'refused', reason: 'failed' });
		})
		.finally(() => (running = false));
	return true;
}

async function compute(
	instance: Instance,
	{ country, period, tables }: Wanted,
	now: Date,
	keep: (job: Job) => void
): Promise<Job> {
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
		(done, all) => keep({ state: 'computing', done, all })
	);
	return made.ok ? { state: 'ready', draft: made.draft } : { state: 'refused', reason: made.reason };
}
