// One answer per respondent, without knowing who: RSA blind signatures (RFC 9474, RSABSSA-SHA384-PSS-Randomized). The server
// signs a number it can't read; the phone unblinds it; whoever later shows the signature can't be matched with whoever asked.
import { constants, createHash, createPrivateKey, createPublicKey, generateKeyPair, privateDecrypt, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { periodOf, previousPeriod } from './period';
import { allowanceTable, blindKeyTable, spentProofTable, voucherTable } from './tables.server';

/** Of new keys: about 128 bits of strength (NIST SP 800-57 part 1, table 2). A key made before keeps its own size until its quarter is over. */
const modulusBits = 3072;
const saltBytes = 48;
/** 32 random bytes of RFC 9474's preparation, then 32 of the phone's own. */
const messageBytes = 64;

const making = new Map<string, Promise<string>>();

/** The public key (SPKI, base64) for a form in the present period; made at the first asking. */
export async function getBlindKey(voices: Database, form: string, now: Date): Promise<string> {
	const period = periodOf(now);
	const found = await findKey(voices, form, period);
	if (found) return found.publicKey;
	const name = JSON.stringify([period, form]);
	const made = making.get(name) ?? makeKey(voices, form, period).finally(() => making.delete(name));
	making.set(name, made);
	return made;
}

/** Lets `size` more respondents of a group answer a form: the host or coach says how many are there. Returns the new total. */
export async function allow(voices: Database, groupId: string, form: string, size: number, now: Date): Promise<number> {
	const t = allowanceTable;
	const row = { period: periodOf(now), groupId, form, size, signed: 0 };
	return voices.write(async (tx) => {
		const [kept] = await tx
			.insert(t)
			.values(row)
			.onConflictDoUpdate({ target: [t.period, t.groupId, t.form], set: { size: sql`min(${t.size} + ${size}, 500)` } })
			.returning();
		return kept?.size ?? size;
	});
}

export type Signed = { ok: true; signature: Uint8Array } | { ok: false; reason: 'malformed' | 'used-up' | 'no-key' };

/** Signs a blinded message for a group that still may. Whether the one who asks has asked before, only their device knows. */
export async function signBlindly(
	voices: Database,
	groupId: string,
	form: string,
	blinded: Uint8Array,
	now: Date
): Promise<Signed> {
	const period = periodOf(now);
	const key = await findKey(voices, form, period);
	if (!key || key.privateKey === '') return { ok: false, reason: 'no-key' };
	if (blinded.length !== sizeOf(key)) return { ok: false, reason: 'malformed' };
	const signature = rawSign(key.privateKey, blinded);
	if (signature === null) return { ok: false, reason: 'malformed' };
	const t = allowanceTable;
	const here = and(eq(t.period, period), eq(t.groupId, groupId), eq(t.form, form), sql`${t.signed} < ${t.size}`);
	const { rowsAffected } = await voices.write((tx) =>
		tx
			.update(t)
			.set({ signed: sql`${t.signed} + 1` })
			.where(here)
	);
	return rowsAffected > 0 ? { ok: true, signature } : { ok: false, reason: 'used-up' };
}

/** Checks a shown proof (message, then signature, base64url) and gives the hash under which it is spent; null when it is no proof. */
export async function checkProof(voices: Database, form: string, proof: string, now: Date): Promise<string | null> {
	const bytes = Buffer.from(proof, 'base64url');
	const message = bytes.subarray(0, messageBytes);
	const signature = bytes.subarray(messageBytes);
	const present = periodOf(now);
	for (const period of [present, previousPeriod(present)]) {
		const key = await findKey(voices, form, period);
		if (key && signature.length === sizeOf(key) && isSignedBy(key.publicKey, message, signature))
			return createHash('sha256').update(form).update(message).digest('base64url');
	}
	return null;
}

/** Forgets what no quarter needs any more: private halves of the past, proofs, allowances and vouchers of the quarter before last. */
export async function forgetProofs(voices: Database, now: Date): Promise<number> {
	const present = periodOf(now);
	const before = previousPeriod(present);
	return voices.write(async (tx) => {
		const keys = await tx
			.update(blindKeyTable)
			.set({ privateKey: '' })
			.where(and(lt(blindKeyTable.period, present), sql`${blindKeyTable.privateKey} <> ''`));
		let forgotten = keys.rowsAffected;
		for (const table of [blindKeyTable, spentProofTable, allowanceTable, voucherTable]) {
			forgotten += (await tx.delete(table).where(lt(table.period, before))).rowsAffected;
		}
		return forgotten;
	});
}

/** RSA without padding on the blinded number; null for a number that is no element of the key's group. */
function rawSign(privateKey: string, blinded: Uint8Array): Uint8Array | null {
	const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' });
	try {
		return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
	} catch {
		return null;
	}
}

/** Bytes of a key's modulus, and so of its numbers and signatures. */
function sizeOf({ publicKey }: { publicKey: string }): number {
	const { asymmetricKeyDetails } = readPublicKey(publicKey);
	return (asymmetricKeyDetails?.modulusLength ?? 0) / 8;
}

function readPublicKey(publicKey: string) {
	return createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
}

function isSignedBy(publicKey: string, message: Uint8Array, signature: Uint8Array): boolean {
	const key = readPublicKey(publicKey);
	return verify('sha384', message, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltBytes }, signature);
}

async function findKey(voices: Database, form: string, period: string) {
	const t = blindKeyTable;
	const [row] = await voices.read
		.select()
		.from(t)
		.where(and(eq(t.period, period), eq(t.form, form)));
	return row ?? null;
}

async function makeKey(voices: Database, form: string, period: string): Promise<string> {
	const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
		modulusLength: modulusBits,
		publicKeyEncoding: { format: 'der', type: 'spki' },
		privateKeyEncoding: { format: 'der', type: 'pkcs8' }
	});
	const row = { period, form, publicKey: publicKey.toString('base64'), privateKey: privateKey.toString('base64') };
	await voices.write((tx) => tx.insert(blindKeyTable).values(row).onConflictDoNothing());
	return (await findKey(voices, form, period))?.publicKey ?? row.publicKey;
}
