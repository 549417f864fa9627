// The ways to a certificate: what is asked of a peer expert and of a coach, as data, and what is still missing, as pure functions.
// Nothing is counted that only shows presence: each step is something done, and somebody else saw it or the server worked it out.
import { addMonths as addToMonth, renewableMonths, type Achievement } from './badge';
import { unitsOf, type UnitNumber } from '../content/training';
import { addMonths, lastDayOf } from '../i18n/day';

const { 'peer-expert': peerUnits, coach: coachUnits } = unitsOf;

/** Facts that are a date and nothing more. */
export const dateSteps = ['charter', 'wellbeing', 'confirmation'] as const;
export type DateStep = (typeof dateSteps)[number];

export type StepId =
	| 'wellbeing'
	| 'confirmation'
	| 'charter'
	| 'units'
	| 'disclosure'
	| 'scenarios'
	| 'check'
	| 'days'
	| 'meetings'
	| 'rubric'
	| 'again-units'
	| 'again-scenarios'
	| 'again-meeting'
	| 'again-confirmation';

type Need =
	/** `completed`: played to an end. `passed`: with the score that the unit asks for. `checked`: its questions answered. */
	| { kind: 'units'; units: readonly UnitNumber[]; what: 'completed' | 'passed' | 'checked' }
	| { kind: 'days'; n: number }
	| { kind: 'meetings'; n: number }
	| { kind: 'rubric' }
	| { kind: 'date'; date: DateStep };

export interface Step {
	id: StepId;
	need: Need;
}

/** The steps in the order in which they are best taken. */
export const paths: Record<Achievement, { first: readonly Step[]; renewal: readonly Step[] }> = {
	'peer-expert': {
		first: [
			{ id: 'wellbeing', need: { kind: 'date', date: 'wellbeing' } },
			{ id: 'charter', need: { kind: 'date', date: 'charter' } },
			{ id: 'units', need: { kind: 'units', units: peerUnits, what: 'completed' } },
			{ id: 'disclosure', need: { kind: 'units', units: ['P4'], what: 'passed' } },
			{ id: 'check', need: { kind: 'units', units: peerUnits, what: 'checked' } },
			{ id: 'days', need: { kind: 'days', n: 2 } },
			{ id: 'meetings', need: { kind: 'meetings', n: 2 } },
			{ id: 'rubric', need: { kind: 'rubric' } }
		],
		renewal: [
			{ id: 'again-units', need: { kind: 'units', units: ['P4', 'P5'], what: 'passed' } },
			{ id: 'again-meeting', need: { kind: 'meetings', n: 1 } }
		]
	},
	coach: {
		first: [
			{ id: 'confirmation', need: { kind: 'date', date: 'confirmation' } },
			{ id: 'charter', need: { kind: 'date', date: 'charter' } },
			{ id: 'units', need: { kind: 'units', units: coachUnits, what: 'completed' } },
			{ id: 'scenarios', need: { kind: 'units', units: ['C2'], what: 'passed' } },
			{ id: 'check', need: { kind: 'units', units: coachUnits, what: 'checked' } },
			{ id: 'days', need: { kind: 'days', n: 1 } }
		],
		renewal: [
			{ id: 'again-scenarios', need: { kind: 'units', units: ['C2'], what: 'passed' } },
			{ id: 'again-confirmation', need: { kind: 'date', date: 'confirmation' } }
		]
	}
};

/** Months that evidence counts. */
export const evidenceMonths = 24;
/** Months before the end at which lists of things to do say so. */
export const noticeMonths = { first: 3, last: 1 };

export interface UnitFact {
	unit: UnitNumber;
	completedOn: string;
	passedOn: string | null;
	checkedOn: string | null;
}

/** What is known of one person's way; days are `2026-11-25`. */
export interface PathFacts {
	achievement: Achievement;
	units: readonly UnitFact[];
	/** Programmes of the training days attended, each with its day. */
	days: readonly { on: string; programme: string }[];
	/** Meetings led together that the coach has signed. */
	meetings: readonly string[];
	/** The day on which coach and peer expert agreed that every behaviour was seen; null before. */
	rubricOn: string | null;
	dates: Partial<Record<DateStep, string>>;
	/** Having a break: nothing is asked and nothing is issued. */
	paused: boolean;
	/** The award in force or last in force; null before the first. */
	award: { month: string; validUntil: string; revoked: boolean } | null;
}

export interface StepState {
	id: StepId;
	done: boolean;
	have: number;
	need: number;
	/** Of a step about units: those that are missing. */
	missing: UnitNumber[];
}

export type Notice = 'soon' | 'now' | 'expired';
export interface PathView {
	/** `none`: certified, and too early to renew. */
	purpose: 'first' | 'renewal' | 'none';
	steps: StepState[];
	/** The first step that isn't done. */
	next: StepState | null;
	/** Every step is done: somebody may sign. */
	ready: boolean;
	/** A certificate is in force today. */
	certified: boolean;
	/** Its last day. */
	lastDay: string | null;
	notice: Notice | null;
}

/** What is done, what is next and what is missing on a day. */
export function followPath(facts: PathFacts, today: string): PathView {
	const { award, achievement } = facts;
	const inForce = award !== null && !award.revoked ? award : null;
	const lastDay = inForce && lastDayOf(inForce.validUntil);
	const certified = lastDay !== null && today <= lastDay;
	const renewableFrom = inForce && `${addToMonth(inForce.validUntil, -renewableMonths)}-01`;
	const purpose = purposeOf(renewableFrom, today);
	const steps = purpose === 'none' ? [] : paths[achievement][purpose].map((step) => judge(step, facts, boundsOf()));
	const next = steps.find(({ done }) => !done) ?? null;
	const ready = purpose !== 'none' && next === null && !facts.paused;
	return { purpose, steps, next, ready, certified, lastDay, notice: noticeOf(lastDay, today) };

	/** From which day on evidence counts: for a renewal what is recent, and a meeting after the last certificate. */
	function boundsOf(): Bounds {
		const oldest = addMonths(today, -evidenceMonths);
		if (inForce === null || renewableFrom === null) return { from: oldest, meetingsFrom: oldest, today };
		// No month has a 32nd day: what comes after it is of a later month than the award.
		return { from: renewableFrom, meetingsFrom: `${inForce.month}-32`, today };
	}
}

/** The steps that are missing, in their order; none for who is certified and needn't renew yet. */
export function listMissing(facts: PathFacts, today: string): StepId[] {
	return followPath(facts, today).steps.flatMap(({ id, done }) => (done ? [] : [id]));
}

/** What a list of things to do says of a certificate that ends on this day. */
export function noticeOf(lastDay: string | null, today: string): Notice | null {
	if (lastDay === null) return null;
	if (today > lastDay) return 'expired';
	if (today >= addMonths(lastDay, -noticeMonths.last)) return 'now';
	return today >= addMonths(lastDay, -noticeMonths.first) ? 'soon' : null;
}

function purposeOf(renewableFrom: string | null, today: string): PathView['purpose'] {
	if (renewableFrom === null) return 'first';
	return today >= renewableFrom ? 'renewal' : 'none';
}

/** Evidence counts from `from` to `today`, meetings from `meetingsFrom` on. */
interface Bounds {
	from: string;
	meetingsFrom: string;
	today: string;
}

function judge({ id, need }: Step, facts: PathFacts, { from, meetingsFrom, today }: Bounds): StepState {
	const counts = (day: string | null | undefined, since = from) => typeof day === 'string' && day >= since && day <= today;
	const state = (have: number, needed: number, missing: UnitNumber[] = []): StepState => {
		const enough = Math.min(have, needed);
		return { id, done: enough === needed, have: enough, need: needed, missing };
	};
	switch (need.kind) {
		case 'units': {
			const missing = need.units.filter((unit) => {
				const fact = facts.units.find((each) => each.unit === unit);
				return !counts(fact?.[dateOf[need.what]]);
			});
			return state(need.units.length - missing.length, need.units.length, missing);
		}
		case 'days': {
			// The same day twice teaches once; another programme than the training's own doesn't count.
			const attended = facts.days.filter(({ on, programme }) => counts(on) && programme !== 'other');
			return state(new Set(attended.map(({ programme }) => programme)).size, need.n);
		}
		case 'meetings':
			return state(facts.meetings.filter((on) => counts(on, meetingsFrom)).length, need.n);
		case 'rubric':
			return state(Number(counts(facts.rubricOn)), 1);
		case 'date':
			return state(Number(counts(facts.dates[need.date])), 1);
	}
}

const dateOf = { completed: 'completedOn', passed: 'passedOn', checked: 'checkedOn' } as const;
