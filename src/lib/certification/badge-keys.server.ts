// The keys that badges are signed with: an Ed25519 and an RSA key, in a folder of their own, outside the databases and their
// backups. Who takes the databases can't make badges; who restores a backup has the old badges and the present keys.
import { generateKeyPairSync } from 'node:crypto';
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { calculateJwkThumbprint } from 'jose';
import * as v from 'valibot';
import { SettingsError } from '../ops/settings';
import { monthOf } from './badge';
import type { PublicKey } from './badge-keys';

/** What signs now, and all that ever did. */
export interface Keys {
	readonly signing: SigningKeys;
	readonly all: readonly PublicKey[];
}

export interface SigningKeys {
	readonly publicKeyMultibase: string;
	readonly secretKeyMultibase: string;
	/** The id of the RSA key. */
	readonly rsaId: string;
	/** Private JWK. */
	readonly rsa: Record<string, string>;
}

const text = v.string();
const jwkSchema = v.object({ kty: text, n: text, e: text });
const publicSchema = v.array(
	v.object({
		id: text,
		kind: v.picklist(['Ed25519', 'RS256']),
		multibase: v.exactOptional(text),
		jwk: v.exactOptional(jwkSchema),
		since: text,
		until: v.nullable(text)
	})
);
const signingSchema = v.object({
	publicKeyMultibase: text,
	secretKeyMultibase: text,
	rsaId: text,
	rsa: v.record(text, text)
});

const publicFile = (folder: string) => join(folder, 'public.json');
const signingFile = (folder: string) => join(folder, 'signing.json');

/** The keys of a folder; null when none were made yet. Throws SettingsError on a file that is damaged or open to others. */
export async function readKeys(folder: string): Promise<Keys | null> {
	const [signing, all] = await Promise.all([readJson(signingFile(folder)), readJson(publicFile(folder))]);
	if (signing === null) return null;
	const { mode } = await stat(signingFile(folder));
	if ((mode & 0o077) !== 0) {
		throw new SettingsError(`${signingFile(folder)} can be read by others. Run: chmod 600 ${signingFile(folder)}`);
	}
	const [own, known] = [v.safeParse(signingSchema, signing), v.safeParse(publicSchema, all)];
	if (!own.success || !known.success) {
		const remedy = 'Put back a copy of the folder, or move it away and run: npm run keys:create';
		throw new SettingsError(`The badge keys in ${folder} are damaged. ${remedy}`);
	}
	return { signing: own.output, all: known.output as PublicKey[] };
}

/** Makes the first keys of an instance; false when there are some already, which stay as they are. */
export async function createKeys(folder: string, now: Date): Promise<boolean> {
	if ((await readKeys(folder)) !== null) return false;
	const { signing, made } = await makeKeys(monthOf(now));
	await save(folder, signing, made);
	return true;
}

/** Makes new keys and retires the present ones: their private halves are gone, their public halves stay for ever. */
export async function rotateKeys(folder: string, now: Date): Promise<Keys | null> {
	const before = await readKeys(folder);
	if (before === null) return null;
	const month = monthOf(now);
	const { signing, made } = await makeKeys(month);
	const retired = before.all.map((key) => ({ ...key, until: key.until ?? month }));
	await save(folder, signing, [...retired, ...made]);
	return { signing, all: [...retired, ...made] };
}

async function makeKeys(month: string): Promise<{ signing: SigningKeys; made: PublicKey[] }> {
	const { publicKeyMultibase, secretKeyMultibase } = await Ed25519Multikey.generate();
	const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
	const rsa = privateKey.export({ format: 'jwk' }) as Record<string, string>;
	const jwk = v.parse(jwkSchema, rsa);
	const rsaId = await calculateJwkThumbprint(jwk);
	const dates = { since: month, until: null };
	return {
		signing: { publicKeyMultibase, secretKeyMultibase, rsaId, rsa },
		made: [
			{ id: publicKeyMultibase, kind: 'Ed25519', multibase: publicKeyMultibase, ...dates },
			{ id: rsaId, kind: 'RS256', jwk, ...dates }
		]
	};
}

/** The public half first: cut short between the two, no badge is ever signed with a key that nobody can find. */
async function save(folder: string, signing: SigningKeys, all: readonly PublicKey[]): Promise<void> {
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await chmod(folder, 0o700);
	await replace(publicFile(folder), all, 0o644);
	await replace(signingFile(folder), signing, 0o600);
}

async function replace(file: string, value: unknown, mode: number): Promise<void> {
	const fresh = `${file}.new`;
	await writeFile(fresh, JSON.stringify(value, null, '\t'), { mode, flush: true });
	await chmod(fresh, mode);
	await rename(fresh, file);
}

async function readJson(file: string): Promise<unknown> {
	try {
		return JSON.parse(await readFile(file, 'utf8'));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		if (error instanceof SyntaxError) return undefined;
		throw new SettingsError(`${file} can't be read (${(error as NodeJS.ErrnoException).code}). Let the server's user read it.`);
	}
}
