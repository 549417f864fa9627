// Passphrases are kept as argon2id, with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane).
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// 2 is argon2id; the package exports it as a const enum, which can't be imported with isolated modules.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longer input is refused before hashing: nobody types it, and hashing it would be free work for an attacker. */
export const passphraseMaxLength = 256;

/** Made once per process, before the first sign-in, so that an unknown username costs exactly one verification too. */
const hashOfNobody = hashPassphrase(randomBytes(24).toString('base64url'));

/** The argon2id hash (PHC string, with its salt) of a passphrase. */
export function hashPassphrase(passphrase: string): Promise<string> {
	return hash(normalise(passphrase), parameters);
}

/** True when the passphrase belongs to the stored hash. Without a stored hash: false, after the same work. */
export async function verifyPassphrase(stored: string | null, passphrase: string): Promise<boolean> {
	const known = await hashOfNobody;
	const matches = await verify(stored ?? known, normalise(passphrase.slice(0, passphraseMaxLength)));
	return matches && stored !== null && passphrase.length <= passphraseMaxLength;
}

/** Phones write accents in two ways and add a space after a suggested word; neither is part of what was meant. */
function normalise(passphrase: string): string {
	return passphrase.normalize('NFKC').trim();
}
