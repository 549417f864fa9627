// The devices an account is signed in on, for its owner: seen, and signed out from elsewhere.
import { and, desc, eq, ne } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { remainingLifetime } from './account';
import type { Device } from './device';
import { authSessionTable } from './tables.server';

export interface SignedInDevice {
	readonly deviceId: string;
	readonly device: Device;
	readonly createdAt: Date;
	readonly usedAt: Date;
}

/** The complete authSessions of an account that still live, last used first. */
export async function listDevices(database: Database, accountId: string, now: Date): Promise<SignedInDevice[]> {
	const rows = await database.read
		.select()
		.from(authSessionTable)
		.where(and(eq(authSessionTable.accountId, accountId), eq(authSessionTable.stage, 'full')))
		.orderBy(desc(authSessionTable.usedAt));
	return rows
		.filter((row) => remainingLifetime(row, now) > 0)
		.map(({ deviceId, device, createdAt, usedAt }) => ({ deviceId, device, createdAt, usedAt }));
}

/** Signs one device of the account out; false for another account's or none. */
export async function endDevice(database: Database, accountId: string, deviceId: string): Promise<boolean> {
	const own = and(eq(authSessionTable.accountId, accountId), eq(authSessionTable.deviceId, deviceId));
	const { rowsAffected } = await database.write((tx) => tx.delete(authSessionTable).where(own));
	return rowsAffected > 0;
}

/** Signs all other devices of the account out; returns how many there were. */
export async function endOtherDevices(database: Database, accountId: string, deviceId: string): Promise<number> {
	const others = and(eq(authSessionTable.accountId, accountId), ne(authSessionTable.deviceId, deviceId));
	const { rowsAffected } = await database.write((tx) => tx.delete(authSessionTable).where(others));
	return rowsAffected;
}
