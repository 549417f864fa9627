// A module as the author wrote it, read but not yet worded: its structure, with a unit wherever there are words to translate.
import type { Choice, Cue, Ending, ExerciseKind, Expression, QuizMode, Shot } from './graph';
import type { Place } from './finding';
import type { LocatedFrontMatter } from './front-matter';
import type { AgeBand } from './vocabulary';

/** A piece of text that is translated as a whole. The id is frozen: it follows the structure, not the wording. */
export interface Unit {
	id: string;
	/** Node that it stands in; '' for the front matter. */
	node: string;
	/** French, with CommonMark marks (none in a plain unit). */
	source: string;
	/** `plain`: words only. `inline`: one line with marks. `blocks`: paragraphs and lists. */
	kind: 'plain' | 'inline' | 'blocks';
	at: Place;
}

/** With `if`, a passage that is only there in some plays. */
export type SourceBlock = SourcePiece & { if?: Expression; at?: Place };

type SourcePiece =
	| { type: 'prose'; parts: ({ tag: 'p'; unit: Unit } | { tag: 'ul' | 'ol'; items: Unit[] })[] }
	| { type: 'note'; unit: Unit }
	| { type: 'chat'; lines: { who: string; unit: Unit; delay?: number }[] }
	| { type: 'film'; shots: SourceShot[] }
	| { type: 'quiz'; id: string; mode: QuizMode; question: Unit; options: SourceOption[] }
	| { type: 'exercise'; kind: SourceExerciseKind; id: string; question: Unit; groups: SourceGroup[] }
	| { type: 'image'; src: string; alt: Unit; at: Place }
	| { type: 'video'; id: string; src: string; poster?: string; cues: SourceCue[]; at: Place }
	| { type: 'help' };

/** `who` is the id of the person (front matter) whose line it is, whether seen or only named. */
export interface SourceShot extends Pick<Shot, 'seconds' | 'place' | 'frame' | 'cast'> {
	who?: string;
	unit: Unit;
}

/** `who` is the id of the person who speaks. */
export interface SourceCue extends Pick<Cue, 'from' | 'to' | 'stop'> {
	who?: string;
	unit: Unit;
}

/** An ordinary quiz has a source form of its own. */
export type SourceExerciseKind = Exclude<ExerciseKind, QuizMode>;

export interface SourceOption {
	id: string;
	right: boolean;
	unit: Unit;
	why: Unit;
}

/** A pile with its cards, a part of a sentence with the ways to say it; without a label, just a list. */
export interface SourceGroup {
	label?: Unit;
	items: SourceItem[];
}

/** `pair` is the other half of an item to match, `right` marks a line to spot. */
export interface SourceItem {
	unit: Unit;
	pair?: Unit;
	right?: boolean;
	why: Unit;
}

export interface SourceChoice {
	choice: Choice;
	/** The age band that the reader says with it. */
	ages?: AgeBand;
	label: Unit;
	why?: Unit;
	soft: boolean;
	at: Place;
}

export interface SourceNode {
	id: string;
	at: Place;
	title: Unit;
	blocks: SourceBlock[];
	choices: SourceChoice[];
	end?: Ending;
	/** The only ages (their places among all bands) that come to this ending; worked out by versions.ts. */
	endAges?: number[];
	checkpoint?: true;
	stuck?: true;
	tags?: string[];
	/** This is the version of the node `of` for these ages. */
	version?: { of: string; ages: AgeBand[] };
}

export interface SourceModule {
	file: string;
	front: LocatedFrontMatter;
	nodes: SourceNode[];
	/** All units, in reading order. */
	units: Unit[];
}
