// npm run content:new <slug> [-- --dir DIR]: starts a module that passes every check, with a plan for each ending and the files
// of its translations.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isSlug, longestSlug, scaffoldModule } from '../lib/content/scaffold';

const { values, positionals } = parseArgs({
	options: { dir: { type: 'string', default: 'content/modules' } },
	allowPositionals: true
});
const [slug = '', ...more] = positionals;
const refusal = refuse(slug, more.length);
if (refusal) {
	console.error(refusal);
	process.exitCode = 1;
} else create(slug, join(values.dir, slug));

function refuse(slug: string, more: number): string | null {
	if (slug === '' || more > 0) return 'Give the new module one name, like: npm run content:new ma-belle-histoire';
	if (!isSlug(slug))
		return `“${slug}” can’t be the name of a module: use lower-case letters a-z, digits and single hyphens, ${longestSlug} characters at most.`;
	if (existsSync(join(values.dir, slug)))
		return `There is a module “${slug}” already, in ${join(values.dir, slug)}: choose another name.`;
	return null;
}

function create(slug: string, folder: string): void {
	mkdirSync(folder, { recursive: true });
	for (const [name, text] of scaffoldModule(slug)) writeFileSync(join(folder, name), text);
	console.log(`${join(folder, 'module.svx')} is a module that works: change it, and look at it with "npm run dev".
When you change it: "npm run content:check" says what to correct, "npm run content:plans" plays its plans,
"npm run content:extract" brings its translations up to date. content/README.md explains each.`);
}
