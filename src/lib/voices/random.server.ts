// The only randomness of the voices: cryptographic, so that keys carry nothing and orders can't be guessed.
import { randomBytes, randomInt } from 'node:crypto';
import { shuffle } from './answers';

/** 16 random bytes in base64url: a primary key that says nothing of when or with whom. */
export function randomKey(): string {
	return randomBytes(16).toString('base64url');
}

/** Uniform in 0 ≤ x < 1, in steps of 2^-48. */
export function randomShare(): number {
	return randomInt(2 ** 48 - 1) / 2 ** 48;
}

/** The list in an order that nobody can guess. */
export function shuffled<T>(list: readonly T[]): T[] {
	return shuffle(list, (n) => randomInt(n));
}
