import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isPseudonym, makePseudonym, offerPseudonyms, pseudonymCount } from './pseudonym';

const random = (n: number) => randomInt(n);

describe('pseudonyms', () => {
	it('are plenty, plain and recognised', () => {
		expect(pseudonymCount).toBeGreaterThan(100_000);
		for (let index = 0; index < 500; index += 1) {
			const pseudonym = makePseudonym(random);
			expect(pseudonym).toMatch(/^[A-Z][a-z]+ [a-z]+ [1-9]\d$/);
			expect(isPseudonym(pseudonym)).toBe(true);
		}
	});

	it('are offered with different animals', () => {
		const offered = offerPseudonyms(6, random);
		expect(new Set(offered.map((each) => each.split(' ')[0])).size).toBe(6);
	});

	it.each(['', 'Amina', 'Renard', 'renard bleu 27', 'Renard turquoise', 'Renard turquoise 5', 'Renard turquoise 127'])(
		'%j is none',
		(text) => {
			expect(isPseudonym(text)).toBe(false);
		}
	);

	it.each(['Amina turquoise 27', 'Renard amina 27', 'Renard turquoise 27 A', 'Renard  turquoise 27', 'RENARD turquoise 27'])(
		'%j is none either',
		(text) => {
			expect(isPseudonym(text)).toBe(false);
		}
	);
});
