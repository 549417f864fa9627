// Codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). Judging is pure: clock and last step come in.
import { createTOTPKeyURI, generateHOTP, verifyHOTP } from '@oslojs/otp';

const seconds = 30;
const digits = 6;

/** Steps on either side of now that count: phones' clocks differ by up to a minute and a half between them (RFC 6238, 5.2). */
const tolerance = 1;

/** How far back a code is looked for to tell that the phone is late: ten minutes. Ahead isn't told: such a code still works later. */
const lateness = 20;

/** The 30-second step of a moment. */
export function stepAt(now: Date): number {
	return Math.floor(now.getTime() / (seconds * 1000));
}

export type CodeJudgement =
	| { ok: true; step: number }
	/** `spent`: right, but used already. `late`: right some minutes ago, so the phone's clock is slow or the code was kept. */
	| { ok: false; reason: 'wrong' | 'spent' | 'late' };

/** Judges a typed code. `lastStep` is that of the last code taken: it and those before it are spent. */
export function judgeCode(secret: Uint8Array, typed: string, lastStep: number, now: Date): CodeJudgement {
	const code = normaliseCode(typed);
	if (!/^\d{6}$/.test(code)) return { ok: false, reason: 'wrong' };
	const current = stepAt(now);
	const matches = (step: number) => step >= 0 && verifyHOTP(secret, BigInt(step), digits, code);
	for (let step = current + tolerance; step >= current - tolerance; step -= 1)
		if (matches(step)) return step > lastStep ? { ok: true, step } : { ok: false, reason: 'spent' };
	for (let step = current - tolerance - 1; step >= current - lateness; step -= 1)
		if (matches(step)) return { ok: false, reason: 'late' };
	return { ok: false, reason: 'wrong' };
}

/** The code that an app with this secret shows now. */
export function codeAt(secret: Uint8Array, now: Date): string {
	return generateHOTP(secret, BigInt(stepAt(now)), digits);
}

/** The address that an authenticator app reads from a QR code. */
export function totpUri(secret: Uint8Array, issuer: string, accountName: string): string {
	return createTOTPKeyURI(issuer, accountName, secret, seconds, digits);
}

/** Apps show the digits in two blocks, and Arabic keyboards write them their own way. */
function normaliseCode(typed: string): string {
	return typed
		.slice(0, 32)
		.normalize('NFKC')
		.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/[\s\p{Pd}\u200b-\u200f]/gu, '');
}
