// Which nodes were renewed today. In memory only, because a day is finer than the quarter, and the voices store nothing finer: a
// restart forgets it, and lets a node be renewed once more on that day. Other processes of the instance are told, by a hash.
import { createHash } from 'node:crypto';
import { countTogether } from '../ops/neighbours';

/** Groups times nodes times modules in one day; far above what an instance of hundreds of groups sees. */
const maxPlaces = 50_000;

export class Renewals {
	#day = '';
	readonly #places = new Set<string>();
	readonly #tell = countTogether('renewals', (day, key) => this.#remember(key, day));

	constructor(private readonly limit = maxPlaces) {}

	/** True when the node was renewed on this day, or when so many were that no more can be remembered: then all wait for tomorrow. */
	has(place: string, day: string): boolean {
		return day === this.#day && (this.#places.has(hash(place)) || this.#places.size >= this.limit);
	}

	/** Remembers that a node was renewed on this day, and forgets all other days. */
	add(place: string, day: string): void {
		this.#tell(day, hash(place), 0);
		this.#remember(hash(place), day);
	}

	#remember(key: string, day: string): void {
		if (day !== this.#day) this.#places.clear();
		this.#day = day;
		if (this.#places.size < this.limit) this.#places.add(key);
	}
}

function hash(place: string): string {
	return createHash('sha256').update(place).digest('base64url');
}
