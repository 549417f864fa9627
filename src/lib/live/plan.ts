// What a live is created from: who plans meetings (the calendar of a group, or a form) hands this value over, and the rules that
// a plan must keep are checked here, on the server, whoever made it.
import * as v from 'valibot';
import { askedSchema } from './asked';
import { surfaces } from './script';

/** Minutes a live can take; a kit says which of them it has. */
const durations = [45, 60, 90] as const;

export const planSchema = v.object({
	kit: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/)),
	duration: v.picklist(durations),
	surface: v.picklist(surfaces),
	/** A coach is in the building and knows: compulsory from intensity 2 on. */
	coachPresent: v.boolean(),
	/** The nine-item instrument's items of the kit are asked before and after. */
	instrument: v.boolean(),
	/** One line of free words at the end, shown only after an adult approved it. Off by default. */
	lines: v.boolean(),
	/** A consultation's question, asked before the debrief. */
	asked: v.optional(askedSchema)
});
export type Plan = v.InferOutput<typeof planSchema>;

export type PlanProblem = 'unknown-kit' | 'duration' | 'coach-absent' | 'lines-need-coach';

/** What forbids a plan; null when it may be held. */
export function checkPlan(plan: Plan, kit: { intensity: 1 | 2 | 3; durations: readonly number[] } | null): PlanProblem | null {
	if (kit === null) return 'unknown-kit';
	if (!kit.durations.includes(plan.duration)) return 'duration';
	if (kit.intensity > 1 && !plan.coachPresent) return 'coach-absent';
	return plan.lines && !plan.coachPresent ? 'lines-need-coach' : null;
}

/** When a short replay is offered to the group again: after about three weeks, three and six months. */
export function boosterDays(held: Date): Date[] {
	const later = (days: number) => new Date(held.getTime() + days * 86_400_000);
	return [later(21), later(91), later(182)];
}
