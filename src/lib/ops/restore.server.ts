// Puts backups in the place of databases: each is decrypted beside the data, checked and brought to today's schema, and only when
// all of them are good do they take the places, one rename each.
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openDatabase } from '../database/database.server';
import { DatabaseError } from '../database/database-error';
import { isPlain } from '../database/open-file.server';
import { checkDatabase, compareSchema, copyEncrypted, settleFile, withFile } from '../database/snapshot.server';
import { databaseNames, type DatabaseName } from './database-names';
import { databaseOptions } from './instance.server';
import { openSealed, type Key } from './seal-file.server';
import type { Settings } from './settings';
import { withWorkFolder } from './work-folder.server';

class RestoreError extends Error {
	override readonly name = 'RestoreError';
	constructor(
		message: string,
		readonly remedy: string
	) {
		super(`${message} ${remedy}`);
	}
}

/** A backup that was decrypted, checked and migrated, ready to take its place. */
export interface Prepared {
	name: DatabaseName;
	from: string;
	/** ISO time at which the backup was taken. */
	madeAt: string;
	/** Of the Relais that took it. */
	version: string;
	/** Migrations that it lacked. */
	migrated: string[];
	ready: string;
}

export interface RestoreOptions {
	settings: Pick<Settings, 'dataDir' | 'accountsKey'> & Partial<Pick<Settings, 'database'>>;
	/** Paths of backups, one for each database to restore. */
	files: string[];
	key: Key;
	/** Whether databases that are there may be put aside. */
	replace: boolean;
	/** Checks everything and changes nothing. */
	dryRun: boolean;
	now: Date;
	onStep?: (step: string) => void;
}

export interface RestoreResult {
	restored: Prepared[];
	/** Where the databases that were there are now. */
	aside: string[];
}

/** Restores. Throws RestoreError, SealError or DatabaseError before anything is changed. */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
	const { settings, files, replace, dryRun, now, onStep = () => {} } = options;
	if (settings.database) {
		const remedy = 'Restore into files (DATABASE_URL= and an empty DATA_DIR), then give them to the server: docs/operate.md, 10.';
		throw new RestoreError('The databases are on a server, which lets nobody replace them from outside.', remedy);
	}
	return withWorkFolder(settings.dataDir, 'restore', async (work) => {
		const restored: Prepared[] = [];
		for (const file of files) {
			onStep(`${basename(file)}: decrypting, checking`);
			restored.push(await prepare(file, work, options));
		}
		const names = restored.map(({ name }) => name);
		const twice = names.find((name, at) => names.indexOf(name) !== at);
		if (twice) throw new RestoreError(`Two of the backups are of ${twice}.`, 'Name one of each.');
		for (const name of names) await requireFree(databaseOptions(settings, name), replace);
		const aside = dryRun ? [] : await takePlaces(restored, settings, now);
		return { restored, aside };
	});
}

async function prepare(file: string, work: string, { key, settings }: RestoreOptions): Promise<Prepared> {
	const folder = await mkdtemp(join(work, 'one-'));
	const opened = join(folder, 'opened.db');
	await openSealed(file, opened, key);
	const encrypted = !(await isPlain(opened));
	if (encrypted && settings.accountsKey === null) {
		const remedy = 'Set ACCOUNTS_KEY to the key that the instance had.';
		throw new RestoreError(`What is in ${file} is encrypted at rest too.`, remedy);
	}
	const ownKey = encrypted ? settings.accountsKey : null;
	const { name, madeAt, version } = await readDescription(opened, file, ownKey);
	await checkDatabase(opened, ownKey);
	const { migrations } = databaseOptions(settings, name);
	const schema = await compareSchema({ file: opened, encryptionKey: ownKey }, migrations);
	if (schema.unknown > 0) {
		const remedy = `Restore with Relais ${version} or newer.`;
		throw new RestoreError(
			`${file} was made by a newer Relais (${version}): ${schema.unknown} migration(s) are unknown here.`,
			remedy
		);
	}
	await withFile(opened, ownKey, async (client) => void (await client.execute('DROP TABLE relais_backup')));
	const options = databaseOptions(settings, name);
	const ready = join(folder, `${name}.db`);
	if (!encrypted && options.encryptionKey) await copyEncrypted(opened, ready, options.encryptionKey);
	else await rename(opened, ready);
	const database = await openDatabase({ ...options, file: ready });
	await database.close();
	const wal = await stat(`${ready}-wal`).catch(() => null);
	if (wal && wal.size > 0) throw new RestoreError(`${ready} could not be finished.`, 'Nothing was changed. Try again.');
	return { name, from: file, madeAt, version, migrated: schema.pending, ready };
}

async function readDescription(opened: string, file: string, key: string | null) {
	try {
		const { rows } = await withFile(opened, key, (client) =>
			client.execute('SELECT database, made_at, version FROM relais_backup')
		);
		const [name, madeAt, version] = [0, 1, 2].map((at) => String(rows[0]?.[at]));
		const known = databaseNames.find((each) => each === name);
		if (known && madeAt && version) return { name: known, madeAt, version };
	} catch (error) {
		if (error instanceof DatabaseError && key !== null) {
			throw new RestoreError(
				`ACCOUNTS_KEY does not open what is in ${file}.`,
				'Set the key that the instance had when it was made.'
			);
		}
		if (error instanceof DatabaseError) throw error;
	}
	throw new RestoreError(`${file} does not say which database it is.`, 'Take a file that `npm run backup` made.');
}

async function requireFree({ file, encryptionKey = null }: { file: string; encryptionKey?: string | null }, replace: boolean) {
	if (!existsSync(file) || (await stat(file)).size === 0) return;
	if (!replace) {
		const remedy = 'With --replace it is put aside under another name.';
		throw new RestoreError(`There is a database already: ${file}.`, remedy);
	}
	// A damaged file is what a restore is for: who can't be opened has nobody inside.
	const alone = await settleFile(file, encryptionKey).catch((error) => error instanceof DatabaseError);
	if (!alone) throw new RestoreError(`${file} is in use.`, 'Stop Relais first (systemctl stop relais), then restore.');
}

async function takePlaces(restored: Prepared[], settings: RestoreOptions['settings'], now: Date): Promise<string[]> {
	const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
	const aside: string[] = [];
	for (const { name, ready } of restored) {
		const { file } = databaseOptions(settings, name);
		for (const end of ['', '-wal']) {
			if (!existsSync(file + end)) continue;
			const put = `${file}.before-restore-${stamp}${end}`;
			await rename(file + end, put);
			aside.push(put);
		}
		await rm(`${file}-shm`, { force: true });
		await rename(ready, file);
	}
	return aside;
}
