// Asks the mutants of one file, from a given one on, and tells after each whether a case noticed it. A process of its own, because a
// damaged loop may never end.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listMutants } from './mutants';
import { firstBroken } from './table';
import { folder, targets } from './targets';

export type Verdict = { index: number; noticed: boolean } | { refused: string };

const [file = '', from = '0', scratch = ''] = process.argv.slice(2);
const tell = (verdict: Verdict) => new Promise((done) => process.send?.(verdict, done));

/** Runs a copy: under a name of its own, because a module is loaded once. */
async function load(text: string, name: string): Promise<never> {
	const at = join(scratch, `${file}-${name}.ts`);
	// A copy elsewhere finds its neighbours and its packages by their whole address.
	const whole = text.replace(/from '([^']+)'/g, (_, name: string) => {
		const address = name.startsWith('.') ? `${pathToFileURL(resolve(folder, name)).href}.ts` : import.meta.resolve(name);
		return `from '${address}'`;
	});
	writeFileSync(at, whole);
	return (await import(pathToFileURL(at).href)) as never;
}

const source = readFileSync(`${folder}/${file}.ts`, 'utf8');
const cases = (await targets[file]?.()) ?? [];
const refused = await firstBroken(cases, await load(source, 'sound'));
if (refused !== null) await tell({ refused });
else
	for (const [index, { text }] of listMutants(source).entries()) {
		if (index < Number(from)) continue;
		const noticed = await load(text, String(index)).then(
			async (copy) => (await firstBroken(cases, copy)) !== null,
			() => true
		);
		await tell({ index, noticed });
	}
process.disconnect();
