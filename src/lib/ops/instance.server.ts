// The one running instance: its settings, databases and log. Kept on globalThis, because the server's bundle, server.mjs and
// modules that `vite dev` reloads must all find the same one.
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Logger } from 'pino';
import { openDatabase, type Database } from '../database/database.server';
import { createLog } from './log.server';
import type { Settings } from './settings';
import { instanceTable } from './tables.server';

export interface Instance {
	readonly settings: Settings;
	/** People with a responsibility, organisations, groups. */
	readonly accounts: Database;
	/** Counts without anybody behind them. */
	readonly voices: Database;
	/** Sentences of young people that two adults have not read yet. */
	readonly moderation: Database;
	/** True when the fictional demo filled the data folder; pages then say so. */
	readonly demo: boolean;
	readonly log: Logger;
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
	const opened = store[place];
	if (opened) {
		if (opened.settings.dataDir === settings.dataDir) return opened;
		throw new Error(`An instance is open on ${opened.settings.dataDir}: call closeInstance before opening ${settings.dataDir}.`);
	}
	const open = (name: 'accounts' | 'voices' | 'moderation') =>
		openDatabase({ file: join(settings.dataDir, `${name}.db`), migrations: `drizzle/${name}`, secureDelete: true });
	const opening: Database[] = [];
	try {
		for (const name of ['accounts', 'voices', 'moderation'] as const) opening.push(await open(name));
		const [accounts, voices, moderation] = opening as [Database, Database, Database];
		return (store[place] = new OpenInstance(settings, accounts, voices, moderation, await readDemo(accounts)));
	} catch (error) {
		for (const database of opening) await database.close();
		throw error;
	}
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

	constructor(
		readonly settings: Settings,
		readonly accounts: Database,
		readonly voices: Database,
		readonly moderation: Database,
		public seeded: boolean
	) {
		this.log = createLog(settings.logLevel);
	}

	get demo(): boolean {
		return this.settings.demo || this.seeded;
	}

	async close(): Promise<void> {
		if (store[place] === this) delete store[place];
		await Promise.all([this.accounts.close(), this.voices.close(), this.moderation.close()]);
	}
}

async function readDemo(accounts: Database): Promise<boolean> {
	const [row] = await accounts.read.select().from(instanceTable).where(eq(instanceTable.key, 'demo'));
	return row?.value === '1';
}
