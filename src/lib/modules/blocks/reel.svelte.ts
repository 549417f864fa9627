// Where a film stands: which shot, and whether it goes on by itself.
export class Reel {
	index = $state(0);
	playing = $state(false);
	/** It was played or turned at least once. */
	started = $state(false);
	/** Each line is read aloud; off until asked for. */
	aloud = $state(false);

	constructor(readonly total: number) {}

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
	}

	/** Plays or pauses; at the end, plays again from the start. */
	toggle(): void {
		if (!this.playing && this.ended) this.index = 0;
		this.started = true;
		this.playing = !this.playing;
	}
}
