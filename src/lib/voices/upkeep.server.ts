// What the voices store does by itself while the server runs.
import { checkpoint, type Database } from '../database/database.server';
import { forgetEvents } from './forget.server';

/** A WAL keeps how each page looked after each commit, and so the order in which counters moved: it never grows old. */
const everyMilliseconds = 60_000;

/**
 * Empties the WAL and forgets past quarters' ids, now and every minute; the returned function stops it. A failure goes to
 * `onError` and is tried again the next time; `onForgotten` is told of each deletion.
 */
export function startUpkeep(
	voices: Database,
	clock: () => Date,
	onError: (error: unknown) => void,
	onForgotten: (deleted: number, now: Date) => Promise<void> = async () => {}
): () => void {
	const upkeep = async () => {
		const now = clock();
		const deleted = await forgetEvents(voices, now);
		if (deleted > 0) await onForgotten(deleted, now);
		await checkpoint(voices);
	};
	const run = () => void upkeep().catch(onError);
	run();
	const timer = setInterval(run, everyMilliseconds);
	timer.unref();
	return () => clearInterval(timer);
}
