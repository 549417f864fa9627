// Whether the instance can do its work, for load balancers and whoever is on call.
import { sql } from 'drizzle-orm';
import { version } from '../../../package.json';
import type { Database } from '../database/database.server';
import { databaseNames, type DatabaseName } from './database-names';

export interface Health {
	status: 'ok' | 'failing' | 'stopping';
	version: string;
	databases: Record<DatabaseName, 'ok' | 'failing'>;
}

/** Asks each database something that it must read from its file. */
export async function checkHealth(databases: Record<DatabaseName, Database>): Promise<Health> {
	const asked = await Promise.all(databaseNames.map(async (name) => [name, await answers(databases[name])] as const));
	const status = asked.every(([, state]) => state === 'ok') ? 'ok' : 'failing';
	return { status, version, databases: Object.fromEntries(asked) as Health['databases'] };
}

async function answers(database: Database): Promise<'ok' | 'failing'> {
	try {
		await database.read.values(sql`SELECT count(*) FROM __drizzle_migrations`);
		return 'ok';
	} catch {
		return 'failing';
	}
}
