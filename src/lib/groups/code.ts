// Codes that are read aloud, copied from a wall and typed on a cracked screen: no 0 O 1 I L to confuse, capitals don't matter.
import { codeAlphabet, makeTypedCode, normaliseTypedCode } from '../forms/typed-code';

export const codeLength = 8;

/** Turns random whole numbers into a code. `randomBelow(n)` gives 0..n-1 and must be cryptographically random. */
export function makeCode(randomBelow: (n: number) => number): string {
	return makeTypedCode(codeLength, randomBelow);
}

/** The code as people see it: `K7PM 3XRD`. */
export function formatCode(code: string): string {
	return `${code.slice(0, 4)} ${code.slice(4)}`.trim();
}

/**
 * The code that someone meant: capitals, spaces and hyphens don't matter, and a digit is the same digit in Arabic script.
 * Characters outside the alphabet stay, so that a wrong code is answered as wrong and never guessed at.
 */
export function normaliseCode(typed: string): string {
	return normaliseTypedCode(typed.slice(0, 64));
}

/** True for eight characters of the alphabet, after normalising. */
export function isCode(code: string): boolean {
	return code.length === codeLength && [...code].every((character) => codeAlphabet.includes(character));
}
