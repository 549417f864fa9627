// A folder for what is half done, beside the data and as well protected as they are.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Runs some work in a fresh folder below `parent`, which is gone afterwards; what a killed run of the same name left goes first. */
export async function withWorkFolder<T>(parent: string, name: string, work: (folder: string) => Promise<T>): Promise<T> {
	const prefix = `.${name}-`;
	await mkdir(parent, { recursive: true, mode: 0o700 });
	for (const entry of await readdir(parent))
		if (entry.startsWith(prefix)) await rm(join(parent, entry), { recursive: true, force: true });
	const folder = await mkdtemp(join(parent, prefix));
	try {
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
