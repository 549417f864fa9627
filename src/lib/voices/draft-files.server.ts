// Drafts of releases while they are computed and read: small files beside the databases, so that a page finds them whichever process
// of the instance answers. In no database, and so in no backup: a draft lost costs a minute of computing.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft, Refusal } from './release.server';

export type Job =
	| { state: 'computing'; done: number; all: number }
	| { state: 'refused'; reason: Refusal | 'failed' }
	| { state: 'ready'; draft: Draft };

/** Milliseconds. Figures are signed on the day of their draft. */
const life = 24 * 3_600_000;
/** Milliseconds without a step, which takes seconds: the process that computed has ended. */
const silence = 10 * 60_000;

export class DraftFiles {
	readonly #folder: string;

	/** `dataDir`: where the databases are. */
	constructor(dataDir: string) {
		this.#folder = join(dataDir, 'drafts');
		mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
	}

	/** What is known of a country's quarter; null when nothing is. Deletes drafts that are too old. */
	find(country: string, period: string, now: Date): Job | null {
		const age = (file: string) => now.getTime() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
		for (const name of readdirSync(this.#folder)) {
			const file = join(this.#folder, name);
			if (age(file) > life) rmSync(file, { force: true });
		}
		const file = this.#file(country, period);
		const job = read(file);
		return job?.state === 'computing' && age(file) > silence ? null : job;
	}

	/** Whole or not at all: another process may be reading. */
	keep(country: string, period: string, job: Job): void {
		const file = this.#file(country, period);
		const fresh = `${file}.${process.pid}`;
		writeFileSync(fresh, write(job), { mode: 0o600 });
		renameSync(fresh, file);
	}

	forget(country: string, period: string): void {
		rmSync(this.#file(country, period), { force: true });
	}

	/** A quarter is written `2026-27/Q2`. */
	#file(country: string, period: string): string {
		return join(this.#folder, `${country}-${period.replace('/', '-')}.json`);
	}
}

function write(job: Job): string {
	return JSON.stringify(job, (_, value: unknown) => (value instanceof Map ? { map: [...value] } : value));
}

function read(file: string): Job | null {
	if (!existsSync(file)) return null;
	const job = JSON.parse(readFileSync(file, 'utf8')) as Job;
	if (job.state !== 'ready') return job;
	const { map } = job.draft.reasons as unknown as { map: [string, never][] };
	return { ...job, draft: { ...job.draft, reasons: new Map(map) } };
}
