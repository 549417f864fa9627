// The second factors of an account in the database: the authenticator app and the recovery codes. (Passkeys have a file.)
// Every act takes `secret`, the instance's SECRET, which app secrets are sealed with.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { secondFactorRoles, type Account, type Stage } from './account';
import { hashPassphrase, verifyPassphrase } from './passphrase.server';
import {
	formatRecoveryCode,
	makeRecoveryCode,
	normaliseRecoveryCode,
	recoveryCodeCount,
	recoveryCodeLength
} from './recovery-code';
import { seal, unseal } from '../ops/seal.server';
import { passkeyTable, recoveryCodeTable, totpTable } from './tables.server';
import { judgeCode } from './totp';

export interface SecondFactors {
	passkeys: number;
	totp: boolean;
	/** Unused ones. */
	recoveryCodes: number;
}

/** What an account can answer a second step with. */
export async function findSecondFactors(database: Database, accountId: string): Promise<SecondFactors> {
	const { read } = database;
	const [passkeys] = await read.select({ n: count() }).from(passkeyTable).where(eq(passkeyTable.accountId, accountId));
	const confirmed = and(eq(totpTable.accountId, accountId), isNotNull(totpTable.confirmedAt));
	const [totp] = await read.select({ n: count() }).from(totpTable).where(confirmed);
	const unused = and(eq(recoveryCodeTable.accountId, accountId), isNull(recoveryCodeTable.usedAt));
	const [codes] = await read.select({ n: count() }).from(recoveryCodeTable).where(unused);
	return { passkeys: passkeys?.n ?? 0, totp: (totp?.n ?? 0) > 0, recoveryCodes: codes?.n ?? 0 };
}

/**
 * How far a right passphrase brings an account. An adult who has a second factor is asked for it; a peer expert's passkey is
 * a shorter way in and no second step, because whoever can't take it must not be lost.
 */
export async function stageAfterPassphrase(database: Database, { id, role }: Pick<Account, 'id' | 'role'>): Promise<Stage> {
	if (role === 'peer-expert') return 'full';
	const { passkeys, totp } = await findSecondFactors(database, id);
	if (passkeys > 0 || totp) return 'second-factor';
	return secondFactorRoles.includes(role) ? 'set-up' : 'full';
}

/** The secret that the account's app is to read: the one begun before, until it is confirmed. Null when there is an app already. */
export async function beginTotp(database: Database, accountId: string, secret: string, now: Date): Promise<Uint8Array | null> {
	return database.write(async (tx) => {
		const [row] = await tx.select().from(totpTable).where(eq(totpTable.accountId, accountId));
		if (row?.confirmedAt) return null;
		const begun = row && unseal(row.sealedSecret, secret, 'second factor', accountId);
		if (begun) return begun;
		const fresh = randomBytes(20);
		const values = {
			accountId,
			sealedSecret: seal(fresh, secret, 'second factor', accountId),
			lastStep: 0,
			createdAt: now,
			confirmedAt: null
		};
		await tx.insert(totpTable).values(values).onConflictDoUpdate({ target: totpTable.accountId, set: values });
		return fresh;
	});
}

/** Stores an app secret that is known already, confirmed: for the demo. */
export async function giveTotp(
	database: Pick<Database, 'write'>,
	accountId: string,
	totpSecret: Uint8Array,
	secret: string,
	now: Date
): Promise<void> {
	const values = {
		accountId,
		sealedSecret: seal(totpSecret, secret, 'second factor', accountId),
		lastStep: 0,
		createdAt: now,
		confirmedAt: now
	};
	await database.write((tx) =>
		tx.insert(totpTable).values(values).onConflictDoUpdate({ target: totpTable.accountId, set: values })
	);
}

/**
 * Seals the secrets of all apps with another SECRET; it is done whole or not at all. `unreadable` ones were sealed with neither
 * and stay as they are: their owners set the app up again.
 */
export async function resealApps(
	database: Pick<Database, 'write'>,
	from: string,
	to: string
): Promise<{ resealed: number; unreadable: number }> {
	return database.write(async (tx) => {
		const rows = await tx.select().from(totpTable);
		const counts = { resealed: 0, unreadable: 0 };
		for (const { accountId, sealedSecret } of rows) {
			const bytes = unseal(sealedSecret, from, 'second factor', accountId);
			if (bytes) {
				await tx
					.update(totpTable)
					.set({ sealedSecret: seal(bytes, to, 'second factor', accountId) })
					.where(eq(totpTable.accountId, accountId));
				counts.resealed++;
			} else if (unseal(sealedSecret, to, 'second factor', accountId) === null) counts.unreadable++;
		}
		return counts;
	});
}

export type TotpAnswer = { ok: true } | { ok: false; reason: 'wrong' | 'spent' | 'late' | 'none' };

/**
 * Judges a code of the app and spends it. `confirming` proves that the app has the secret just begun; otherwise only a
 * confirmed app counts. `none`: there is no app, or its secret was sealed with another SECRET.
 */
export async function answerTotp(
	database: Database,
	accountId: string,
	typed: string,
	secret: string,
	{ now, confirming = false }: { now: Date; confirming?: boolean }
): Promise<TotpAnswer> {
	return database.write(async (tx): Promise<TotpAnswer> => {
		const [row] = await tx.select().from(totpTable).where(eq(totpTable.accountId, accountId));
		const bytes = row && unseal(row.sealedSecret, secret, 'second factor', accountId);
		if (!row || !bytes || (row.confirmedAt === null) !== confirming) return { ok: false, reason: 'none' };
		const judged = judgeCode(bytes, typed, row.lastStep, now);
		if (!judged.ok) return judged;
		const spent = { lastStep: judged.step, confirmedAt: row.confirmedAt ?? now };
		await tx.update(totpTable).set(spent).where(eq(totpTable.accountId, accountId));
		return { ok: true };
	});
}

/** New recovery codes as people see them; those before are worth nothing. They exist in the answer only. */
export async function makeRecoveryCodes(database: Pick<Database, 'write'>, accountId: string): Promise<string[]> {
	const codes = Array.from({ length: recoveryCodeCount }, () => makeRecoveryCode((n) => randomInt(n)));
	await giveRecoveryCodes(database, accountId, codes);
	return codes.map(formatRecoveryCode);
}

/** Gives an account these codes, in place of those it had. Only the demo chooses them. */
export async function giveRecoveryCodes(database: Pick<Database, 'write'>, accountId: string, codes: string[]): Promise<void> {
	// As slow to guess as a passphrase: 59 bits would not be enough for whoever holds the file and a quick hash.
	const rows = await Promise.all(codes.map(async (code) => ({ codeHash: await hashPassphrase(code), accountId })));
	await database.write(async (tx) => {
		await tx.delete(recoveryCodeTable).where(eq(recoveryCodeTable.accountId, accountId));
		await tx.insert(recoveryCodeTable).values(rows);
	});
}

/** Judges a recovery code and spends it. */
export async function answerRecoveryCode(database: Database, accountId: string, typed: string, now: Date): Promise<boolean> {
	const code = normaliseRecoveryCode(typed);
	if (code.length !== recoveryCodeLength) return false;
	const unused = and(eq(recoveryCodeTable.accountId, accountId), isNull(recoveryCodeTable.usedAt));
	for (const { codeHash } of await database.read.select().from(recoveryCodeTable).where(unused)) {
		if (!(await isCode(codeHash, accountId, code))) continue;
		const thisOne = and(unused, eq(recoveryCodeTable.codeHash, codeHash));
		const { rowsAffected } = await database.write((tx) => tx.update(recoveryCodeTable).set({ usedAt: now }).where(thisOne));
		return rowsAffected > 0;
	}
	return false;
}

/** Sheets printed before codes were kept by argon2id stay good: theirs are SHA-256. */
async function isCode(codeHash: string, accountId: string, code: string): Promise<boolean> {
	if (codeHash.startsWith('$argon2')) return verifyPassphrase(codeHash, code);
	return codeHash === createHash('sha256').update(`${accountId} ${code}`).digest('hex');
}

/** Removes the app; false when it is the last second factor of a role that needs one. */
export async function removeTotp(database: Database, account: Pick<Account, 'id' | 'role'>): Promise<boolean> {
	return database.write(async (tx) => {
		if (!(await maySpare(tx, account, 'totp'))) return false;
		await tx.delete(totpTable).where(eq(totpTable.accountId, account.id));
		return true;
	});
}

/** True when an account may do without this one factor: its role needs none, or another stays. */
export async function maySpare(
	tx: Transaction,
	{ id, role }: Pick<Account, 'id' | 'role'>,
	factor: 'totp' | 'passkey'
): Promise<boolean> {
	if (!secondFactorRoles.includes(role)) return true;
	const [passkeys] = await tx.select({ n: count() }).from(passkeyTable).where(eq(passkeyTable.accountId, id));
	const [totp] = await tx
		.select({ n: count() })
		.from(totpTable)
		.where(and(eq(totpTable.accountId, id), isNotNull(totpTable.confirmedAt)));
	return factor === 'totp' ? (passkeys?.n ?? 0) > 0 : (passkeys?.n ?? 0) > 1 || (totp?.n ?? 0) > 0;
}
