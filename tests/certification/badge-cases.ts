// What a badge is, how long it holds and what it may show: dates, names, ids.
import type * as Rules from '../../src/lib/certification/badge';
import { same, type RuleCase } from './table';

const badge = { month: '2026-11', validUntil: '2028-11', revokedOn: null };
const at = (moment: string) => new Date(moment);
const modes = ['line', 'drawn', 'committed'] as const;

export const badgeCases: RuleCase<typeof Rules>[] = [
	{ name: 'valid from its first moment', holds: (r) => r.stateOf(badge, at('2026-11-01T00:00:00Z')) === 'valid' },
	{ name: 'not before', holds: (r) => r.stateOf(badge, at('2026-10-31T23:59:59Z')) === 'not-yet' },
	{ name: 'valid to its last moment', holds: (r) => r.stateOf(badge, at('2028-11-30T23:59:59Z')) === 'valid' },
	{ name: 'not after', holds: (r) => r.stateOf(badge, at('2028-12-01T00:00:00Z')) === 'expired' },
	...(['2026-01', '2027-02', '2030-01'] as const).map((month) => ({
		name: `revoked stays so, in ${month} too`,
		holds: (r: typeof Rules) => r.stateOf({ ...badge, revokedOn: '2027-01' }, at(`${month}-01T00:00:00Z`)) === 'revoked'
	})),
	{ name: 'months go over a year', holds: (r) => r.addMonths('2026-11', 3) === '2027-02' },
	{ name: 'months go back', holds: (r) => r.addMonths('2026-01', -1) === '2025-12' },
	{ name: 'no month', holds: (r) => r.addMonths('2026-12', 0) === '2026-12' },
	{ name: 'two years', holds: (r) => r.addMonths('2026-11', r.validMonths) === '2028-11' },
	{ name: 'month in UTC', holds: (r) => r.monthOf(at('2026-12-01T00:30:00+01:00')) === '2026-11' },
	{ name: 'first moment', holds: (r) => r.firstMoment('2026-11') === '2026-11-01T00:00:00Z' },
	{ name: 'last moment of 30 days', holds: (r) => r.lastMoment('2028-11') === '2028-11-30T23:59:59Z' },
	{ name: 'last moment of a leap February', holds: (r) => r.lastMoment('2028-02') === '2028-02-29T23:59:59Z' },
	{ name: 'last moment of a year', holds: (r) => r.lastMoment('2026-12') === '2026-12-31T23:59:59Z' },
	{ name: 'renewable three months before', holds: (r) => r.isRenewable(badge, at('2028-08-01T00:00:00Z')) },
	{ name: 'not renewable earlier', holds: (r) => !r.isRenewable(badge, at('2028-07-31T23:59:59Z')) },
	{ name: 'renewable after its end', holds: (r) => r.isRenewable(badge, at('2029-01-01T00:00:00Z')) },
	...modes.flatMap((chosen, most) =>
		modes.map((wanted, index) => ({
			name: `where ${chosen} was chosen, ${wanted} is ${index <= most ? 'allowed' : 'refused'}`,
			holds: (r: typeof Rules) => r.allowsName(chosen, wanted) === index <= most
		}))
	),
	{ name: 'the modes of a name, the least first', holds: (r) => same(r.nameModes, modes) },
	{ name: 'two achievements', holds: (r) => same(r.achievements, ['peer-expert', 'coach']) },
	{ name: 'their versions', holds: (r) => same(r.achievementVersions, { 'peer-expert': 1, coach: 1 }) },
	{ name: 'an id is 32 digits', holds: (r) => r.badgeIdPattern.test('a1'.repeat(16)) && !r.badgeIdPattern.test('a1'.repeat(15)) },
	{
		name: 'no more around it',
		holds: (r) => !r.badgeIdPattern.test(`${'a'.repeat(32)}/`) && !r.badgeIdPattern.test(`x${'a'.repeat(32)}`)
	},
	{
		name: 'a commitment is 64 digits',
		holds: (r) => r.commitmentPattern.test('0f'.repeat(32)) && !r.commitmentPattern.test('0F'.repeat(32))
	},
	{
		name: 'a commitment has nothing around it',
		holds: (r) =>
			!r.commitmentPattern.test(`${'a'.repeat(64)}/`) &&
			!r.commitmentPattern.test(`/${'a'.repeat(64)}`) &&
			!r.commitmentPattern.test('a'.repeat(63))
	}
];
