// What the queue does by itself while the server runs: it forgets in time.
import type { Database } from '../database/database.server';
import { forgetStatements } from './queue.server';

const everyMilliseconds = 3_600_000;

/** Deletes what wasn't approved in time, now and every hour; the returned function stops it. */
export function startForgetting(moderation: Database, onError: (error: unknown) => void): () => void {
	const run = () => void forgetStatements(moderation, new Date()).catch(onError);
	run();
	const timer = setInterval(run, everyMilliseconds);
	timer.unref();
	return () => clearInterval(timer);
}
