// What a live plays: the steps of a kit in one duration, without words, and the story that the group plays by vote.
import type { Expression, Graph } from '../content/graph';

export interface Script {
	kit: string;
	version: number;
	/** Between the pre-brief and the feedback, in order. The debrief is the last. */
	steps: ScriptStep[];
	/** Ids of "what I take along". */
	take: string[];
	/** Ids of the instrument's items, asked before and after where the plan asks. */
	items: string[];
	/** The story of the film step; null where the kit has none or the instance doesn't have it. */
	film: Graph | null;
	/** Scenes for one reader, with the choice that is taken there unasked; scenes that a group is not led to. */
	alone: Record<string, string>;
	aside: string[];
	/** The pictures (beats) that each node of the story is shown in: the condition of each, null where it is always there. */
	beats: Record<string, (Expression | null)[]>;
}

export interface ScriptStep {
	id: string;
	kind: 'activity' | 'poll' | 'film' | 'debrief';
	minutes: number;
	/** Ids of a poll's options. */
	options?: string[];
	/** Nothing below five is ever shown of it. */
	sensitive?: true;
}

/** How the answers of a live are counted; our figures say so. */
export const methods = ['devices', 'hands', 'paper', 'estimate'] as const;
export type Method = (typeof methods)[number];

/** Where the group looks: a big screen and phones, phones alone, or one device for all (counts are entered by the host). */
export const surfaces = ['screen', 'phones', 'one-device'] as const;
export type Surface = (typeof surfaces)[number];

/** The answer of whoever prefers not to answer; possible everywhere. */
export const pass = 'pass';

/** Answers of the last minutes, by the id of their prompt; "what I take along" comes from the kit. */
export const faces = ['great', 'good', 'meh', 'bad'] as const;
export const moods = ['light', 'fine', 'mixed', 'heavy'] as const;
/** Four points; whoever doesn't want to say passes. */
export const scale = ['yes', 'rather', 'little', 'no'] as const;

/** Answers below this number are never shown of a sensitive prompt. */
export const fewest = 5;
