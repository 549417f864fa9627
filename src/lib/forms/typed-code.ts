// Codes that people read aloud, copy from paper and type on a cracked screen. Ships to phones: no dependency.

/** No 0 O 1 I L to confuse. */
export const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** So many random characters of the alphabet. `randomBelow(n)` gives 0..n-1 and must be cryptographically random. */
export function makeTypedCode(length: number, randomBelow: (n: number) => number): string {
	return Array.from({ length }, () => codeAlphabet[randomBelow(codeAlphabet.length)]).join('');
}

/**
 * The code that someone meant: capitals, spaces and hyphens don't matter, and a digit is the same digit in Arabic script.
 * Characters outside the alphabet stay, so that a wrong code is answered as wrong and never guessed at.
 */
export function normaliseTypedCode(typed: string): string {
	return typed
		.normalize('NFKC')
		.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/[\s\p{Pd}\u200b-\u200f]/gu, '')
		.toUpperCase();
}
