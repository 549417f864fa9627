// A module as the author wrote it, read but not yet worded: its structure, with a unit wherever there are words to translate.
import type { Choice, Ending, ExerciseKind, Shot } from './graph';
import type { Place } from './finding';
import type { LocatedFrontMatter } from './front-matter';

/** A piece of text that is translated as a whole. The id is frozen: it follows the structure, not the wording. */
export interface Unit {
	id: string;
	/** French, with CommonMark marks (none in a plain unit). */
	source: string;
	/** `plain`: words only. `inline`: one line with marks. `blocks`: paragraphs and lists. */
	kind: 'plain' | 'inline' | 'blocks';
	at: Place;
}

export type SourceBlock =
	| { type: 'prose'; parts: ({ tag: 'p'; unit: Unit } | { tag: 'ul' | 'ol'; items: Unit[] })[] }
	| { type: 'note'; unit: Unit }
	| { type: 'chat'; lines: { who: string; unit: Unit; delay?: number }[] }
	| { type: 'film'; shots: SourceShot[] }
	| { type: 'quiz'; id: string; mode: 'single' | 'multi'; question: Unit; options: SourceOption[] }
	| { type: 'exercise'; kind: ExerciseKind; id: string; question: Unit; groups: SourceGroup[] }
	| { type: 'image'; src: string; alt: Unit }
	| { type: 'help' };

/** `who` is the id of the person (front matter) whose line it is, whether seen or only named. */
export interface SourceShot extends Pick<Shot, 'seconds' | 'place' | 'frame' | 'cast'> {
	who?: string;
	unit: Unit;
}

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
	checkpoint?: true;
	stuck?: true;
	tags?: string[];
}

export interface SourceModule {
	file: string;
	front: LocatedFrontMatter;
	nodes: SourceNode[];
	/** All units, in reading order. */
	units: Unit[];
}
