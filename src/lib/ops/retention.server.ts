// What is deleted because its time is over, and the record of it: a job, a day, a number. The jobs themselves come from the
// folders that own the data; hooks.server.ts puts them together.
import { desc, sql } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import type { RetentionJobName, RetentionRun } from './retention';
import { retentionTable } from './tables.server';

export interface RetentionJob {
	name: RetentionJobName;
	/** Deletes what is past its time; returns how many rows. */
	run(now: Date): Promise<number>;
}

const everyMilliseconds = 3_600_000;

/** Adds to what a job deleted on a day; a run that deleted nothing is recorded too, so that the page shows the job lives. */
export async function recordRetention(accounts: Database, run: RetentionRun): Promise<void> {
	await accounts.write((tx) =>
		tx
			.insert(retentionTable)
			.values(run)
			.onConflictDoUpdate({
				target: [retentionTable.job, retentionTable.day],
				set: { deleted: sql`${retentionTable.deleted} + ${run.deleted}` }
			})
	);
}

/** Runs every job once. One that fails leaves the others to run. */
async function runRetention(
	accounts: Database,
	jobs: readonly RetentionJob[],
	now: Date,
	onError: (error: unknown) => void
): Promise<void> {
	const day = now.toISOString().slice(0, 10);
	for (const { name, run } of jobs) {
		try {
			await recordRetention(accounts, { job: name, day, deleted: await run(now) });
		} catch (error) {
			onError(error);
		}
	}
}

/** Runs the jobs now and every hour; the returned function stops it. */
export function startRetention(
	accounts: Database,
	jobs: readonly RetentionJob[],
	clock: () => Date,
	onError: (error: unknown) => void
): () => void {
	const run = () => void runRetention(accounts, jobs, clock(), onError).catch(onError);
	run();
	const timer = setInterval(run, everyMilliseconds);
	timer.unref();
	return () => clearInterval(timer);
}

/** The last runs of all jobs, newest first. */
export async function listRetentionRuns(accounts: Database, most = 200): Promise<RetentionRun[]> {
	return accounts.read.select().from(retentionTable).orderBy(desc(retentionTable.day), retentionTable.job).limit(most);
}
