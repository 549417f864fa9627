// Whether the instance can do its work, for load balancers and whoever is on call.
import { sql } from 'drizzle-orm';
import { version } from '../../../package.json';
import type { Database } from '../database/database.server';

export interface Health {
	status: 'ok' | 'failing';
	version: string;
	databases: Record<'accounts' | 'voices' | 'live', 'ok' | 'failing'>;
}

/** Asks the databases something that they must read from their files. */
export async function checkHealth(databases: Record<'accounts' | 'voices' | 'live', Database>): Promise<Health> {
	const [accounts, voices, live] = await Promise.all([
		answers(databases.accounts),
		answers(databases.voices),
		answers(databases.live)
	]);
	const status = [accounts, voices, live].includes('failing') ? 'failing' : 'ok';
	return { status, version, databases: { accounts, voices, live } };
}

async function answers(database: Database): Promise<'ok' | 'failing'> {
	try {
		await database.read.values(sql`SELECT count(*) FROM __drizzle_migrations`);
		return 'ok';
	} catch {
		return 'failing';
	}
}
