// Cases of a certificate in force, its end, its renewal and its revocation.
import { units, peer, award, holder, holdingCoach, type Case } from './path-people';

export const renewalCases: Case[] = [
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
		missing: ['again-units', 'again-meeting'],
		purpose: 'renewal',
		certified: true,
		notice: null,
		counts: { 'again-units': '0/2', 'again-meeting': '0/1' },
		units: { 'again-units': ['P4', 'P5'] }
	},
	{ name: 'a day before three months', facts: holder, on: '2028-08-29', missing: ['again-units', 'again-meeting'], notice: null },
	{
		name: 'three months before the end',
		facts: holder,
		on: '2028-08-30',
		missing: ['again-units', 'again-meeting'],
		notice: 'soon'
	},
	{
		name: 'a day before the last month',
		facts: holder,
		on: '2028-10-29',
		missing: ['again-units', 'again-meeting'],
		notice: 'soon'
	},
	{ name: 'one month before the end', facts: holder, on: '2028-10-30', missing: ['again-units', 'again-meeting'], notice: 'now' },
	{
		name: 'the last day',
		facts: holder,
		on: '2028-11-30',
		missing: ['again-units', 'again-meeting'],
		notice: 'now',
		certified: true
	},
	{
		name: 'the day after',
		facts: holder,
		on: '2028-12-01',
		missing: ['again-units', 'again-meeting'],
		notice: 'expired',
		certified: false,
		purpose: 'renewal'
	},
	{
		name: 'renewed units and a meeting',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-05'), meetings: ['2027-03-01'] },
		on: '2028-09-01',
		missing: [],
		ready: true,
		certified: true
	},
	{
		name: 'everything to renew, on a break',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-05'), meetings: ['2027-03-01'], paused: true },
		on: '2028-09-01',
		missing: [],
		ready: false
	},
	{
		name: 'units before the time of renewal',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-07-31'), meetings: ['2027-03-01'] },
		on: '2028-09-01',
		missing: ['again-units']
	},
	{
		name: 'units on the first day of renewal',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-01'), meetings: ['2027-03-01'] },
		on: '2028-09-01',
		missing: []
	},
	{
		name: 'self-care not passed again',
		facts: {
			...holder,
			units: [...units(['P4'], '2028-08-05'), { unit: 'P5', completedOn: '2028-08-05', passedOn: null, checkedOn: null }],
			meetings: ['2027-03-01']
		},
		on: '2028-09-01',
		missing: ['again-units'],
		units: { 'again-units': ['P5'] },
		counts: { 'again-units': '1/2' }
	},
	{
		name: 'a meeting of the month of the certificate',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-05'), meetings: ['2026-11-30'] },
		on: '2028-09-01',
		missing: ['again-meeting']
	},
	{
		name: 'a meeting on the first day of the next month',
		facts: { ...holder, units: units(['P4', 'P5'], '2028-08-05'), meetings: ['2026-12-01'] },
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
		missing: ['wellbeing', 'charter', 'units', 'disclosure', 'check', 'days', 'meetings', 'rubric'],
		notice: null
	}
];
