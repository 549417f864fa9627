// Cases of how long evidence counts, and of a coach’s first certificate.
import { units, peerUnits, coachUnits, peer, coach, empty, without, changed, coachSteps, type Case } from './path-people';

export const timeCases: Case[] = [
	// Evidence counts for 24 months.
	{ name: 'a conversation 24 months ago', facts: { ...peer, dates: { ...peer.dates, wellbeing: '2024-11-25' } }, missing: [] },
	{
		name: 'a conversation 24 months and a day ago',
		facts: { ...peer, dates: { ...peer.dates, wellbeing: '2024-11-24' } },
		missing: ['wellbeing']
	},
	{ name: 'a meeting too long ago', facts: { ...peer, meetings: ['2024-11-24', '2026-10-10'] }, missing: ['meetings'] },
	{ name: 'a meeting just long enough ago', facts: { ...peer, meetings: ['2024-11-25', '2026-10-10'] }, missing: [] },
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
		facts: { ...coach, meetings: [], rubricOn: null },
		missing: [],
		ready: true
	}
];
