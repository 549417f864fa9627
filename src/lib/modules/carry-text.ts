// A whole number as a code that is read over the phone: no 0 O 1 I L to confuse, groups of four, and check signs that refuse a
// wrong one. 31 signs, a prime number, so that the check is a Reed-Solomon code over the field of 31 elements.

import { codeAlphabet as alphabet, normaliseTypedCode } from '../forms/typed-code';

const base = alphabet.length;
const group = 4;
/** Check signs. A wrong sign anywhere is always found, as are two that changed places, or any three in a code of up to 30. */
const checks = 3;
/** Powers of a primitive root of 31. Every format keeps these, so that a newer code is still known to be typed right. */
const roots = [1, 3, 9];
/** The polynomial with those roots, x³ + 18x² + 8x + 4, as what x³ is worth. */
const feedback = [27, 23, 13];
/** Longer than two hundred modules need; what is longer was made to hurt. */
const longest = 4_000;

export type ReadText =
	| { ok: true; format: number; value: bigint }
	/** `sign` is the character that no code has. */
	| { ok: false; reason: 'empty' | 'length' | 'typo' }
	| { ok: false; reason: 'character'; sign: string };

/** Writes a number as a code: the format's sign, the number, the check signs, in groups of four. */
export function writeCarryText(format: number, value: bigint): string {
	const digits: number[] = [];
	for (let rest = value; rest > 0n; rest /= BigInt(base)) digits.unshift(Number(rest % BigInt(base)));
	while ((1 + digits.length + checks) % group > 0) digits.unshift(0);
	const data = [format, ...digits];
	const text = [...data, ...checkOf(data)].map((digit) => alphabet[digit]).join('');
	return text.replace(/.{4}(?=.)/g, '$& ');
}

/** Reads what someone typed: capitals, spaces, hyphens and the script of the digits don't matter. Never throws. */
export function readCarryText(typed: string): ReadText {
	const text = normaliseTypedCode(typed.slice(0, 2 * longest));
	if (text === '') return { ok: false, reason: 'empty' };
	const sign = [...text].find((character) => !alphabet.includes(character));
	if (sign) return { ok: false, reason: 'character', sign };
	if (text.length > longest || text.length % group > 0) return { ok: false, reason: 'length' };
	const digits = [...text].map((character) => alphabet.indexOf(character));
	if (roots.some((root) => digits.reduce((sum, digit) => (sum * root + digit) % base, 0) > 0))
		return { ok: false, reason: 'typo' };
	const value = digits.slice(1, -checks).reduce((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n);
	return { ok: true, format: digits[0]!, value };
}

/** The remainder of the division by the polynomial, taken away, so that every root gives zero. */
function checkOf(data: number[]): number[] {
	let rest = [0, 0, 0];
	for (const digit of data) {
		const [low = 0, middle = 0, high = 0] = rest;
		const out = (digit + high) % base;
		rest = [0, low, middle].map((before, index) => (before + out * feedback[index]!) % base);
	}
	return rest.reverse().map((digit) => (base - digit) % base);
}
