// npm run content:extract [-- --dir DIR]: brings the translation files of every module up to date with its French text.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileAll } from '../lib/content/locate';
import { readPo, updatePo } from '../lib/content/po';
import type { Unit } from '../lib/content/source';
import { locales, sourceLocale, type Locale } from '../lib/i18n/locales';

const { values } = parseArgs({ options: { dir: { type: 'string', default: 'content/modules' } } });
for (const { file, modules, units } of compileAll(values.dir)) {
	if (!modules) {
		refuse(`${file}: its front matter can’t be read; run "npm run content:check"`);
		continue;
	}
	for (const { id: locale } of locales) if (locale !== sourceLocale) update(dirname(file), locale, modules.fr.graph.id, units);
}

function update(folder: string, locale: Locale, moduleId: string, units: Unit[]): void {
	const path = join(folder, `${locale}.po`);
	const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
	const read = readPo(before ?? '');
	if (!read.ok) {
		refuse(`${path}: ${read.message}; repair the file or delete it`);
		return;
	}
	const after = updatePo(before, locale, moduleId, units);
	if (after === before) return;
	writeFileSync(path, after);
	console.log(`${path}: ${units.length} units`);
}

/** Leaves a file as it is, and says why. */
function refuse(message: string): void {
	console.error(message);
	process.exitCode = 1;
}
