// What the threads of content:check share: the modules of some directories, and how many of them are taken.
import type { Finding } from '../lib/content/finding';
import { compileFolder, type ModuleFolder } from '../lib/content/locate';

export interface Share {
	directories: string[];
	/** One number: how many modules are taken, in the order of the directories. */
	taken: SharedArrayBuffer;
}

export interface Checked {
	slug: string;
	findings: Finding[];
}

/** Checks the next module that nobody has taken, with its index, until none is left. */
export function* takeShare(folders: ModuleFolder[], { taken }: Share): Generator<[number, Checked]> {
	const counter = new Int32Array(taken);
	for (let index = Atomics.add(counter, 0, 1); index < folders.length; index = Atomics.add(counter, 0, 1)) {
		const { slug, findings } = compileFolder(folders[index]!);
		yield [index, { slug, findings }];
	}
}
