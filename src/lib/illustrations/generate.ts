// Draws every picture and writes it to static/art (not in version control). The same input gives the same bytes.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cast } from './cast';
import { characters, places, type PlaceId } from './ids';
import { outputDirectory, sourceDirectory } from './sources';
import { drawPlace, drawSprite } from './sprite';

/** All pictures by their path in the output directory. `root` is the project's directory. */
export function drawAll(root: string): Map<string, string> {
	const drawings = new Map<string, string>();
	for (const id of characters) drawings.set(`cast/${id}.svg`, drawSprite(cast[id]));
	for (const id of [...places, 'phone'] satisfies PlaceId[]) {
		const source = readFileSync(join(root, sourceDirectory, 'places', `${id}.svg`), 'utf8');
		drawings.set(`places/${id}.svg`, drawPlace(id, source));
	}
	return drawings;
}

/** Writes all pictures; each appears whole, since other processes may be generating or reading them at this moment. */
export function generateArt(root: string): void {
	for (const [file, svg] of drawAll(root)) {
		const path = join(root, outputDirectory, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(`${path}.${process.pid}`, svg);
		renameSync(`${path}.${process.pid}`, path);
	}
}
