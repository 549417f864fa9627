// Plays recorded in the studio, while developing: each goes into the plan of the ending that it reaches, beside the module.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CompiledModule } from './graph';
import { appendPlay, type RecordedPlay } from './plan-record';

/** Adds a play to the plan of its ending, which is begun where there is none; gives the path of the file. */
export function addPlay(moduleFile: string, module: CompiledModule, play: RecordedPlay): string {
	const file = join(dirname(moduleFile), `${play.ending}.plan`);
	writeFileSync(file, appendPlay(existsSync(file) ? readFileSync(file, 'utf8') : null, module, play));
	return file;
}
