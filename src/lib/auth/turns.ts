// Lets a few work at once and the others wait their turn, first come first served.

export class Turns {
	readonly #atOnce: number;
	#working = 0;
	readonly #waiting: (() => void)[] = [];

	constructor(atOnce: number) {
		this.#atOnce = atOnce;
	}

	/** Runs the work when it is its turn, and gives its result or its error. */
	async take<T>(work: () => Promise<T>): Promise<T> {
		if (this.#working >= this.#atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
		else this.#working += 1;
		try {
			return await work();
		} finally {
			// Whoever waits takes over the place itself, so that a newcomer can't slip in between.
			const next = this.#waiting.shift();
			if (next) next();
			else this.#working -= 1;
		}
	}
}
