// A name that a certificate proves and the server doesn't know: the badge holds a hash of the name with 128 random bits, the
// bits stand in the QR code alone, behind `#`, where no browser sends them. Who reads the database can't try names out.

/** What comes before the name, so that this hash can't be taken for another one's. */
const label = 'name-v1';
const bytesOfSecret = 16;

/** Longest name, in characters. */
export const longestName = 120;

/** The name as it is hashed: composed (NFC), with single spaces. Null where nothing is left, or too much. */
export function tidyName(typed: string): string | null {
	const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
	return name === '' || [...name].length > longestName ? null : name;
}

/** A fresh secret, in base64url. */
export function makeSecret(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(bytesOfSecret));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}

/** The bytes of a secret; null when it is none. */
export function readSecret(secret: string): Uint8Array | null {
	// So many signs of base64url are sixteen bytes.
	if (!/^[\w-]{22}$/.test(secret)) return null;
	const binary = atob(secret.replaceAll('-', '+').replaceAll('_', '/'));
	return Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
}

/** SHA-256 of label, zero, name, zero, secret; in hexadecimal. Throws on a name or secret that `tidyName` and `readSecret` refuse. */
export async function commitTo(typed: string, secret: string): Promise<string> {
	const [name, random] = [tidyName(typed), readSecret(secret)];
	if (name === null || random === null) throw new Error('Only a tidy name and a whole secret make a commitment.');
	const encode = (words: string) => new TextEncoder().encode(words);
	const whole = new Uint8Array([...encode(label), 0, ...encode(name), 0, ...random]);
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
	return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** True when this name, with the secret of the QR code, is what the badge holds a hash of. */
export async function provesName(typed: string, secret: string, commitment: string): Promise<boolean> {
	if (tidyName(typed) === null || readSecret(secret) === null) return false;
	return (await commitTo(typed, secret)) === commitment;
}
