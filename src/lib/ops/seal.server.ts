// Keeps what only this server may read again, wherever it lies: secrets in a database (a stolen backup doesn't tell them), a play
// in an address. AES-256-GCM, with a key made from the instance's SECRET for each purpose. A sealed text begins with the name of
// this way, so that another can take its place while what was sealed before still opens.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** AES-256-GCM, key by HKDF-SHA-256, nonce of 12 bytes, tag of 16. */
const way = 'v1.';

/** What is sealed: each has a key of its own. */
type Purpose = 'second factor' | 'play';

/**
 * Seals bytes for an owner (an account, a module): `v1.` and `base64url(nonce | tag | ciphertext)`. It opens with the same SECRET,
 * purpose and owner only.
 */
export function seal(bytes: Uint8Array, secret: string, purpose: Purpose, owner: string): string {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), nonce).setAAD(Buffer.from(owner));
	const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
	return way + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The bytes; null when they were sealed with another SECRET, for another purpose or owner or in a way that isn't known here, or were altered. */
export function unseal(text: string, secret: string, purpose: Purpose, owner: string): Uint8Array | null {
	// The first texts were sealed in this way before it had a name.
	const all = Buffer.from(text.startsWith(way) ? text.slice(way.length) : text, 'base64url');
	try {
		const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), all.subarray(0, 12));
		decipher.setAAD(Buffer.from(owner)).setAuthTag(all.subarray(12, 28));
		return Buffer.concat([decipher.update(all.subarray(28)), decipher.final()]);
	} catch {
		return null;
	}
}

function keyOf(secret: string, purpose: Purpose): Uint8Array {
	return new Uint8Array(hkdfSync('sha256', secret, '', `relais ${purpose}`, 32));
}
