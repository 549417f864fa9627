// A kit: the script of a meeting. Like a module, it is compiled into a structure without words (the same in every language) and,
// apart, its words in one language.
import type { Mood } from './graph';

export type KitStepKind = 'pre-brief' | 'activity' | 'poll' | 'film' | 'debrief' | 'feedback';

export interface KitStep {
	id: string;
	kind: KitStepKind;
	/** Minutes in each of the kit's durations; 0 where the step is left out. */
	minutes: number[];
	/** Options of a poll. */
	options?: string[];
	/** Nothing below five answers is ever shown of it. */
	sensitive?: true;
}

export interface Kit {
	slug: string;
	version: number;
	/** Slug of the module that the kit goes with; its story is the film step. */
	module: string;
	ages: string[];
	intensity: 1 | 2 | 3;
	/** Minutes that it can take, ascending. */
	durations: number[];
	picture: { place: string; cast: { who: string; mood: Mood }[] };
	steps: KitStep[];
	/** Ids of "what I take along" and of the instrument's items. */
	take: string[];
	items: string[];
	/** Scenes of the story that are for one reader, with the choice that the group takes there unasked. */
	alone: Record<string, string>;
	/** Scenes that a group is not led to. */
	aside: string[];
	reviewed: { by: string; on: string }[];
	sources: string[];
}

export interface KitStepText {
	title: string;
	/** What the host does, as block HTML; may be empty. */
	do: string;
	/** Words to say aloud, each a few sentences of block HTML. */
	say: string[];
	/** What stands on the big screen beside the title. */
	screen: string;
	/** The same without any device. */
	paper: string;
	/** Plain words. */
	question?: string;
	options?: Record<string, string>;
}

export interface KitText {
	title: string;
	summary: string;
	forewarning?: string;
	material: string[];
	take: Record<string, string>;
	items: Record<string, string>;
	steps: Record<string, KitStepText>;
	/** A native speaker has reviewed the translation; otherwise the page says so. */
	nativeReview: boolean;
	/** How much of the text is in this language, 0..1. */
	translated: number;
}

/** One kit in one language. */
export interface CompiledKit {
	kit: Kit;
	text: KitText;
}

/** The steps of a kit that take place in a duration, with their minutes. */
export function stepsOf(kit: Kit, duration: number): (KitStep & { time: number })[] {
	const at = kit.durations.indexOf(duration);
	return kit.steps.map((step) => ({ ...step, time: step.minutes[at] ?? 0 })).filter(({ time }) => time > 0);
}
