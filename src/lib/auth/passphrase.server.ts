// Passphrases are kept as argon2id, with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane).
// Hashing runs beside the event loop, at most four at once: a room that signs in together costs 76 MiB, not a gigabyte.
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalisePassphrase, passphraseMaxLength } from './passphrase';
import { Turns } from './turns';

// 2 is argon2id; the package exports it as a const enum, which can't be imported with isolated modules.
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const turns = new Turns(4);

/** Made once per process, before the first sign-in, so that an unknown username costs exactly one verification too. */
const hashOfNobody = hashPassphrase(randomBytes(24).toString('base64url'));

/** The argon2id hash (PHC string, with its salt) of a passphrase, exactly as it was sent. */
export function hashPassphrase(passphrase: string): Promise<string> {
	return turns.take(() => hash(passphrase, parameters));
}

/**
 * True when the passphrase, exactly as it was sent, belongs to the stored hash; or what was meant by it does (NIST SP 800-63B-4,
 * 3.1.1.2: an allowance for mistyping). Without a stored hash: false, after the same work.
 */
export async function verifyPassphrase(stored: string | null, passphrase: string): Promise<boolean> {
	const expected = stored ?? (await hashOfNobody);
	const typed = passphrase.slice(0, passphraseMaxLength);
	for (const attempt of new Set([typed, normalisePassphrase(typed)])) {
		const matches = await turns.take(() => verify(expected, attempt));
		if (matches) return stored !== null && passphrase.length <= passphraseMaxLength;
	}
	return false;
}
