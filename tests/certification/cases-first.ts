// Cases of a peer expert’s first certificate.
import { today, peerUnits, peer, coach, empty, without, changed, peerSteps, type Case } from './path-people';

export const firstCases: Case[] = [
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
			meetings: '0/2',
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
			meetings: '2/2',
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
	{ name: 'no meeting', facts: { ...peer, meetings: [] }, missing: ['meetings'], counts: { meetings: '0/2' } },
	{ name: 'one meeting', facts: { ...peer, meetings: ['2026-10-10'] }, missing: ['meetings'], counts: { meetings: '1/2' } },
	{ name: 'two meetings on one day', facts: { ...peer, meetings: ['2026-10-10', '2026-10-10'] }, missing: [] },
	{
		name: 'five meetings',
		facts: { ...peer, meetings: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'] },
		missing: [],
		counts: { meetings: '2/2' }
	},
	{ name: 'a meeting to come', facts: { ...peer, meetings: ['2026-10-10', '2026-12-10'] }, missing: ['meetings'] },
	{ name: 'no rubric', facts: { ...peer, rubricOn: null }, missing: ['rubric'], next: 'rubric' },
	{ name: 'a rubric of tomorrow', facts: { ...peer, rubricOn: '2026-11-26' }, missing: ['rubric'] },
	{ name: 'a charter of today', facts: { ...peer, dates: { ...peer.dates, charter: today } }, missing: [] },
	{ name: 'everything, on a break', facts: { ...peer, paused: true }, missing: [], ready: false, next: null },
	{ name: 'something missing, on a break', facts: { ...peer, paused: true, rubricOn: null }, missing: ['rubric'], ready: false }
];
