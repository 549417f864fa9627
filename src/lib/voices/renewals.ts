// Which nodes were renewed today. In the memory of this process only, because a day is finer than the quarter, and the voices
// store nothing finer: a restart forgets it, and lets a node be renewed once more on that day.

/** Groups times nodes times modules in one day; far above what an instance of hundreds of groups sees. */
const maxPlaces = 50_000;

export class Renewals {
	#day = '';
	readonly #places = new Set<string>();

	constructor(private readonly limit = maxPlaces) {}

	/** True when the node was renewed on this day, or when so many were that no more can be remembered: then all wait for tomorrow. */
	has(place: string, day: string): boolean {
		return day === this.#day && (this.#places.has(place) || this.#places.size >= this.limit);
	}

	/** Remembers that a node was renewed on this day, and forgets all other days. */
	add(place: string, day: string): void {
		if (day !== this.#day) this.#places.clear();
		this.#day = day;
		if (this.#places.size < this.limit) this.#places.add(place);
	}
}
