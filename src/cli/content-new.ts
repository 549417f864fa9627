// npm run content:new <slug> [-- --dir DIR] [--unit P1]: starts a module (with --unit, a training unit) that passes every check, with
// a plan for each ending and the files of its translations.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isSlug, longestSlug, scaffoldModule } from '../lib/content/scaffold';
import { findAudience, type UnitNumber } from '../lib/content/training';

const { values, positionals } = parseArgs({
	options: { dir: { type: 'string' }, unit: { type: 'string' } },
	allowPositionals: true
});
const directory = values.dir ?? (values.unit ? 'content/training' : 'content/modules');
const [slug = '', ...more] = positionals;
const audience = values.unit ? findAudience(values.unit) : null;
const refusal = refuse(slug, more.length);
if (refusal) {
	console.error(refusal);
	process.exitCode = 1;
} else create(slug, join(directory, slug));

function refuse(slug: string, more: number): string | null {
	if (slug === '' || more > 0) return 'Give the new module one name, like: npm run content:new ma-belle-histoire';
	if (!isSlug(slug))
		return `“${slug}” can’t be the name of a module: use lower-case letters a-z, digits and single hyphens, ${longestSlug} characters at most.`;
	if (values.unit && !audience) return `There is no unit “${values.unit}”: P1 to P7 are for peer experts, C1 to C5 for coaches.`;
	if (existsSync(join(directory, slug)))
		return `There is a module “${slug}” already, in ${join(directory, slug)}: choose another name.`;
	return null;
}

function create(slug: string, folder: string): void {
	const training = audience ? { unit: values.unit as UnitNumber, audience } : undefined;
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of scaffoldModule(slug, training)) writeFileSync(join(folder, name), text);
	console.log(`${join(folder, 'module.svx')} is a ${training ? 'training unit' : 'module'} that works: change it, and look at it with "npm run dev".
When you change it: "npm run content:check" says what to correct, "npm run content:plans" plays its plans,
"npm run content:extract" brings its translations up to date. content/README.md explains each.`);
}
