// Making and finding accounts.
import { randomBytes } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { normaliseUsername, type Account, type Role } from './account';
import { accountTable } from './tables.server';

export interface NewAccount {
	username: string;
	/** From `hashPassphrase`: hashing takes time, and must not happen inside a transaction. */
	passphraseHash: string;
	name: string;
	role: Role;
	organisationId: string;
}

/** Makes an account and returns it. A username that is taken is a bug of the caller's: the database refuses it. */
export async function createAccount(database: Pick<Database, 'write'>, wanted: NewAccount, now: Date): Promise<Account> {
	const { name, role, organisationId, passphraseHash } = wanted;
	const account: Account = { id: randomBytes(12).toString('base64url'), role, name, organisationId };
	const row = { ...account, username: normaliseUsername(wanted.username), passphraseHash, createdAt: now };
	await database.write((tx) => tx.insert(accountTable).values(row));
	return account;
}

/** The account that may sign in with this username, with its passphrase hash; null when there is none or it is closed. */
export async function findAccountByUsername(
	database: Database,
	username: string
): Promise<{ account: Account; passphraseHash: string } | null> {
	const [row] = await database.read
		.select()
		.from(accountTable)
		.where(and(eq(accountTable.username, normaliseUsername(username)), isNull(accountTable.closedAt)));
	if (row === undefined) return null;
	const { id, role, name, organisationId, passphraseHash } = row;
	return { account: { id, role, name, organisationId }, passphraseHash };
}
