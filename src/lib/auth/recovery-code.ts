// Recovery codes: what lets somebody in who lost the phone of the second step. Typed from paper, so: no 0 O 1 I L, blocks of four.

import { makeTypedCode, normaliseTypedCode } from '../forms/typed-code';

/** Characters of a code, without its hyphens. */
export const recoveryCodeLength = 12;

/** How many an account gets. */
export const recoveryCodeCount = 10;

/** Twelve characters, 59 bits. `randomBelow(n)` gives 0..n-1 and must be cryptographically random. */
export function makeRecoveryCode(randomBelow: (n: number) => number): string {
	return makeTypedCode(recoveryCodeLength, randomBelow);
}

/** The code as people see it: `K7PM-3XRD-9WQA`. */
export function formatRecoveryCode(code: string): string {
	return code.replace(/.{4}(?=.)/g, '$&-');
}

/** The code that someone meant: capitals, spaces and hyphens don't matter. */
export function normaliseRecoveryCode(typed: string): string {
	return normaliseTypedCode(typed.slice(0, 64));
}
