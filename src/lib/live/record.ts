// What remains of a meeting: counts, each with how it was counted, and nothing about anybody. The log shows it, the voices take it.
import { askedStep, listAsked, type AskedFacts } from './asked';
import { fewest, type Method } from './script';
import type { LiveState, Tally } from './state';
import type { Plan } from './plan';

/** Plain facts of one meeting, as the voices are handed them. Counts below five of sensitive prompts are null. */
export interface LiveFacts {
	/** Random, made for the record: handing over twice counts once. */
	id: string;
	groupId: string;
	organisationId: string;
	kit: string;
	kitVersion: number;
	/** `2026-11-25`. */
	day: string;
	/** Minutes planned. */
	duration: number;
	/** How many took part, and how that is known. */
	joined: number;
	method: Method;
	/** Ids of the kit's steps that took place. */
	steps: string[];
	prompts: PromptFacts[];
	/** Answers to consultations: there until the voices have them, and never shown. */
	asked?: AskedFacts[];
}

export interface PromptFacts {
	/** `p3`, `faces`, `take`, `mood`, `before.k2`, `after.k2`. */
	prompt: string;
	/** The step, `feedback` or `items`. */
	step: string;
	/** Scene of the film. */
	node?: string;
	counts: Record<string, number | null>;
	method: Method;
}

/** Whether nothing below five may be told of a prompt: what the kit marks, how people feel and what they know. */
export function isSensitive(tally: Pick<Tally, 'step'>, prompt: string, sensitiveSteps: readonly string[]): boolean {
	return prompt === 'mood' || tally.step === 'items' || sensitiveSteps.includes(tally.step);
}

/** The counts that may be shown: all of a plain prompt, and of a sensitive one those from five on. */
export function showCounts(counts: Record<string, number>, sensitive: boolean): Record<string, number | null> {
	if (!sensitive) return counts;
	return Object.fromEntries(Object.entries(counts).map(([option, count]) => [option, count < fewest ? null : count]));
}

export interface Held {
	id: string;
	groupId: string;
	organisationId: string;
	plan: Plan;
	state: LiveState;
	kitVersion: number;
	sensitiveSteps: readonly string[];
	joined: number;
	day: string;
}

/** The facts of a live that has ended. */
export function listFacts({ plan, state, sensitiveSteps, kitVersion, ...held }: Held): LiveFacts {
	const own = Object.entries(state.tallies).filter(([, { step }]) => step !== askedStep);
	const prompts = own.map(([prompt, tally]): PromptFacts => {
		const counts = showCounts(tally.counts, isSensitive(tally, prompt, sensitiveSteps));
		return { prompt, step: tally.step, ...(tally.node !== undefined && { node: tally.node }), counts, method: tally.method };
	});
	const byHands = plan.surface === 'one-device';
	// Without phones nobody is counted at the door: the largest show of hands stands for the room.
	const asked = listAsked(plan.asked, state);
	const hands = Math.max(0, ...[...prompts, ...asked].map(({ counts }) => sum(counts)));
	return {
		...held,
		kit: plan.kit,
		kitVersion,
		duration: plan.duration,
		joined: byHands ? hands : held.joined,
		method: byHands ? 'hands' : 'devices',
		steps: state.done,
		prompts,
		...(asked.length > 0 && { asked })
	};
}

function sum(counts: Record<string, number | null>): number {
	return Object.values(counts).reduce<number>((all, count) => all + (count ?? 0), 0);
}
