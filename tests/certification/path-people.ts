// The people that the cases of the path rules are about: a peer expert and a coach who have done everything, and changes to them.
import type { Achievement } from '../../src/lib/certification/badge';
import type { PathFacts, UnitFact } from '../../src/lib/certification/path';
import type { UnitNumber } from '../../src/lib/content/training';

export const today = '2026-11-25';

export const units = (numbers: readonly UnitNumber[], on: string): UnitFact[] =>
	numbers.map((unit) => ({ unit, completedOn: on, passedOn: on, checkedOn: on }));
export const peerUnits: readonly UnitNumber[] = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'];
export const coachUnits: readonly UnitNumber[] = ['C1', 'C2', 'C3', 'C4', 'C5'];

/** A peer expert who has done everything. */
export const peer: PathFacts = {
	achievement: 'peer-expert',
	units: units(peerUnits, '2026-10-01'),
	days: [
		{ on: '2026-09-10', programme: 'day-1' },
		{ on: '2026-09-20', programme: 'day-2' }
	],
	meetings: ['2026-10-10', '2026-11-10'],
	rubricOn: '2026-11-12',
	dates: { wellbeing: '2026-08-20', charter: '2026-09-01' },
	paused: false,
	award: null
};
export const coach: PathFacts = {
	achievement: 'coach',
	units: units(coachUnits, '2026-10-01'),
	days: [{ on: '2026-09-10', programme: 'day-1' }],
	meetings: [],
	rubricOn: null,
	dates: { confirmation: '2026-08-20', charter: '2026-09-01' },
	paused: false,
	award: null
};
export const empty = (achievement: Achievement): PathFacts => ({
	...{ achievement, units: [], days: [], meetings: [], rubricOn: null, dates: {}, paused: false, award: null }
});
export const without = (facts: PathFacts, unit: UnitNumber): UnitFact[] => facts.units.filter((each) => each.unit !== unit);
export const changed = (facts: PathFacts, unit: UnitNumber, change: Partial<UnitFact>): UnitFact[] =>
	facts.units.map((each) => (each.unit === unit ? { ...each, ...change } : each));
/** In force to the end of November 2028. */
export const award = { month: '2026-11', validUntil: '2028-11', revoked: false };
export const holder: PathFacts = { ...peer, award };
export const holdingCoach: PathFacts = { ...coach, award };

export interface Case {
	name: string;
	facts: PathFacts;
	on?: string;
	missing: string[];
	/** What else the view says; left out where the case is not about it. */
	purpose?: 'first' | 'renewal' | 'none';
	ready?: boolean;
	certified?: boolean;
	notice?: 'soon' | 'now' | 'expired' | null;
	next?: string | null;
	/** `have/need` of a step. */
	counts?: Record<string, string>;
	units?: Record<string, UnitNumber[]>;
	lastDay?: string | null;
}

export const peerSteps = ['wellbeing', 'charter', 'units', 'disclosure', 'check', 'days', 'meetings', 'rubric'];
export const coachSteps = ['confirmation', 'charter', 'units', 'scenarios', 'check', 'days'];
