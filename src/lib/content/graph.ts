// The compiled form of a module: a small graph without words (the same in every language) and, apart, the words of each
// node in one language. Plain JSON: the server, the browser, tests and the big screen read the same thing.
import type { UnitFacts } from './training';

export type Value = number | boolean;

/** A condition or an amount, parsed from the author's words. Walked as data, never evaluated as code. */
export type Expression =
	| { op: 'value'; value: Value }
	| { op: 'var'; name: string }
	| { op: 'visited'; node: string }
	| { op: 'not'; of: Expression }
	| { op: 'and' | 'or' | 'eq' | 'ne' | 'gte' | 'lte' | 'gt' | 'lt' | 'plus' | 'minus'; left: Expression; right: Expression };

export type Variable = { type: 'int'; min: number; max: number; start: number } | { type: 'bool'; start: boolean };

export interface Assignment {
	name: string;
	to: Expression;
}

export interface Choice {
	/** Unique in its node: the target's id, with `-2`, `-3` where several choices lead to the same node. */
	id: string;
	to: string;
	if?: Expression;
	set?: Assignment[];
	score?: { name: string; points: number }[];
	/** Can be taken once in a play. */
	once?: true;
	/** Objectives (front matter) that this choice tells something about. */
	tests?: string[];
	/** The author marks a choice that carries a risk; it must then have an explanation. */
	risky?: true;
}

/** How a story ends; never a grade: `good` went well, `mixed` in part, `hard` went wrong and can still be helped. */
export type Ending = 'good' | 'mixed' | 'hard';

export interface GraphNode {
	choices: Choice[];
	end?: Ending;
	/** Of an ending that only readers of these ages come to: the values of the variable `ages`. */
	ages?: number[];
	checkpoint?: true;
	/** What it is about, for those who look for scenes. */
	tags?: string[];
}

export interface Graph {
	id: string;
	version: number;
	start: string;
	vars: Record<string, Variable>;
	scores: Record<string, { min: number; max: number; pass: number }>;
	nodes: Record<string, GraphNode>;
}

export type Mood = 'neutral' | 'happy' | 'worried' | 'sad' | 'angry' | 'thinking';
export type Frame = 'wide' | 'two-shot' | 'close' | 'phone';

export interface Shot {
	/** Seconds on screen when the film plays by itself (a reader can always pause, go back, or tap on). */
	seconds: number;
	place: string;
	frame: Frame;
	cast: { who: string; mood: Mood }[];
	/** Character id of who speaks; none for a caption of the narrator or a message on the phone. */
	speaker?: string;
	/** Name shown over the line (a phone group's name, for instance) where it is not the speaker's own. */
	label?: string;
	/** Spoken line, caption or phone message, as inline HTML. */
	line: string;
}

/** A piece of a node; with `if`, one that is only there in some plays. */
export type Block = Piece & { if?: Expression };

/** `html` is inline or block HTML made by the compiler from CommonMark: no attribute, no script. */
type Piece =
	| { type: 'prose'; html: string }
	| { type: 'note'; html: string }
	| { type: 'chat'; lines: ChatLine[] }
	| { type: 'film'; shots: Shot[] }
	| { type: 'image'; src: string; alt: string }
	| Video
	| Exercise
	/** An exercise or a video made ready by the server for a page: it needs no component of the player. */
	| { type: 'form'; html: string }
	| { type: 'help' };

/** A recorded film. Its cues are its captions, its transcript and, where it is to stop, what is asked there. */
export interface Video {
	type: 'video';
	/** Unique in its module: names the file of captions. */
	id: string;
	src: string;
	poster?: string;
	cues: Cue[];
}

export interface Cue {
	/** Seconds from the start of the film. */
	from: number;
	to: number;
	/** Who speaks; none for what is seen or heard. */
	label?: string;
	line: string;
	/** The film waits here until the reader goes on. */
	stop?: true;
}

export interface ChatLine {
	who: string;
	name: string;
	html: string;
	/** The reader's own. */
	me?: true;
	/** Milliseconds before it shows up, where the author wants others than its length asks for. */
	delay?: number;
}

/** How an ordinary quiz is answered. */
export type QuizMode = 'single' | 'multi';
export type ExerciseKind = QuizMode | 'order' | 'match' | 'spot' | 'sort' | 'build' | 'poll' | 'reflect';

/** Something to do, answered field by field. */
export interface Exercise {
	type: 'exercise';
	kind: ExerciseKind;
	/** Unique in its module. */
	id: string;
	question: string;
	/** In the order shown: items to put in order, left sides, lines, cards, parts of a sentence. None where one just writes. */
	fields: ExerciseField[];
}

export interface ExerciseField {
	id: string;
	html: string;
	/** The right answer: an option's id, the place in the order, `yes` for a fishy line and '' for another. None in an opinion. */
	right?: string;
	/** Shown once answered. */
	why?: string;
	/** What can be chosen, each with a remark where there is no right answer or only one. Those of `match` are plain words. */
	options: { id: string; html: string; why?: string }[];
}

export interface NodeText {
	/** The visible heading of the node; focus goes there on a node change. */
	title: string;
	blocks: Block[];
	/** Label and explanation are inline HTML; `soft` is the dashed card of "I don't know"; `switch` the variable that it flips. */
	choices: Record<string, { label: string; explanation?: string; soft?: true; switch?: string }>;
	/** Address of a recording of the node in this language. */
	audio?: string;
	/** Readers often hesitate here: a way on is offered to who is stuck. */
	stuck?: true;
	/** True when a unit of this node fell back to the source language. */
	untranslated?: true;
}

/** What lists and cards need to know of a module, in one language. */
export interface ModuleSummary {
	id: string;
	slug: string;
	version: number;
	kind: 'film' | 'chat' | 'story' | 'quiz' | 'lesson';
	title: string;
	summary: string;
	ages: string[];
	minutes: number;
	intensity: 1 | 2 | 3;
	/** What a young person is told before an intensity of 2 or 3. */
	forewarning?: string;
	/** The line that goes into "my memo". */
	memo: string;
	/** Character and place for the card's picture. */
	picture: { place: string; cast: { who: string; mood: Mood }[] };
	reviewed: { by: string; on: string }[];
	sources: string[];
	/** Not listed anywhere yet: played at its address and in the studio. */
	draft?: true;
	/** Id of the module that this short one refreshes, weeks later. */
	booster?: string;
	/** What a training unit is beyond a module; none in a module of young people. */
	training?: UnitFacts;
	/** How much of the text is in this language, 0..1. Offered from 0.95 (and all safety texts). */
	translated: number;
	/** True when a native speaker has reviewed the translation; otherwise the page says so. */
	nativeReview: boolean;
}

export interface CompiledModule {
	summary: ModuleSummary;
	graph: Graph;
	nodes: Record<string, NodeText>;
}

export type UnitSummary = ModuleSummary & { training: UnitFacts };

/** A training unit: played like a module. */
export interface CompiledUnit extends CompiledModule {
	summary: UnitSummary;
}
