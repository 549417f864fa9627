import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { codeAlphabet } from '$lib/forms/typed-code';
import { codeLength, formatCode, isCode, makeCode, normaliseCode } from './code';

describe('the alphabet', () => {
	it('has 31 different characters and no look-alikes', () => {
		expect(new Set(codeAlphabet).size).toBe(31);
		for (const lookAlike of '01OIL') expect(codeAlphabet).not.toContain(lookAlike);
	});

	it('gives a code more than 39 bits', () => {
		expect(codeLength * Math.log2(codeAlphabet.length)).toBeGreaterThan(39);
	});
});

describe('makeCode', () => {
	it('uses every character about equally often', () => {
		const counts = new Map<string, number>();
		const codes = 4000;
		for (let index = 0; index < codes; index += 1)
			for (const character of makeCode((n) => randomInt(n))) counts.set(character, (counts.get(character) ?? 0) + 1);
		const expected = (codes * codeLength) / codeAlphabet.length;
		const chiSquare = [...codeAlphabet].reduce((sum, c) => sum + ((counts.get(c) ?? 0) - expected) ** 2 / expected, 0);
		// 30 degrees of freedom: one fair run in a million exceeds 84.
		expect(chiSquare).toBeLessThan(84);
	});

	it('makes codes that are codes', () => {
		for (let index = 0; index < 200; index += 1) expect(isCode(makeCode((n) => randomInt(n)))).toBe(true);
	});
});

describe('normaliseCode', () => {
	it.each([
		['k7pm 3xrd', 'K7PM3XRD'],
		[' K7PM-3XRD ', 'K7PM3XRD'],
		['K7PM – 3XRD', 'K7PM3XRD'],
		['k7pm\u00a03xrd', 'K7PM3XRD'],
		['\u200eK7PM 3XRD\u200f', 'K7PM3XRD'],
		['K٧PM ۳XRD', 'K7PM3XRD'],
		['K7PM3XRD', 'K7PM3XRD'],
		['', '']
	])('%j is %s', (typed, code) => {
		expect(normaliseCode(typed)).toBe(code);
	});

	it('guesses nothing: a look-alike stays and is no code', () => {
		expect(normaliseCode('K7PM 3XR0')).toBe('K7PM3XR0');
		expect(isCode('K7PM3XR0')).toBe(false);
	});

	it('reads no more than it needs', () => {
		expect(normaliseCode('K'.repeat(10_000)).length).toBeLessThanOrEqual(64);
	});
});

describe('isCode and formatCode', () => {
	it.each(['K7PM3XR', 'K7PM3XRDD', 'K7PM3XRI', 'k7pm3xrd', '', 'K7PM 3XRD'])('%j is no code', (code) => {
		expect(isCode(code)).toBe(false);
	});

	it('shows two blocks of four', () => {
		expect(formatCode('K7PM3XRD')).toBe('K7PM 3XRD');
		expect(formatCode('K7')).toBe('K7');
	});
});
