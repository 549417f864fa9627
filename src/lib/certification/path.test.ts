// The rules of the paths against their table (tests/certification/path-cases.ts), and the months that they count in.
import { describe, expect, it } from 'vitest';
import { checkCase } from '../../../tests/certification/check-case';
import { cases } from '../../../tests/certification/path-cases';
import { checkRubric } from '../../../tests/certification/rubric-cases';
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

it('the rubric is rated by both, talked over, then agreed', () => expect(checkRubric(rubric)).toEqual([]));
