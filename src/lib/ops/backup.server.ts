// Takes a backup of one database while the instance runs: a copy of the moment, checked, described, compressed, encrypted, read
// back, and only then given its name.
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { version } from '../../../package.json';
import { checkDatabase, takeSnapshot, withFile, type DatabasePlace } from '../database/snapshot.server';
import { backupName, generations, listOutdated, liveTablesKept } from './backup';
import type { DatabaseName } from './database-names';
import { openSealed, sealFile, type Lock } from './seal-file.server';
import { withWorkFolder } from './work-folder.server';

export interface BackupOptions {
	name: DatabaseName;
	/** The database of the running instance. */
	place: DatabasePlace;
	/** Folder of the backups. */
	to: string;
	lock: Lock;
	now: Date;
	/** How many of this database stay; null for the usual number. */
	keep: number | null;
	onStep?: (step: string) => void;
}

export interface BackupResult {
	file: string;
	/** Bytes. */
	size: number;
	/** Older backups that were deleted. */
	deleted: string[];
}

/** Takes one backup. Throws DatabaseError or SealError; what was there before stays. */
export async function backUp(options: BackupOptions): Promise<BackupResult> {
	const { name, place, to, now } = options;
	await mkdir(to, { recursive: true, mode: 0o700 });
	const part = join(to, `.${name}.part`);
	await rm(part, { force: true });
	try {
		// Beside the data, as well protected as they are: only what is encrypted touches the other folder.
		await withWorkFolder(dirname(place.file), `backup-${name}`, (work) => fill(part, work, options));
		const target = join(to, backupName(name, now));
		await rename(part, target);
		const deleted = listOutdated(await readdir(to), name, options.keep ?? generations[name]);
		for (const old of deleted) await rm(join(to, old));
		return { file: target, size: (await stat(target)).size, deleted };
	} finally {
		await rm(part, { force: true });
	}
}

async function fill(part: string, work: string, options: BackupOptions): Promise<void> {
	const { name, place, lock, now, onStep = () => {} } = options;
	const { encryptionKey = null } = place;
	const copy = join(work, `${name}.db`);
	onStep('copying');
	await takeSnapshot(place, copy);
	await describeCopy(copy, name, now, encryptionKey);
	onStep('checking');
	await checkDatabase(copy, encryptionKey);
	onStep('encrypting');
	const hash = await sealFile(copy, part, lock);
	// With a public key alone, only whoever holds the secret one can read it back.
	if (!('passphrase' in lock)) return;
	onStep('reading it back');
	if ((await openSealed(part, null, lock)) !== hash) throw new Error('The backup does not hold what was put into it.');
}

/** Says in the copy itself what it is, where it can't be mistaken, and empties what no backup may hold. */
async function describeCopy(copy: string, name: DatabaseName, now: Date, key: string | null): Promise<void> {
	await withFile(copy, key, async (client) => {
		if (name === 'live') {
			const { rows } = await client.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
			const tables = rows.map((row) => String(row[0])).filter((table) => !/^__/.test(table) && !liveTablesKept.includes(table));
			for (const table of tables) await client.execute(`DELETE FROM "${table}"`);
		}
		await client.execute('CREATE TABLE relais_backup (database TEXT NOT NULL, made_at TEXT NOT NULL, version TEXT NOT NULL)');
		const values = [name, now.toISOString(), version];
		await client.execute({ sql: 'INSERT INTO relais_backup VALUES (?, ?, ?)', args: values });
		await client.execute('VACUUM');
	});
}
