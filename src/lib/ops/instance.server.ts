// The one running instance: its settings, databases and log. Kept on globalThis, because the server's bundle, server.mjs and
// modules that `vite dev` reloads must all find the same one.
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import { openDatabase, type Database, type DatabaseOptions } from '../database/database.server';
import { databaseNames, type DatabaseName } from './database-names';
import { createLog } from './log.server';
import { createMailer, type SendMail } from './mail.server';
import { createMetrics, type Metrics } from './metrics.server';
import type { Settings } from './settings';
import { instanceTable } from './tables.server';

export interface Instance {
	readonly settings: Settings;
	/** People with a responsibility, organisations, groups. */
	readonly accounts: Database;
	/** Counts without anybody behind them. */
	readonly voices: Database;
	/** Meetings that take place now; emptied a day after each. */
	readonly live: Database;
	/** Sentences of young people that two adults have not read yet. */
	readonly moderation: Database;
	/** True when the fictional demo filled the data folder; pages then say so. */
	readonly demo: boolean;
	readonly log: Logger;
	readonly metrics: Metrics;
	/** True once the server was told to end: what is being answered is finished, and nothing new should be sent here. */
	stopping: boolean;
	/** Sends an e-mail; null on an instance without a mail server. */
	readonly mail: SendMail | null;
	/** Waits for what is being written and closes the databases. */
	close(): Promise<void>;
}

const place = Symbol.for('relais.instance');
const store = globalThis as { [place]?: OpenInstance };

/**
 * Opens the databases in the data folder, making and migrating them as needed. Opened already (a reload in `vite dev`):
 * gives that one. Throws DatabaseError when a database can't be used.
 */
export async function openInstance(settings: Settings): Promise<Instance> {
	const already = store[place];
	if (already) {
		if (already.settings.dataDir === settings.dataDir) return already;
		throw new Error(`An instance is open on ${already.settings.dataDir}: call closeInstance before opening ${settings.dataDir}.`);
	}
	const opened: Database[] = [];
	try {
		for (const name of databaseNames) {
			opened.push(await openDatabase(databaseOptions(settings, name)));
		}
		const [accounts, voices, live, moderation] = opened as [Database, Database, Database, Database];
		return (store[place] = new OpenInstance(settings, { accounts, voices, live, moderation }, await readDemo(accounts)));
	} catch (error) {
		for (const database of opened) await database.close();
		throw error;
	}
}

/** Where a database of the instance is and how it is opened. */
export function databaseOptions(
	{ dataDir, accountsKey, database = null }: Pick<Settings, 'dataDir' | 'accountsKey'> & Partial<Pick<Settings, 'database'>>,
	name: DatabaseName
): DatabaseOptions {
	const encryptionKey = name === 'accounts' ? accountsKey : null;
	const remote = database && { ...database, url: database.url.replace('{database}', name) };
	return { file: join(dataDir, `${name}.db`), remote, migrations: `drizzle/${name}`, secureDelete: true, encryptionKey };
}

/** The open instance. Throws when there is none: a page made at build time must not ask for it. */
export function getInstance(): Instance {
	const opened = store[place];
	if (opened) return opened;
	throw new Error('No instance is open. Call openInstance first (hooks.server.ts does); prerendered pages cannot use it.');
}

/** Closes the open instance, if any. */
export async function closeInstance(): Promise<void> {
	await store[place]?.close();
}

/** Marks the data folder, for good, as filled with fictional people and counts. */
export async function markDemo(instance: Instance): Promise<void> {
	const row = { key: 'demo', value: '1' };
	await instance.accounts.write((tx) =>
		tx.insert(instanceTable).values(row).onConflictDoUpdate({ target: instanceTable.key, set: row })
	);
	if (instance instanceof OpenInstance) instance.seeded = true;
}

class OpenInstance implements Instance {
	readonly log: Logger;
	readonly metrics: Metrics;
	stopping = false;
	readonly mail: SendMail | null;
	readonly accounts: Database;
	readonly voices: Database;
	readonly live: Database;
	readonly moderation: Database;

	constructor(
		readonly settings: Settings,
		databases: Pick<Instance, DatabaseName>,
		public seeded: boolean
	) {
		this.log = createLog(settings.logLevel);
		this.metrics = createMetrics((name) => databases[name].file);
		this.mail = settings.mail && createMailer(settings.mail);
		this.accounts = databases.accounts;
		this.voices = databases.voices;
		this.live = databases.live;
		this.moderation = databases.moderation;
	}

	get demo(): boolean {
		return this.settings.demo || this.seeded;
	}

	async close(): Promise<void> {
		if (store[place] === this) delete store[place];
		await Promise.all(databaseNames.map((name) => this[name].close()));
	}
}

async function readDemo(accounts: Database): Promise<boolean> {
	const [row] = await accounts.read.select().from(instanceTable).where(eq(instanceTable.key, 'demo'));
	return row?.value === '1';
}
