// Where a live stands. Plain JSON, owned by the server: it changes by commands alone (machine.ts), one after the other.

export const phases = [
	...(['draft', 'pre-brief', 'lobby', 'prompt', 'open', 'closed', 'reveal', 'discuss', 'debrief', 'feedback', 'ended'] as const)
];
export type Phase = (typeof phases)[number];

/** `paused`: wait. `calm`: the screen is blank and phones show a breathing exercise and the help card. */
export type Hold = 'paused' | 'calm';

export interface Tally {
	/** The step asked, or `feedback` and `items`. */
	step: string;
	/** Counts by option, zero included. */
	counts: Record<string, number>;
	passed: number;
	method: 'devices' | 'hands';
	/** The scene of the film. */
	node?: string;
}

export interface LiveState {
	phase: Phase;
	hold: Hold | null;
	/** Whether phones can come in. */
	door: boolean;
	/** Index in the script's steps; -1 before the first. */
	step: number;
	/** How many prompts were opened so far: makes their ids. */
	opened: number;
	/** The prompt that the phases from `prompt` to `discuss` are about; null where nothing is asked. */
	prompt: string | null;
	/** Frozen when a prompt stops being open. */
	tallies: Record<string, Tally>;
	/** Choices of the film so far, and the votes among them. */
	path: string[];
	votes: { at: number; prompt: string; chosen: string }[];
	/** The picture of the scene that is shown. */
	beat: number;
	/** The film is on the branch that lost the vote. */
	whatIf: boolean;
	/** Ids of steps that were begun, and of those left out. */
	done: string[];
	skipped: string[];
	/** When the step began, milliseconds since 1970. */
	since: number;
}

/** A live that was just created. */
export function startLive(now: number): LiveState {
	return {
		phase: 'draft',
		hold: null,
		door: false,
		step: -1,
		opened: 0,
		prompt: null,
		tallies: {},
		path: [],
		votes: [],
		beat: 0,
		whatIf: false,
		done: [],
		skipped: [],
		since: now
	};
}
