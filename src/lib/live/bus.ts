// Tells the other processes of an instance that something of a live changed; they then read it. What is said is never needed to
// be right, only to be quick: whoever missed it reads the database a second later.

/** `state`: the live moved. `counts`: somebody came in, answered or called. `people`: a phone has a new token. */
export const notices = ['state', 'counts', 'people'] as const;
export type Notice = (typeof notices)[number];

export interface Bus {
	publish(liveId: string, notice: Notice): void;
	/** Calls the listener for every notice about the live, also those published here. Returns the end of it. */
	subscribe(liveId: string, listener: (notice: Notice) => void): () => void;
	/** False while notices may get lost: the database is then asked once a second. */
	readonly healthy: boolean;
	close(): Promise<void>;
}

/** The bus of an instance that runs in one process, which is the usual one. */
export function createLocalBus(): Bus {
	const listeners = new Listeners();
	return {
		publish: (liveId, notice) => listeners.tell(liveId, notice),
		subscribe: (liveId, listener) => listeners.add(liveId, listener),
		healthy: true,
		close: async () => undefined
	};
}

/** Listeners by live. */
export class Listeners {
	readonly #byLive = new Map<string, Set<(notice: Notice) => void>>();

	tell(liveId: string, notice: Notice): void {
		for (const listener of this.#byLive.get(liveId) ?? []) listener(notice);
	}

	add(liveId: string, listener: (notice: Notice) => void): () => void {
		const set = this.#byLive.get(liveId) ?? new Set();
		this.#byLive.set(liveId, set.add(listener));
		return () => {
			set.delete(listener);
			if (set.size === 0 && this.#byLive.get(liveId) === set) this.#byLive.delete(liveId);
		};
	}

	has(liveId: string): boolean {
		return this.#byLive.has(liveId);
	}

	ids(): string[] {
		return [...this.#byLive.keys()];
	}
}
