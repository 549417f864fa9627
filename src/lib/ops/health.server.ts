// Whether the instance can do its work, for load balancers and whoever is on call.
import { sql } from 'drizzle-orm';
import { version } from '../../../package.json';
import type { Database } from '../database/database.server';

export interface Health {
	status: 'ok' | 'failing';
	version: string;
	databases: { accounts: 'ok' | 'failing'; voices: 'ok' | 'failing' };
}

/** Asks both databases something that they must read from their files. */
export async function checkHealth(databases: { accounts: Database; voices: Database }): Promise<Health> {
	const [accounts, voices] = await Promise.all([answers(databases.accounts), answers(databases.voices)]);
	const status = accounts === 'ok' && voices === 'ok' ? 'ok' : 'failing';
	return { status, version, databases: { accounts, voices } };
}

async function answers(database: Database): Promise<'ok' | 'failing'> {
	try {
		await database.read.values(sql`SELECT count(*) FROM __drizzle_migrations`);
		return 'ok';
	} catch {
		return 'failing';
	}
}
