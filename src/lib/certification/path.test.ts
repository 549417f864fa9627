// The rules of the paths against their table (tests/certification/path-cases.ts), and the months that they count in.
import { describe, expect, it } from 'vitest';
import { checkCase } from '../../../tests/certification/check-case';
import { cases } from '../../../tests/certification/path-cases';
import { checkRubric } from '../../../tests/certification/rubric-cases';
import { addMonths, lastDayOf } from './months';
import * as path from './path';
import * as rubric from './rubric';

describe('the rules of the paths', () => {
	it('have a table of at least sixty cases, each of its own name', () => {
		expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
		expect(cases.length).toBeGreaterThanOrEqual(60);
	});

	it.each(cases.map((each) => [each.name, each] as const))('%s', (_, each) => {
		expect(checkCase(path, each)).toEqual([]);
	});
});

describe('months', () => {
	it.each([
		['2026-11-25', 1, '2026-12-25'],
		['2026-11-25', -24, '2024-11-25'],
		['2026-11-30', -9, '2026-02-28'],
		['2028-02-29', -24, '2026-02-28'],
		['2028-02-29', 12, '2029-02-28'],
		['2026-01-31', 1, '2026-02-28'],
		['2026-12-31', 1, '2027-01-31']
	])('%s and %i', (day, months, expected) => expect(addMonths(day, months)).toBe(expected));

	it('have a last day', () => {
		expect(['2026-02', '2028-02', '2026-04', '2026-12'].map(lastDayOf)).toEqual([
			'2026-02-28',
			'2028-02-29',
			'2026-04-30',
			'2026-12-31'
		]);
	});
});

it('the rubric is rated by both, talked over, then agreed', () => expect(checkRubric(rubric)).toEqual([]));
