// npm run content:extract [-- --dir DIR] [--check]: brings the frozen ids (units.json) and translation files of every module, training unit and
// kit up to date with its French text. --check changes nothing and fails where something would change.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileKits } from '../lib/content/kit-compile';
import { compileAll, storyFolders } from '../lib/content/locate';
import { readPo, updatePo } from '../lib/content/po';
import type { Unit } from '../lib/content/source';
import { formatRegistry } from '../lib/content/units';
import { locales, sourceLocale, type Locale } from '../lib/i18n/locales';

const { values } = parseArgs({ options: { dir: { type: 'string' }, check: { type: 'boolean' } } });
const folders = values.dir ? [values.dir] : storyFolders;
const modules = folders.flatMap((folder) => compileAll(folder)).map((each) => ({ ...each, id: each.modules?.fr.graph.id }));
const kits = compileKits(values.dir ?? 'content/kits', () => true).map((each) => ({
	...each,
	id: each.kits && `kit ${each.slug}`
}));
for (const { file, id, units, registry } of [...modules, ...kits]) {
	if (!id) {
		refuse(`${file}: its front matter can’t be read; run "npm run content:check"`);
		continue;
	}
	if (!registry) {
		refuse(`${dirname(file)}/units.json: can’t be read; restore it, for it keeps the ids of the translations`);
		continue;
	}
	const path = join(dirname(file), 'units.json');
	write(path, existsSync(path) ? readFileSync(path, 'utf8') : null, formatRegistry(registry), units.length);
	for (const { id: locale } of locales) if (locale !== sourceLocale) update(dirname(file), locale, id, units);
}

function update(folder: string, locale: Locale, id: string, units: Unit[]): void {
	const path = join(folder, `${locale}.po`);
	const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
	const read = readPo(before ?? '');
	if (!read.ok) {
		refuse(`${path}: ${read.message}; repair the file or delete it`);
		return;
	}
	write(path, before, updatePo(before, locale, id, units), units.length);
}

function write(path: string, before: string | null, after: string, units: number): void {
	if (after === before) return;
	if (values.check) {
		refuse(`${path}: is not up to date; run "npm run content:extract" and commit what it changes`);
		return;
	}
	writeFileSync(path, after);
	console.log(`${path}: ${units} units`);
}

/** Leaves a file as it is, and says why. */
function refuse(message: string): void {
	console.error(message);
	process.exitCode = 1;
}
