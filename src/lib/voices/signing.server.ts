// The Ed25519 key of this instance, and what is signed with it: releases and nothing else.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { Database } from '../database/database.server';
import { releaseKeyTable } from './tables.server';

/** DER around a raw Ed25519 public key (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Signs a text; makes the instance's key at the first signature. Both in base64url. */
export async function signText(voices: Database, text: string): Promise<{ signature: string; publicKey: string }> {
	const { publicKey, privateKey } = await getReleaseKey(voices);
	const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
	return { signature: sign(null, Buffer.from(text), key).toString('base64url'), publicKey };
}

/** Whether the text was signed with that key. False for a key or signature that is none. */
export function isSignedText(text: string, signature: string, publicKey: string): boolean {
	try {
		const der = Buffer.concat([spkiPrefix, Buffer.from(publicKey, 'base64url')]);
		const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
		return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
	} catch {
		return false;
	}
}

async function getReleaseKey(voices: Database): Promise<{ publicKey: string; privateKey: string }> {
	return voices.write(async (tx) => {
		const [found] = await tx.select().from(releaseKeyTable);
		if (found) return found;
		const made = generateKeyPairSync('ed25519');
		const row = {
			publicKey: made.publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length).toString('base64url'),
			privateKey: made.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url')
		};
		await tx.insert(releaseKeyTable).values(row);
		return row;
	});
}
