// Brings a database to the schema of this code, then counts: drizzle 0.45 compares only the newest time, so a migration
// merged with an older time than one already applied would be skipped without a word.
import { existsSync } from 'node:fs';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { sql } from 'drizzle-orm';
import { DatabaseError } from './database-error';

/** Applies the migrations of a folder that are missing. Throws DatabaseError when the folder and the database don't fit. */
export async function applyMigrations(writer: LibSQLDatabase, name: string, folder: string): Promise<void> {
	const times = readTimes(folder);
	const unknown = (await listApplied(writer)).filter((time) => !times.includes(time));
	if (unknown.length > 0) {
		throw new DatabaseError(
			'newer-schema',
			`The database ${name} has ${unknown.length} migration(s) that ${folder} does not know: a newer Relais made it.`,
			'Start that newer version, or put a backup of this version in its place.'
		);
	}
	try {
		await migrate(writer, { migrationsFolder: folder });
	} catch (error) {
		// Another process that started with us may have been quicker; ours was then undone as a whole.
		if ((await listApplied(writer)).length !== times.length) throw error;
	}
	const applied = await listApplied(writer);
	if (applied.length === times.length) return;
	throw new DatabaseError(
		'migrations-broken',
		`${folder} lists ${times.length} migrations but ${name} has ${applied.length}: one was merged after a newer one and skipped.`,
		'Delete the skipped migration and its line in meta/_journal.json, then make it anew with: npm run db:generate'
	);
}

/** The times of the journal (milliseconds), which must increase. */
function readTimes(folder: string): number[] {
	if (!existsSync(`${folder}/meta/_journal.json`)) {
		const remedy = 'Start Relais in its own folder; in a working copy, make the migrations with: npm run db:generate';
		throw new DatabaseError('migrations-broken', `There are no migrations in ${folder}.`, remedy);
	}
	const times = readMigrationFiles({ migrationsFolder: folder }).map(({ folderMillis }) => folderMillis);
	if (times.every((time, at) => at === 0 || time > (times[at - 1] ?? 0))) return times;
	throw new DatabaseError(
		'migrations-broken',
		`The times in ${folder}/meta/_journal.json do not increase, so drizzle would skip a migration.`,
		'Delete the migration merged last and its line there, then make it anew with: npm run db:generate'
	);
}

async function listApplied(writer: LibSQLDatabase): Promise<number[]> {
	const tables = await writer.values(sql`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`);
	if (tables.length === 0) return [];
	const rows = await writer.values<[number | string]>(sql`SELECT created_at FROM __drizzle_migrations`);
	return rows.map((row) => Number(row[0]));
}
