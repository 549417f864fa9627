import { describe, expect, it } from 'vitest';
import { checkPlan, listBoosters, type Plan } from './plan';

const today = '2026-11-25';
const kits = new Map([
	['calm', 1],
	['strong', 2]
]);
const fields = { on: '2026-12-01', starts: '16:30', kit: 'calm', coachPresent: '', booster: '' };
const held: Plan = {
	id: 'p',
	groupId: 'g',
	on: '2026-11-04',
	starts: '16:30',
	kit: 'calm',
	intensity: 1,
	coachPresent: true,
	booster: null,
	state: 'held',
	version: 1
};
const due = (plans: Plan[], from = today) => listBoosters(plans, from).map(({ step, dueOn }) => `${step} ${dueOn}`);

describe('a posted plan', () => {
	it('is read', () => {
		expect(checkPlan(fields, kits, today)).toEqual({ ok: true, value: { ...fields, coachPresent: false, booster: null } });
	});

	it('of intensity 2 or more needs a coach in the room', () => {
		expect(checkPlan({ ...fields, kit: 'strong' }, kits, today)).toEqual({ ok: false, wrong: ['coachPresent'] });
		expect(checkPlan({ ...fields, kit: 'strong', coachPresent: 'on' }, kits, today)).toMatchObject({ ok: true });
	});

	it.each([
		['on', { on: '2026-11-24' }],
		['on', { on: '2028-01-01' }],
		['on', { on: '' }],
		['starts', { starts: '25:00' }],
		['kit', { kit: 'unknown' }]
	])('with a wrong %s names it', (field, more) => {
		expect(checkPlan({ ...fields, ...more }, kits, today)).toEqual({ ok: false, wrong: [field] });
	});

	it('takes an unknown reminder for none', () => {
		expect(checkPlan({ ...fields, booster: '9-years' }, kits, today)).toMatchObject({ ok: true, value: { booster: null } });
	});
});

describe('reminders', () => {
	it('are due 3 weeks, 3 and 6 months after a meeting', () => {
		expect(due([held])).toEqual(['3-weeks 2026-11-25', '3-months 2027-02-03', '6-months 2027-05-05']);
	});

	it('leave out what is past, what was held, and meetings that were not', () => {
		expect(due([held], '2026-11-26')).toEqual(['3-months 2027-02-03', '6-months 2027-05-05']);
		const reminder: Plan = { ...held, id: 'b', on: '2026-11-25', booster: '3-weeks' };
		expect(due([held, reminder])).toEqual(['3-months 2027-02-03', '6-months 2027-05-05']);
		expect(
			due([
				{ ...held, state: 'planned' },
				{ ...held, state: 'cancelled' }
			])
		).toEqual([]);
	});

	it('start anew with a later meeting on the same kit, and only for its group', () => {
		const again: Plan = { ...held, id: 'q', on: '2026-11-20' };
		expect(due([held, again])[0]).toBe('3-weeks 2026-12-11');
		expect(due([held, { ...again, groupId: 'h' }])).toHaveLength(6);
	});
});
