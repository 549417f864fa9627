import { describe, expect, it } from 'vitest';
import { findAnswers, readAnswers } from './answer';
import { judge } from './judge';
import { compileExercises, listExercises } from '../../content/sample-exercises';

const rights = (...list: (string | undefined)[]) => list.map((right) => ({ right }));

describe('judge', () => {
	it('waits until every field is answered', () => {
		expect(judge(rights('1', '2'), ['1', ''], false)).toEqual({
			verdict: 'pick',
			fields: [
				{ says: null, explains: false },
				{ says: null, explains: false }
			]
		});
	});

	it('explains what is right, and lets the rest be tried again', () => {
		expect(judge(rights('1', '2'), ['1', '1'], false)).toEqual({
			verdict: 'again',
			fields: [
				{ says: 'right', explains: true },
				{ says: 'again', explains: false }
			]
		});
		expect(judge(rights('1', '2'), ['1', '2'], false).verdict).toBe('complete');
	});

	it('takes lines one by one: those not ticked say nothing before all are found', () => {
		expect(judge(rights('', 'yes', 'yes'), ['', '', ''], true).verdict).toBe('pick');
		expect(judge(rights('', 'yes', 'yes'), ['', 'yes', ''], true)).toEqual({
			verdict: 'more',
			fields: [
				{ says: null, explains: false },
				{ says: 'right', explains: true },
				{ says: null, explains: false }
			]
		});
		expect(judge(rights('', 'yes', 'yes'), ['yes', '', ''], true)).toMatchObject({
			verdict: 'again',
			fields: [{ says: 'again', explains: true }, {}, {}]
		});
		expect(judge(rights('', 'yes'), ['', 'yes'], true)).toMatchObject({
			verdict: 'complete',
			fields: [{ says: null, explains: true }, {}]
		});
	});

	it('hears an opinion without judging it', () => {
		expect(judge(rights(undefined), ['2'], false)).toEqual({ verdict: 'heard', fields: [{ says: null, explains: true }] });
	});
});

describe('answers in an address', () => {
	const found = listExercises(compileExercises());

	it('are read field by field', () => {
		expect(readAnswers(new URLSearchParams('s=x&o1=2&o2=&o=3&other=1&o1234=1'))).toEqual(['1.2', '2.']);
	});

	it('come in the order of the fields', () => {
		expect(findAnswers(found.match, ['2.1', '1.2'])).toEqual(['2', '1']);
		expect(findAnswers(found.spot, ['2.yes'])).toEqual(['', 'yes', '']);
		expect(findAnswers(found.build, ['1.2', '2.'])).toEqual(['2', '']);
		const byField = Object.fromEntries(found.order.fields.map(({ id }, index) => [id, index]));
		expect(findAnswers(found.order, ['3.1', '1.2', '2.3'])?.[byField['3']!]).toBe('1');
	});

	it.each([
		['an option that is not there', 'match', ['1.7']],
		['a field that is not there', 'match', ['9.1']],
		['a place beyond the list', 'order', ['1.4']],
		['another word than yes', 'spot', ['1.no']],
		['the answer of a quiz', 'poll', ['1']],
		['what every object has', 'poll', ['constructor.1']],
		['any answer to a thought', 'reflect', ['1.1']]
	] as const)('are refused with %s', (_name, kind, given) => {
		expect(findAnswers(found[kind], [...given])).toBeNull();
	});
});
