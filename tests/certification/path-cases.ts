// The table of the path rules: facts, a day, and what is missing or said on it. Read by the unit test and by the mutation check, which
// asks it of every damaged copy of the rules.
import type { Achievement } from '../../src/lib/certification/badge';
import type { PathFacts, UnitFact, UnitNumber } from '../../src/lib/certification/path';

export const today = '2026-11-25';

const units = (numbers: readonly UnitNumber[], on: string): UnitFact[] =>
	numbers.map((unit) => ({ unit, completedOn: on, passedOn: on, checkedOn: on }));
const peerUnits: readonly UnitNumber[] = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'];
const coachUnits: readonly UnitNumber[] = ['C1', 'C2', 'C3', 'C4', 'C5'];

/** A peer expert who has done everything. */
const peer: PathFacts = {
	achievement: 'peer-expert',
	units: units(peerUnits, '2026-10-01'),
	days: [
		{ on: '2026-09-10', programme: 'day-1' },
		{ on: '2026-09-20', programme: 'day-2' }
	],
	sessions: ['2026-10-10', '2026-11-10'],
	rubricOn: '2026-11-12',
	dates: { wellbeing: '2026-08-20', charter: '2026-09-01' },
	paused: false,
	award: null
};
const coach: PathFacts = {
	achievement: 'coach',
	units: units(coachUnits, '2026-10-01'),
	days: [{ on: '2026-09-10', programme: 'day-1' }],
	sessions: [],
	rubricOn: null,
	dates: { confirmation: '2026-08-20', charter: '2026-09-01' },
	paused: false,
	award: null
};
const empty = (achievement: Achievement): PathFacts => ({
	...{ achievement, units: [], days: [], sessions: [], rubricOn: null, dates: {}, paused: false, award: null }
});
const without = (facts: PathFacts, unit: UnitNumber): UnitFact[] => facts.units.filter((each) => each.unit !== unit);
const changed = (facts: PathFacts, unit: UnitNumber, change: Partial<UnitFact>): UnitFact[] =>
	facts.units.map((each) => (each.unit === unit ? { ...each, ...change } : each));
/** In force to the end of November 2028. */
const award = { month: '2026-11', validUntil: '2028-11', revoked: false };
const holder: PathFacts = { ...peer, award };
const holdingCoach: PathFacts = { ...coach, award };

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

const peerSteps = ['wellbeing', 'charter', 'units', 'disclosure', 'check', 'days', 'sessions', 'rubric'];
const coachSteps = ['confirmation', 'charter', 'units', 'scenarios', 'check', 'days'];

export const cases: Case[] = [
	// A peer expert's first certificate.
	{ name: 'nothing yet', facts: empty('peer-expert'), missing: peerSteps, ready: false, next: 'wellbeing', purpose: 'first' },
	{
		name: 'nothing yet, counted',
		facts: empty('peer-expert'),
		missing: peerSteps,
		counts: {
			wellbeing: '0/1',
			charter: '0/1',
			units: '0/7',
			disclosure: '0/1',
			check: '0/7',
			days: '0/2',
			sessions: '0/2',
			rubric: '0/1'
		},
		units: { units: [...peerUnits], disclosure: ['P4'], check: [...peerUnits] }
	},
	{ name: 'everything', facts: peer, missing: [], ready: true, next: null, certified: false, notice: null, lastDay: null },
	{
		name: 'everything, counted',
		facts: peer,
		missing: [],
		counts: {
			wellbeing: '1/1',
			charter: '1/1',
			units: '7/7',
			disclosure: '1/1',
			check: '7/7',
			days: '2/2',
			sessions: '2/2',
			rubric: '1/1'
		},
		units: { units: [], disclosure: [], check: [] }
	},
	{ name: 'no conversation', facts: { ...peer, dates: { charter: '2026-09-01' } }, missing: ['wellbeing'], next: 'wellbeing' },
	{ name: 'no charter', facts: { ...peer, dates: { wellbeing: '2026-08-20' } }, missing: ['charter'], ready: false },
	{
		name: 'an organisation’s confirmation instead of the conversation',
		facts: { ...peer, dates: { charter: '2026-09-01', confirmation: '2026-09-01' } },
		missing: ['wellbeing']
	},
	...peerUnits.map((unit): Case => {
		const missing = unit === 'P4' ? ['units', 'disclosure', 'check'] : ['units', 'check'];
		return {
			name: `without unit ${unit}`,
			facts: { ...peer, units: without(peer, unit) },
			missing,
			units: { units: [unit], check: [unit] }
		};
	}),
	{
		name: 'coach units in place of a peer expert’s',
		facts: { ...peer, units: coach.units },
		missing: ['units', 'disclosure', 'check'],
		counts: { units: '0/7' }
	},
	{
		name: 'the simulation played, not passed',
		facts: { ...peer, units: changed(peer, 'P4', { passedOn: null }) },
		missing: ['disclosure'],
		next: 'disclosure'
	},
	{ name: 'another unit played, not passed', facts: { ...peer, units: changed(peer, 'P2', { passedOn: null }) }, missing: [] },
	{
		name: 'one check open',
		facts: { ...peer, units: changed(peer, 'P6', { checkedOn: null }) },
		missing: ['check'],
		counts: { check: '6/7' },
		units: { check: ['P6'] }
	},
	{ name: 'no training day', facts: { ...peer, days: [] }, missing: ['days'], counts: { days: '0/2' } },
	{ name: 'one training day', facts: { ...peer, days: peer.days.slice(1) }, missing: ['days'], counts: { days: '1/2' } },
	{
		name: 'the same day twice',
		facts: { ...peer, days: [...peer.days.slice(0, 1), { on: '2026-10-01', programme: 'day-1' }] },
		missing: ['days'],
		counts: { days: '1/2' }
	},
	{
		name: 'a day of another programme',
		facts: { ...peer, days: [...peer.days.slice(0, 1), { on: '2026-10-01', programme: 'other' }] },
		missing: ['days']
	},
	{
		name: 'a day of the scouts and one of the three',
		facts: { ...peer, days: [...peer.days.slice(0, 1), { on: '2026-10-01', programme: 'scouts' }] },
		missing: []
	},
	{
		name: 'all three days',
		facts: { ...peer, days: [...peer.days, { on: '2026-10-01', programme: 'day-3' }] },
		missing: [],
		counts: { days: '2/2' }
	},
	{
		name: 'a day to come',
		facts: { ...peer, days: [...peer.days.slice(0, 1), { on: '2026-11-26', programme: 'day-2' }] },
		missing: ['days']
	},
	{ name: 'a day today', facts: { ...peer, days: [...peer.days.slice(0, 1), { on: today, programme: 'day-2' }] }, missing: [] },
	{ name: 'no meeting', facts: { ...peer, sessions: [] }, missing: ['sessions'], counts: { sessions: '0/2' } },
	{ name: 'one meeting', facts: { ...peer, sessions: ['2026-10-10'] }, missing: ['sessions'], counts: { sessions: '1/2' } },
	{ name: 'two meetings on one day', facts: { ...peer, sessions: ['2026-10-10', '2026-10-10'] }, missing: [] },
	{
		name: 'five meetings',
		facts: { ...peer, sessions: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'] },
		missing: [],
		counts: { sessions: '2/2' }
	},
	{ name: 'a meeting to come', facts: { ...peer, sessions: ['2026-10-10', '2026-12-10'] }, missing: ['sessions'] },
	{ name: 'no rubric', facts: { ...peer, rubricOn: null }, missing: ['rubric'], next: 'rubric' },
	{ name: 'a rubric of tomorrow', facts: { ...peer, rubricOn: '2026-11-26' }, missing: ['rubric'] },
	{ name: 'a charter of today', facts: { ...peer, dates: { ...peer.dates, charter: today } }, missing: [] },
	{ name: 'everything, on a break', facts: { ...peer, paused: true }, missing: [], ready: false, next: null },
	{ name: 'something missing, on a break', facts: { ...peer, paused: true, rubricOn: null }, missing: ['rubric'], ready: false },
	// Evidence counts for 24 months.
	{ name: 'a conversation 24 months ago', facts: { ...peer, dates: { ...peer.dates, wellbeing: '2024-11-25' } }, missing: [] },
	{
		name: 'a conversation 24 months and a day ago',
		facts: { ...peer, dates: { ...peer.dates, wellbeing: '2024-11-24' } },
		missing: ['wellbeing']
	},
	{ name: 'a meeting too long ago', facts: { ...peer, sessions: ['2024-11-24', '2026-10-10'] }, missing: ['sessions'] },
	{ name: 'a meeting just long enough ago', facts: { ...peer, sessions: ['2024-11-25', '2026-10-10'] }, missing: [] },
	{ name: 'a rubric too long ago', facts: { ...peer, rubricOn: '2024-11-24' }, missing: ['rubric'] },
	{
		name: 'units too long ago',
		facts: { ...peer, units: units(peerUnits, '2024-11-24') },
		missing: ['units', 'disclosure', 'check']
	},
	{
		name: 'a training day too long ago',
		facts: { ...peer, days: [peer.days[0]!, { on: '2024-11-24', programme: 'day-2' }] },
		missing: ['days']
	},
	{
		name: 'everything from the 29th of February, two years later',
		facts: { ...peer, dates: { ...peer.dates, wellbeing: '2026-02-28' } },
		on: '2028-02-28',
		missing: []
	},
	// A coach's first certificate.
	{
		name: 'a coach with nothing',
		facts: empty('coach'),
		missing: coachSteps,
		next: 'confirmation',
		counts: { days: '0/1', units: '0/5', check: '0/5' }
	},
	{
		name: 'a coach with everything',
		facts: coach,
		missing: [],
		ready: true,
		counts: { units: '5/5', days: '1/1', scenarios: '1/1' }
	},
	{ name: 'a coach without confirmation', facts: { ...coach, dates: { charter: '2026-09-01' } }, missing: ['confirmation'] },
	{ name: 'a coach without charter', facts: { ...coach, dates: { confirmation: '2026-09-01' } }, missing: ['charter'] },
	{
		name: 'a coach who did not pass the scenarios',
		facts: { ...coach, units: changed(coach, 'C2', { passedOn: null }) },
		missing: ['scenarios'],
		units: { scenarios: ['C2'] }
	},
	{
		name: 'a coach who did not pass another unit',
		facts: { ...coach, units: changed(coach, 'C4', { passedOn: null }) },
		missing: []
	},
	{ name: 'a coach without a training day', facts: { ...coach, days: [] }, missing: ['days'] },
	{
		name: 'a coach with a check open',
		facts: { ...coach, units: changed(coach, 'C5', { checkedOn: null }) },
		missing: ['check']
	},
	...coachUnits.map((unit): Case => {
		const missing = unit === 'C2' ? ['units', 'scenarios', 'check'] : ['units', 'check'];
		return { name: `a coach without unit ${unit}`, facts: { ...coach, units: without(coach, unit) }, missing };
	}),
	{
		name: 'a coach’s path asks for no meeting and no rubric',
		facts: { ...coach, sessions: [], rubricOn: null },
		missing: [],
		ready: true
	},
	// A certificate in force, its end, and its renewal.
	{
		name: 'certified this month',
		facts: holder,
		missing: [],
		purpose: 'none',
		ready: false,
		certified: true,
		notice: null,
		next: null,
		lastDay: '2028-11-30'
	},
	{
		name: 'certified, steps lapsed meanwhile',
		facts: { ...holder, rubricOn: null },
		on: '2028-07-31',
		missing: [],
		purpose: 'none'
	},
	{
		name: 'three months before the last month',
		facts: holder,
		on: '2028-08-01',
		missing: ['again-units', 'again-session'],
		purpose: 'renewal',
		certified: true,
		notice: null,
		counts: { 'again-units': '0/2', 'again-session': '0/1' },
		units: { 'again-units': ['P4', 'P5'] }
	},
	{ name: 'a day before three months', facts: holder, on: '2028-08-29', missing: ['again-units', 'again-session'], notice: null },
	{
		name: 'three months before the end',
		facts: holder,
		on: '2028-08-30',
		missing: ['again-units', 'again-session'],
		notice: 'soon'
	},
	{
		name: 'a day before the last month',
		facts: holder,
		on: '2028-10-29',
		missing: ['again-units', 'again-session'],
		notice: 'soon'
	},
	{ name: 'one month before the end', facts: holder, on: '2028-10-30', missing: ['again-units', 'again-session'], notice: 'now' },
	{
		name: 'the last day',
		facts: holder,
		on: '2028-11-30',
		missing: ['again-units', 'again-session'],
		notice: 'now',
		certified: true
	},
	{
		name: 'the day after',
		facts: holder,
		on: '2028-12-01',
		missing: ['again-units', 'again-session'],
		notice: 'expired',
		certified: false,
		purpose: 'renewal'
	},
	{
		name: 'renewed units and a meeting',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-05'), sessions: ['2027-03-01'] },
		on: '2028-09-01',
		missing: [],
		ready: true,
		certified: true
	},
	{
		name: 'everything to renew, on a break',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-05'), sessions: ['2027-03-01'], paused: true },
		on: '2028-09-01',
		missing: [],
		ready: false
	},
	{
		name: 'units before the time of renewal',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-07-31'), sessions: ['2027-03-01'] },
		on: '2028-09-01',
		missing: ['again-units']
	},
	{
		name: 'units on the first day of renewal',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-01'), sessions: ['2027-03-01'] },
		on: '2028-09-01',
		missing: []
	},
	{
		name: 'self-care not passed again',
		facts: {
			...holder,
			units: [...units(['P4'], '2028-08-05'), { unit: 'P5', completedOn: '2028-08-05', passedOn: null, checkedOn: null }],
			sessions: ['2027-03-01']
		},
		on: '2028-09-01',
		missing: ['again-units'],
		units: { 'again-units': ['P5'] },
		counts: { 'again-units': '1/2' }
	},
	{
		name: 'a meeting of the month of the certificate',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-05'), sessions: ['2026-11-30'] },
		on: '2028-09-01',
		missing: ['again-session']
	},
	{
		name: 'a meeting on the first day of the next month',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-05'), sessions: ['2026-12-01'] },
		on: '2028-09-01',
		missing: []
	},
	{
		name: 'renewed: the new award counts',
		facts: { ...holder, award: { month: '2028-09', validUntil: '2030-09', revoked: false } },
		on: '2028-09-02',
		missing: [],
		purpose: 'none',
		lastDay: '2030-09-30'
	},
	{
		name: 'a coach to renew',
		facts: holdingCoach,
		on: '2028-08-05',
		missing: ['again-scenarios', 'again-confirmation'],
		counts: { 'again-scenarios': '0/1', 'again-confirmation': '0/1' }
	},
	{
		name: 'a coach renewed',
		facts: { ...holdingCoach, units: units(['C2'], '2028-08-05'), dates: { confirmation: '2028-08-05' } },
		on: '2028-08-06',
		missing: [],
		ready: true
	},
	{
		name: 'a coach whose confirmation is the old one',
		facts: { ...holdingCoach, units: units(['C2'], '2028-08-05') },
		on: '2028-08-06',
		missing: ['again-confirmation']
	},
	// Revoked: as if there were none.
	{
		name: 'revoked, everything still there',
		facts: { ...peer, award: { ...award, revoked: true } },
		missing: [],
		purpose: 'first',
		ready: true,
		certified: false,
		notice: null,
		lastDay: null
	},
	{
		name: 'revoked, rubric taken back',
		facts: { ...peer, rubricOn: null, award: { ...award, revoked: true } },
		missing: ['rubric'],
		ready: false
	},
	{
		name: 'revoked, long after',
		facts: { ...peer, award: { ...award, revoked: true } },
		on: '2028-12-01',
		missing: ['wellbeing', 'charter', 'units', 'disclosure', 'check', 'days', 'sessions', 'rubric'],
		notice: null
	}
];
