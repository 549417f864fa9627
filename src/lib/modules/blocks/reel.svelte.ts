// Where a film stands: which shot, and whether it goes on by itself. The device remembers the shot of the last film.
import { readText, writeText } from '$lib/offline/storage';

export class Reel {
	index = $state(0);
	playing = $state(false);
	/** It was played or turned at least once. */
	started = $state(false);
	/** Each line is read aloud; off until asked for. */
	aloud = $state(false);

	/** `name` tells this film from the others on the device. */
	constructor(
		readonly total: number,
		private readonly name: string
	) {}

	/** Goes to the shot that this film was left at, and waits there. */
	resume(): void {
		const [name, shot] = readText('film')?.split(' ') ?? [];
		if (name === this.name) this.turn(Number(shot) || 0);
	}

	/** Number of the shot on screen, from 1. */
	get n(): number {
		return this.index + 1;
	}

	get ended(): boolean {
		return this.n === this.total;
	}

	/** Goes some shots on, or back; stops at either end. */
	turn(step: number): void {
		this.started = true;
		this.index = Math.min(this.total - 1, Math.max(0, this.index + step));
		if (this.ended) this.playing = false;
		// Who saw it to the end begins anew another time.
		writeText('film', `${this.name} ${this.ended ? 0 : this.index}`);
	}

	/** Plays or pauses; at the end, plays again from the start. */
	toggle(): void {
		if (!this.playing && this.ended) this.index = 0;
		this.started = true;
		this.playing = !this.playing;
	}
}
