// Folders and real databases for a test, gone after it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openDatabase, type Database } from '../src/lib/database/database.server';

/** An empty folder that is deleted when the running test ends. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'relais-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

/** A database of one of the four kinds, in a file of its own. */
export async function temporaryDatabase(
	name: 'accounts' | 'voices' | 'live' | 'moderation',
	folder = temporaryFolder()
): Promise<Database> {
	const database = await openDatabase({ file: join(folder, `${name}.db`), migrations: `drizzle/${name}`, secureDelete: true });
	onTestFinished(() => database.close());
	return database;
}

/** A voices database in a file of its own. */
export const temporaryVoices = (folder = temporaryFolder()): Promise<Database> => temporaryDatabase('voices', folder);
