// One piece of work at a time, in the order asked. The database driver is synchronous inside, so two open transactions
// would not share the time, they would block each other.
import { AsyncLocalStorage } from 'node:async_hooks';

export class WriteQueue {
	#tail: Promise<unknown> = Promise.resolve();
	readonly #inside = new AsyncLocalStorage<true>();

	/** Runs the work when all that was queued before is over, whether that succeeded or not. Work that queues and awaits more work would wait for itself: refused. */
	run<T>(work: () => Promise<T>): Promise<T> {
		if (this.#inside.getStore()) {
			return Promise.reject(new Error('A write was queued inside a write and would wait for itself. Pass on `tx` instead.'));
		}
		const result = this.#tail.then(() => this.#inside.run(true, work));
		this.#tail = result.catch(() => undefined);
		return result;
	}

	/** Resolves when all that is queued now is over. */
	async drain(): Promise<void> {
		await this.#tail;
	}
}
