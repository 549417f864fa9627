import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { coarsenBands, fitsForm, isBatchFull, shuffle } from './answers';

describe('a batch', () => {
	it('is full at ten to fourteen, each equally often, and never before', () => {
		const sizes = new Map<number, number>();
		for (let run = 0; run < 10_000; run++) {
			let size = 1;
			while (!isBatchFull(size, Math.random())) size++;
			sizes.set(size, (sizes.get(size) ?? 0) + 1);
		}
		expect([...sizes.keys()].sort()).toEqual([10, 11, 12, 13, 14]);
		// Five binomial counts of 2,000: one in a million leaves 2,000 by 200.
		for (const count of sizes.values()) expect(Math.abs(count - 2000)).toBeLessThan(200);
	});

	it('beyond fourteen is full at once', () => {
		expect(isBatchFull(14, 0.999)).toBe(true);
		expect(isBatchFull(30, 0.999)).toBe(true);
	});
});

describe('coarsenBands', () => {
	const bands = (a: number, b: number, c: number, none = 0) => [
		...Array<string>(a).fill('12-13'),
		...Array<string>(b).fill('14-15'),
		...Array<string>(c).fill('16-18'),
		...Array<string>(none).fill('')
	];
	const count = (list: string[]) =>
		Object.fromEntries([...new Set(list)].sort().map((band) => [band, list.filter((each) => each === band).length]));

	it.each([
		[bands(5, 5, 0), { '12-13': 5, '14-15': 5 }],
		[bands(6, 4, 0), { '': 10 }],
		[bands(7, 2, 3), { '': 5, '12-13': 7 }],
		[bands(10, 0, 0), { '12-13': 10 }],
		[bands(0, 9, 0, 1), { '': 10 }],
		[bands(0, 0, 0, 12), { '': 12 }]
	])('tells a band only where it hides its own', (given, told) => expect(count(coarsenBands(given))).toEqual(told));

	it('never leaves a group of one to four', () => {
		for (let run = 0; run < 2000; run++) {
			const list = Array.from({ length: 10 + randomInt(5) }, () => ['', '12-13', '14-15', '16-18'][randomInt(4)] ?? '');
			for (const size of Object.values(count(coarsenBands(list)))) expect(size).toBeGreaterThanOrEqual(5);
		}
	});
});

describe('fitsForm', () => {
	const form = { gather: ['a', 'b'] };
	it.each([
		[{ gather: 'a' }, true],
		[{ gather: 'skip' }, true],
		[{ gather: 'no-say' }, true],
		[{ gather: 'c' }, false],
		[{ other: 'a' }, false],
		[{ constructor: 'a' }, false]
	])('%j: %s', (answers, fits) => expect(fitsForm(form, answers as Record<string, string>)).toBe(fits));
});

it('shuffle keeps every element and favours no place', () => {
	const first = new Map<number, number>();
	for (let run = 0; run < 6000; run++) {
		const [head = 0, ...rest] = shuffle([1, 2, 3], (n) => randomInt(n));
		expect([head, ...rest].sort()).toEqual([1, 2, 3]);
		first.set(head, (first.get(head) ?? 0) + 1);
	}
	for (const count of first.values()) expect(Math.abs(count - 2000)).toBeLessThan(200);
});
