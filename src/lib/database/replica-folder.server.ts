// Where a process keeps its replicas: a folder of its own each, deleted when the process ends. Two processes must never write one
// replica, and a new one is made faster than an old one could be trusted.
import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseError } from './database-error';

export interface ReplicaFolder {
	file: string;
	remove(): Promise<void>;
}

const prefix = '.replica-';

/** Milliseconds between two signs of life of a folder, and after which one without is what a killed process left. */
const life = { sign: 60_000, over: 600_000 };

/** Makes a folder beside `file` for a replica of the same name, open to this user alone, and deletes what killed processes left. */
export async function makeReplicaFolder(file: string): Promise<ReplicaFolder> {
	const parent = dirname(file);
	const folder = await make(parent);
	const tend = async () => {
		const now = new Date();
		await utimes(folder, now, now);
		await removeLeft(parent, now.getTime());
	};
	await tend();
	const timer = setInterval(() => void tend().catch(() => undefined), life.sign);
	timer.unref();
	return {
		file: join(folder, basename(file)),
		async remove() {
			clearInterval(timer);
			await rm(folder, { recursive: true, force: true });
		}
	};
}

async function make(parent: string): Promise<string> {
	try {
		await mkdir(parent, { recursive: true, mode: 0o700 });
		return await mkdtemp(join(parent, prefix));
	} catch (error) {
		const remedy = 'Let the user that runs Relais write it, or set DATA_DIR to another folder.';
		throw new DatabaseError('folder-missing', `The data folder ${parent} can't hold a replica.`, remedy, error);
	}
}

async function removeLeft(parent: string, now: number): Promise<void> {
	for (const name of await readdir(parent)) {
		if (!name.startsWith(prefix)) continue;
		const folder = join(parent, name);
		// Another process may be deleting it, too.
		const found = await stat(folder).catch(() => null);
		if (found && now - found.mtimeMs > life.over) await rm(folder, { recursive: true, force: true });
	}
}
