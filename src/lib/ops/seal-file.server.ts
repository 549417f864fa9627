// Encrypted files in the age format (https://age-encryption.org/v1), streamed: what is made here can be opened without Relais,
// by Debian's `age`. The format authenticates every 64 kB and the end, so that a damaged or shortened file is refused.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';

/** What closes a file: a passphrase, or the public key of whoever may open it (`age1…`). */
export type Lock =
	{ passphrase: string; /** Of scrypt; age's own 18, less in tests. */ workFactor?: number } | { recipient: string };
/** What opens it: the passphrase, or the secret key (`AGE-SECRET-KEY-1…`). */
export type Key = { passphrase: string } | { identity: string };

class SealError extends Error {
	override readonly name = 'SealError';
	constructor(
		readonly problem: 'wrong-key' | 'damaged',
		message: string,
		readonly remedy: string
	) {
		super(`${message} ${remedy}`);
	}
}

/** Compresses and encrypts a file; resolves when it is on the disk, with the SHA-256 of what went in. */
export async function sealFile(from: string, to: string, lock: Lock): Promise<string> {
	const encrypter = new Encrypter();
	if ('passphrase' in lock) {
		encrypter.setPassphrase(lock.passphrase);
		encrypter.setScryptWorkFactor(lock.workFactor ?? 18);
	}
	if ('recipient' in lock) encrypter.addRecipient(lock.recipient);
	const { hash, tap } = digest();
	const gzip = createGzip();
	const plain = createReadStream(from)
		.on('error', (error) => gzip.destroy(error))
		.pipe(tap)
		.pipe(gzip);
	const sealed = await encrypter.encrypt(Readable.toWeb(plain) as unknown as globalThis.ReadableStream<Uint8Array>);
	await pipeline(toNode(sealed), createWriteStream(to, { mode: 0o600, flags: 'wx' }));
	await syncFile(to);
	return hash.digest('hex');
}

/** Decrypts a file into a new one, or only reads it through; resolves with the SHA-256 of what came out. Throws SealError. */
export async function openSealed(from: string, to: string | null, key: Key): Promise<string> {
	const decrypter = new Decrypter();
	if ('passphrase' in key) decrypter.addPassphrase(key.passphrase);
	else decrypter.addIdentity(key.identity);
	const source = Readable.toWeb(createReadStream(from)) as unknown as globalThis.ReadableStream<Uint8Array>;
	const plain = await decrypter.decrypt(source).catch((error: Error) => {
		throw /no identity matched/.test(error.message) ? wrongKey(from) : damaged(from);
	});
	const { hash, tap } = digest();
	try {
		if (to === null) await pipeline(toNode(plain), createGunzip(), tap.resume());
		else await pipeline(toNode(plain), createGunzip(), tap, createWriteStream(to, { mode: 0o600, flags: 'wx' }));
	} catch (error) {
		// A full disk is no fault of the file.
		if (error instanceof Error && 'syscall' in error) throw error;
		throw damaged(from);
	}
	if (to !== null) await syncFile(to);
	return hash.digest('hex');
}

function toNode(stream: globalThis.ReadableStream<Uint8Array>): Readable {
	return Readable.fromWeb(stream as unknown as ReadableStream<Uint8Array>);
}

function digest() {
	const hash = createHash('sha256');
	const tap = new Transform({
		transform(chunk: Buffer, _, done) {
			hash.update(chunk);
			done(null, chunk);
		}
	});
	return { hash, tap };
}

async function syncFile(path: string): Promise<void> {
	const file = await open(path, 'r+');
	await file.sync();
	await file.close();
}

function wrongKey(file: string): SealError {
	return new SealError(
		'wrong-key',
		`The passphrase or key does not open ${file}.`,
		'Use the one that this backup was made with.'
	);
}

function damaged(file: string): SealError {
	const remedy = 'Nothing was changed. Take another copy of it, or an older backup.';
	return new SealError('damaged', `The backup ${file} is damaged, cut short or no backup.`, remedy);
}
