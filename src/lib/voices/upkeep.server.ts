// What the voices store does by itself while the server runs.
import { checkpoint, type Database } from '../database/database.server';
import { markSplit, settleBatches, tidyFile } from './batches.server';
import { forgetProofs } from './blind-sign.server';
import { forgetEvents } from './forget.server';

/** A WAL keeps how each page looked after each commit, and so the order in which counters moved: it never grows old. */
const everyMilliseconds = 60_000;

/**
 * Settles past quarters' batches, forgets their ids and proofs, writes the file anew after batches and empties the WAL, now and
 * every minute; the returned function stops it. A failure goes to `onError` and is tried again the next time; `onForgotten` is
 * told of each deletion.
 */
export function startUpkeep(
	voices: Database,
	clock: () => Date,
	onError: (error: unknown) => void,
	onForgotten: (what: 'event-ids' | 'proofs', deleted: number, now: Date) => Promise<void> = async () => {}
): () => void {
	const upkeep = async () => {
		const now = clock();
		await settleBatches(voices, now);
		const events = await forgetEvents(voices, now);
		if (events > 0) await onForgotten('event-ids', events, now);
		const proofs = await forgetProofs(voices, now);
		if (proofs > 0) await onForgotten('proofs', proofs, now);
		await tidyFile(voices);
		await checkpoint(voices);
	};
	// A process killed after a batch couldn't tidy: the first run always does.
	markSplit(voices);
	const run = () => void upkeep().catch(onError);
	run();
	const timer = setInterval(run, everyMilliseconds);
	timer.unref();
	return () => clearInterval(timer);
}
