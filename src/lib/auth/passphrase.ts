// What a passphrase must be: long rather than clever. Pure, so that the page and the server judge alike.
import type { Role } from './account';
import { passphraseWords } from './words';

/** Shortest passphrases in characters. A peer expert sees one group and no names; adults see more. */
export const shortestPassphrase: Record<Role, number> = { 'peer-expert': 8, coach: 12, coordinator: 12, 'network-admin': 12 };

/** Longer input is refused before hashing: nobody types it, and hashing it would be free work for an attacker. */
export const passphraseMaxLength = 256;

/** How many words are offered. */
const offeredWords = 4;

/** Four words, drawn alike. `randomBelow(n)` gives 0..n-1 and must be cryptographically random. */
export function offerPassphrase(randomBelow: (n: number) => number): string {
	return Array.from({ length: offeredWords }, () => passphraseWords[randomBelow(passphraseWords.length)]).join(' ');
}

/** What was meant: phones write accents in two ways and add a space after a suggested word. For judging, and for `verifyPassphrase`'s second look. */
export function normalisePassphrase(passphrase: string): string {
	return passphrase.normalize('NFKC').trim();
}

export type PassphraseProblem = 'too-short' | 'too-long' | 'simple' | 'like-name' | 'common';

/**
 * What is wrong with a passphrase somebody chose; null when it will do. `isCommon` knows what everybody chooses, in lower
 * case; `name` is what others know the account by.
 */
export function judgePassphrase(
	typed: string,
	{ role, name, isCommon }: { role: Role; name: string; isCommon: (passphrase: string) => boolean }
): PassphraseProblem | null {
	const passphrase = normalisePassphrase(typed);
	if ([...passphrase].length < shortestPassphrase[role]) return 'too-short';
	if (typed.length > passphraseMaxLength) return 'too-long';
	const plain = flatten(passphrase);
	if (new Set(plain).size < 4 || isRun(plain)) return 'simple';
	const own = flatten(name);
	if (own.length >= 3 && plain.replaceAll(own, '').length < 4) return 'like-name';
	// "motdepasse2027!" is "motdepasse" to whoever guesses.
	const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
	const candidates = [passphrase.toLowerCase(), plain, ...(core.length >= plain.length - 5 ? [core] : [])];
	return candidates.some((each) => each !== '' && isCommon(each)) ? 'common' : null;
}

/** Without capitals, accents and spaces. */
function flatten(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}\s]/gu, '')
		.toLowerCase();
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'azertyuiopqsdfghjklmwxcvbn', 'qwertyuiopasdfghjklzxcvbnm'];

/** A piece of the alphabet, of the digits or of a keyboard, forwards or backwards; or a short piece said again and again. */
function isRun(plain: string): boolean {
	const backwards = [...plain].reverse().join('');
	if (rows.some((row) => row.includes(plain) || row.includes(backwards))) return true;
	return /^(.{1,4})\1+$/u.test(plain);
}
