// Where the pictures come from and go to, and whether they are up to date. Kept apart from generate.ts, whose libraries take longer
// to load than everything here takes to run.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { characters, places } from './ids';

export const sourceDirectory = 'src/lib/illustrations';
export const outputDirectory = 'static/art';

/** Every generated file, relative to the output directory. */
export const outputs = [...characters.map((id) => `cast/${id}.svg`), ...[...places, 'phone'].map((id) => `places/${id}.svg`)];

function listInputs(root: string): string[] {
	const source = join(root, sourceDirectory);
	const drawings = readdirSync(join(source, 'places')).map((name) => join(source, 'places', name));
	const code = ['ids', 'cast', 'body', 'sprite', 'generate'].map((name) => join(source, `${name}.ts`));
	return [...drawings, ...code, join(root, 'node_modules/@dicebear/open-peeps/package.json')];
}

/** True when no picture is missing or older than the code and drawings it is made from. */
export function isFresh(root: string): boolean {
	const made = outputs.map((file) => statSync(join(root, outputDirectory, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
	return Math.min(...made) >= Math.max(...listInputs(root).map((file) => statSync(file).mtimeMs));
}

/** A short hash of all the pictures as they are on the disk. */
export function getArtVersion(root: string): string {
	const hash = createHash('sha256');
	for (const file of outputs) hash.update(readFileSync(join(root, outputDirectory, file)));
	return hash.digest('hex').slice(0, 8);
}
