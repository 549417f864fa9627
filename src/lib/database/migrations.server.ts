// Brings a database to the schema of this code, then counts: as drizzle does it, only the newest time is compared, so a migration
// merged with an older time than one already applied would be skipped without a word.
import { existsSync } from 'node:fs';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import type { LibSQLDatabase } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';
import { sql } from 'drizzle-orm';
import { DatabaseError } from './database-error';

/** Applies the migrations of a folder that are missing. Throws DatabaseError when the folder and the database don't fit. */
export async function applyMigrations(
	writer: LibSQLDatabase,
	{ name, folder, remote }: { name: string; folder: string; remote: boolean }
): Promise<void> {
	const migrations = readMigrations(folder);
	const times = migrations.map(({ folderMillis }) => folderMillis);
	const unknown = (await listApplied(writer)).filter((time) => !times.includes(time));
	if (unknown.length > 0) {
		throw new DatabaseError(
			'newer-schema',
			`The database ${name} has ${unknown.length} migration(s) that ${folder} does not know: a newer Relais made it.`,
			'Start that newer version, or put a backup of this version in its place.'
		);
	}
	if (remote) await migrateServer(writer, folder, times.length);
	else await applyMissing(writer, migrations);
	const applied = await listApplied(writer);
	if (applied.length === times.length) return;
	throw new DatabaseError(
		'migrations-broken',
		`${folder} lists ${times.length} migrations but ${name} has ${applied.length}: one was merged after a newer one and skipped.`,
		'Delete the skipped migration and its line in meta/_journal.json, then make it anew with: npm run db:generate'
	);
}

/**
 * What drizzle's own migrator does, but that it looks what is missing before it has the lock: two processes that start at the
 * same moment would both begin with the first migration.
 */
async function applyMissing(writer: LibSQLDatabase, migrations: MigrationMeta[]): Promise<void> {
	// Tables that are made anew would take their dependants with them. Inside a transaction SQLite ignores this setting.
	await writer.run(sql`PRAGMA foreign_keys = OFF`);
	await writer.transaction(async (tx) => {
		await tx.run(
			sql`CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)`
		);
		const newest = Math.max(0, ...(await listApplied(tx)));
		for (const { sql: statements, hash, folderMillis } of migrations) {
			if (folderMillis <= newest) continue;
			for (const statement of statements) await tx.run(sql.raw(statement));
			await tx.run(sql`INSERT INTO __drizzle_migrations (hash, created_at) VALUES (${hash}, ${folderMillis})`);
		}
	});
	await writer.run(sql`PRAGMA foreign_keys = ON`);
}

/** On a server a setting doesn't outlive its request, so drizzle's own migrator sends settings and statements as one batch. */
async function migrateServer(writer: LibSQLDatabase, migrationsFolder: string, all: number): Promise<void> {
	try {
		await migrate(writer, { migrationsFolder });
	} catch (error) {
		// Another process that started with us may have been quicker; ours was then undone as a whole.
		if ((await listApplied(writer)).length !== all) throw error;
	}
}

/** The migrations of the journal, whose times (milliseconds) must increase. */
function readMigrations(folder: string): MigrationMeta[] {
	if (!existsSync(`${folder}/meta/_journal.json`)) {
		const remedy = 'Start Relais in its own folder; in a working copy, make the migrations with: npm run db:generate';
		throw new DatabaseError('migrations-broken', `There are no migrations in ${folder}.`, remedy);
	}
	const migrations = readMigrationFiles({ migrationsFolder: folder });
	const increases = ({ folderMillis }: MigrationMeta, at: number) => at === 0 || folderMillis > migrations[at - 1]!.folderMillis;
	if (migrations.every(increases)) return migrations;
	throw new DatabaseError(
		'migrations-broken',
		`The times in ${folder}/meta/_journal.json do not increase, so drizzle would skip a migration.`,
		'Delete the migration merged last and its line there, then make it anew with: npm run db:generate'
	);
}

async function listApplied(writer: Pick<LibSQLDatabase, 'values'>): Promise<number[]> {
	const tables = await writer.values(sql`SELECT 1 FROM sqlite_schema WHERE name = '__drizzle_migrations'`);
	if (tables.length === 0) return [];
	const rows = await writer.values<[number | string]>(sql`SELECT created_at FROM __drizzle_migrations`);
	return rows.map((row) => Number(row[0]));
}
