// What each audience is sent: whole, with a sequence number, in its own language. A client that has seen any one of these is right.
import type { Hold, Phase } from './state';
import type { Surface } from './script';

export type Audience = 'phone' | 'screen' | 'host' | 'coach';

export interface Option {
	id: string;
	/** Words of the kit; left out where the interface has them (faces, moods, scale). */
	label?: string;
}

export interface Prompt {
	id: string;
	question?: string;
	options: Option[];
}

/** One picture of a story: who says what where. `html` was made by the content compiler. */
export interface Beat {
	scene?: { place: string; frame: string; cast: { who: string; mood: string }[] };
	label?: string;
	html: string;
}

interface Common {
	seq: number;
	phase: Phase;
	hold: Hold | null;
	/** Title of the kit, then of the step or scene. */
	kit: string;
	title: string;
}

/** Never a count, never another's answer. Own answers follow it apart (`Own`). */
export interface PhoneView extends Common {
	forewarning?: string;
	/** What can be answered now. */
	prompts: Prompt[];
	/** The question asked last, while its result is talked about. */
	asked?: Prompt;
	/** A coach is in the building and can be called. */
	coach: boolean;
	/** A line of free words may be sent at the end. */
	lines: boolean;
	/** Where there is no screen: what would stand on it. */
	story?: Beat[];
	html?: string;
}

/** A participant's own answers to what is asked now, and the name of the phone. */
export interface Own {
	name: string;
	answers: Record<string, { a: string; n: number }>;
}

export interface Result extends Option {
	/** Null: fewer than five of a sensitive question, so not shown. */
	count: number | null;
	/** Most votes (several in a tie). */
	first?: true;
}

export interface ScreenView extends Common {
	code: string;
	door: boolean;
	joined: number;
	/** How many answered the open question. */
	answered: number;
	/** Number of the step and how many there are; 0 before the first. */
	step: number;
	steps: number;
	html: string;
	beat?: Beat;
	/** Which picture of how many. */
	beats?: { at: number; of: number };
	question?: string;
	options?: Option[];
	/** From the reveal on. */
	results?: Result[];
	/** How it was counted. */
	method?: 'devices' | 'hands';
	sensitive: boolean;
	tie: boolean;
	whatIf: boolean;
	ending?: 'good' | 'mixed' | 'hard';
	surface: Surface;
	/** Lines that an adult approved. */
	lines: string[];
}

export interface HostView extends ScreenView {
	/** What to do, words to say, the twin without devices. */
	do: string;
	say: string[];
	paper: string;
	minutes: number;
	/** Milliseconds since the step began, when this was made. */
	elapsed: number;
	kind: 'pre-brief' | 'lobby' | 'activity' | 'poll' | 'film' | 'debrief' | 'feedback' | 'ended';
	nextTitle?: string;
	/** Commands that make sense now (commands.ts still decides). */
	can: string[];
	outline: { title: string; minutes: number; state: 'done' | 'now' | 'skipped' | 'ahead' }[];
	/** Coach only: who would like to talk, and lines to read. */
	calls?: { id: string; name: string }[];
	waiting?: { id: string; words: string }[];
}
