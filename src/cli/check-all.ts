// Checks every module and training unit under some directories on all cores: modules are independent of each other. Threads hand back findings only, as a
// module with its words would be more work to pass on than to compile.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { takeShare, type Checked, type Share } from './check-share';
import { listModuleFolders } from '../lib/content/locate';

/** With fewer modules, the work is done before a thread has started. */
const fewestToShare = 32;

/** Checks every module of each directory, in alphabetical order; its findings are those of `compileAll`. */
export async function checkAll(...directories: string[]): Promise<Checked[]> {
	const folders = directories.flatMap((directory) => listModuleFolders(directory));
	const checked: Checked[] = [];
	const share: Share = { directories, taken: new SharedArrayBuffer(4) };
	const helpers = folders.length < fewestToShare ? [] : startHelpers(share, checked);
	for (const [index, found] of takeShare(folders, share)) {
		checked[index] = found;
		// A thread needs this one to start, and to hand back what it found.
		if (helpers.length > 0) await setImmediate();
	}
	await Promise.all(helpers);
	return checked;
}

/** A thread for each other core; each ends when no module is left. */
function startHelpers(share: Share, checked: Checked[]): Promise<unknown>[] {
	return Array.from({ length: availableParallelism() - 1 }, () => {
		// A thread doesn't inherit from tsx how to read TypeScript.
		const worker = new Worker(new URL('check-worker.mjs', import.meta.url), { workerData: share });
		worker.on('message', ([index, found]: [number, Checked]) => (checked[index] = found));
		return once(worker, 'exit');
	});
}
