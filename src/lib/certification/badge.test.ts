// The rules of a badge as a table of cases; and mutants of the rules, each of which some case must notice.
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as rules from './badge';

type Rules = typeof rules;
const badge = { month: '2026-11', validUntil: '2028-11', revokedOn: null };
const at = (moment: string) => new Date(moment);

const cases: { name: string; holds: (r: Rules) => boolean }[] = [
	{ name: 'valid from its first moment', holds: (r) => r.stateOf(badge, at('2026-11-01T00:00:00Z')) === 'valid' },
	{ name: 'not before', holds: (r) => r.stateOf(badge, at('2026-10-31T23:59:59Z')) === 'not-yet' },
	{ name: 'valid to its last moment', holds: (r) => r.stateOf(badge, at('2028-11-30T23:59:59Z')) === 'valid' },
	{ name: 'not after', holds: (r) => r.stateOf(badge, at('2028-12-01T00:00:00Z')) === 'expired' },
	{
		name: 'revoked while it holds',
		holds: (r) => r.stateOf({ ...badge, revokedOn: '2027-01' }, at('2027-02-01T00:00:00Z')) === 'revoked'
	},
	{
		name: 'revoked after its time',
		holds: (r) => r.stateOf({ ...badge, revokedOn: '2027-01' }, at('2030-01-01T00:00:00Z')) === 'revoked'
	},
	{
		name: 'revoked before its time',
		holds: (r) => r.stateOf({ ...badge, revokedOn: '2026-01' }, at('2026-01-01T00:00:00Z')) === 'revoked'
	},
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
	{ name: 'a line is always allowed', holds: (r) => r.allowsName('line', 'line') && r.allowsName('drawn', 'line') },
	{ name: 'no name is drawn where a line was chosen', holds: (r) => !r.allowsName('line', 'drawn') },
	{ name: 'nor proven where drawing was chosen', holds: (r) => !r.allowsName('drawn', 'committed') },
	{
		name: 'proving includes drawing',
		holds: (r) => r.allowsName('committed', 'drawn') && r.allowsName('committed', 'committed')
	},
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
		holds: (r) => !r.commitmentPattern.test(`${'a'.repeat(65)}`) && !r.commitmentPattern.test('a'.repeat(63))
	}
];

const mutants: [was: string, becomes: string][] = [
	["badge.revokedOn !== null) return 'revoked'", "badge.revokedOn === null) return 'revoked'"],
	["if (badge.revokedOn !== null) return 'revoked';", ''],
	['month < badge.month', 'month <= badge.month'],
	['month < badge.month', 'month > badge.month'],
	["month < badge.month) return 'not-yet'", "month < badge.month) return 'valid'"],
	['month > badge.validUntil', 'month >= badge.validUntil'],
	['month > badge.validUntil', 'month < badge.validUntil'],
	["? 'expired' : 'valid'", "? 'valid' : 'valid'"],
	['validMonths = 24', 'validMonths = 12'],
	['slice(0, 7)', 'slice(0, 10)'],
	['number - 1 + months', 'number + months'],
	['number - 1 + months', 'number - 1 - months'],
	['-01T00:00:00Z`', '-01`'],
	['addMonths(month, 1)', 'addMonths(month, 0)'],
	['getTime() - 1000', 'getTime()'],
	['nameModes.indexOf(wanted) <= nameModes', 'nameModes.indexOf(wanted) < nameModes'],
	['nameModes.indexOf(wanted) <= nameModes', 'nameModes.indexOf(wanted) >= nameModes'],
	["['line', 'drawn', 'committed']", "['line', 'committed', 'drawn']"],
	['/^[0-9a-f]{32}$/', '/[0-9a-f]{32}/'],
	['/^[0-9a-f]{64}$/', '/[0-9a-fA-F]{64}/'],
	['renewableMonths = 3', 'renewableMonths = 2'],
	['>= addMonths(badge.validUntil, -renewableMonths)', '> addMonths(badge.validUntil, -renewableMonths)'],
	['-renewableMonths)', 'renewableMonths)']
];

async function load(text: string): Promise<Rules> {
	const { outputText } = ts.transpileModule(text, {
		compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 }
	});
	return (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputText)}`)) as Rules;
}

describe('a badge', () => {
	it.each(cases)('$name', ({ holds }) => expect(holds(rules)).toBe(true));

	const source = readFileSync('src/lib/certification/badge.ts', 'utf8');
	it.each(mutants)('would be noticed with %s as %s', async (was, becomes) => {
		expect(source).toContain(was);
		const mutant = await load(source.replace(was, becomes));
		expect(cases.filter(({ holds }) => !passes(() => holds(mutant)))).not.toEqual([]);
	});
});

function passes(holds: () => boolean): boolean {
	try {
		return holds();
	} catch {
		return false;
	}
}
