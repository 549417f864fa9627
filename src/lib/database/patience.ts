// Trying again what fails because somebody else is in the way, or away.
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseError, type DatabaseProblem } from './database-error';

/** Milliseconds to wait for another process's lock, or for a server, while opening, and in all for a write or a read. */
export const patience = 5000;

/** Milliseconds between two tries: the event loop is free meanwhile. */
const retryPause = 300;

/** Tries until the deadline (milliseconds since 1970) while it fails with one of these problems; throws the last error. */
export async function tryUntil<T>(deadline: number, passing: DatabaseProblem[], attempt: () => Promise<T>): Promise<T> {
	for (;;) {
		try {
			return await attempt();
		} catch (error) {
			const passes = error instanceof DatabaseError && passing.includes(error.problem);
			if (!passes || Date.now() + retryPause > deadline) throw error;
			await pause(retryPause);
		}
	}
}
