// A plan is a meeting prepared: which group, when, which kit, and whether a coach will be there. Pure.
import * as v from 'valibot';
import { addDays, isDay, isTime } from '../i18n/day';

export interface Plan {
	readonly id: string;
	readonly groupId: string;
	readonly on: string;
	readonly starts: string;
	/** Slug of the kit: the module that the meeting is about. */
	readonly kit: string;
	/** Of that module, 1 to 3. */
	readonly intensity: number;
	readonly coachPresent: boolean;
	/** Which reminder it is, or null for a first meeting. */
	readonly booster: BoosterStep | null;
	readonly state: 'planned' | 'held' | 'cancelled';
	readonly version: number;
}

export const boosterSteps = ['3-weeks', '3-months', '6-months'] as const;
export type BoosterStep = (typeof boosterSteps)[number];

/** Days after a meeting at which a reminder is due (content rule R3: about three weeks, three months, six months). */
const boosterAfter: Record<BoosterStep, number> = { '3-weeks': 21, '3-months': 91, '6-months': 182 };

/** Minutes of a meeting and of a reminder, for the calendar. */
export const meetingMinutes = { meeting: 45, booster: 15 };

export interface Booster {
	planId: string;
	kit: string;
	step: BoosterStep;
	dueOn: string;
	heldOn: string;
}

/**
 * The reminders that held meetings call for, soonest first, from that day on (`from`). The last held meeting of a kit counts:
 * who comes back to a module starts its reminders anew; a reminder that was held is no meeting of its own.
 */
export function listBoosters(plans: readonly Plan[], from: string): Booster[] {
	const latest = new Map<string, Plan>();
	for (const plan of plans) {
		if (plan.state !== 'held' || plan.booster !== null) continue;
		const key = `${plan.groupId} ${plan.kit}`;
		const before = latest.get(key);
		if (before === undefined || before.on < plan.on) latest.set(key, plan);
	}
	return [...latest.values()]
		.flatMap(({ id, kit, on, groupId }) =>
			boosterSteps
				.filter(
					(step) =>
						!plans.some(
							(plan) =>
								plan.groupId === groupId && plan.kit === kit && plan.booster === step && plan.state === 'held' && plan.on >= on
						)
				)
				.map((step) => ({ planId: id, kit, step, dueOn: addDays(on, boosterAfter[step]), heldOn: on }))
		)
		.filter(({ dueOn }) => dueOn >= from)
		.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
}

export interface PlanFields {
	on: string;
	starts: string;
	kit: string;
	coachPresent: boolean;
	booster: BoosterStep | null;
}

const planSchema = v.object({
	on: v.pipe(v.string(), v.check(isDay)),
	starts: v.pipe(v.string(), v.check(isTime)),
	kit: v.string(),
	coachPresent: v.pipe(
		v.string(),
		v.transform((text) => text !== '')
	),
	booster: v.pipe(
		v.string(),
		v.transform((text) => boosterSteps.find((step) => step === text) ?? null)
	)
});

export type CheckedPlan = { ok: true; value: PlanFields } | { ok: false; wrong: string[] };

/**
 * Reads a posted plan. `kits` gives the intensity of each kit that exists. A module of intensity 2 or 3 needs a coach in the
 * room (criterion P14): refused here, whatever the page offered.
 */
export function checkPlan(fields: Record<string, string>, kits: ReadonlyMap<string, number>, today: string): CheckedPlan {
	const read = v.safeParse(planSchema, fields);
	const wrong = new Set((read.issues ?? []).map((issue) => String(issue.path?.[0]?.key)));
	const intensity = kits.get(fields.kit ?? '');
	if (intensity === undefined) wrong.add('kit');
	else if (intensity >= 2 && (fields.coachPresent ?? '') === '') wrong.add('coachPresent');
	if (!wrong.has('on') && ((fields.on ?? '') < today || (fields.on ?? '') > addDays(today, 366))) wrong.add('on');
	return read.success && wrong.size === 0 ? { ok: true, value: read.output } : { ok: false, wrong: [...wrong] };
}
