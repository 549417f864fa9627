// `npm run test:mutation`: damages the rules of the paths, one place at a time, and asks the table of cases of each damaged copy. Fails
// when less than 80 % of the copies are noticed, and prints those that weren't.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Path from '../../src/lib/certification/path';
import type * as Rubric from '../../src/lib/certification/rubric';
import { checkCase } from './check-case';
import { listMutants } from './mutants';
import { cases } from './path-cases';
import { checkRubric } from './rubric-cases';

const least = 0.8;
const folder = 'src/lib/certification';

const targets: { file: string; check: (rules: never) => string[] }[] = [
	{
		file: `${folder}/path.ts`,
		check: (rules: typeof Path) => cases.flatMap((each) => checkCase(rules, each))
	},
	{ file: `${folder}/rubric.ts`, check: (rules: typeof Rubric) => checkRubric(rules) }
];

const scratch = mkdtempSync(join(tmpdir(), 'relais-mutants-'));
let copies = 0;

/** Runs a copy: under a name of its own, because a module is loaded once. */
async function load(text: string): Promise<never> {
	const at = join(scratch, `${copies++}.ts`);
	// A copy elsewhere finds its neighbours and its packages by their whole address.
	const whole = text
		.replace(/from '(\.\.?\/[^']+)'/g, (_, from: string) => `from '${pathToFileURL(resolve(folder, from)).href}.ts'`)
		.replace(/from 'valibot'/g, `from '${import.meta.resolve('valibot')}'`);
	writeFileSync(at, whole);
	return (await import(pathToFileURL(at).href)) as never;
}

let failed = false;
try {
	for (const { file, check } of targets) {
		const source = readFileSync(file, 'utf8');
		const sound = check(await load(source));
		if (sound.length > 0) throw new Error(`The table refuses ${file} itself:\n${sound.join('\n')}`);
		const survivors: string[] = [];
		const mutants = listMutants(source);
		for (const { line, what, text } of mutants) {
			let noticed: boolean;
			try {
				noticed = check(await load(text)).length > 0;
			} catch {
				noticed = true;
			}
			if (!noticed) survivors.push(`  ${file}:${line}  ${what}`);
		}
		const score = (mutants.length - survivors.length) / mutants.length;
		console.log(
			`${file}: ${mutants.length - survivors.length} of ${mutants.length} mutants noticed (${(score * 100).toFixed(1)} %)`
		);
		if (survivors.length > 0) console.log(`Not noticed:\n${survivors.join('\n')}`);
		failed ||= score < least;
	}
} finally {
	rmSync(scratch, { recursive: true });
}
if (failed) {
	console.error(`A table that notices less than ${least * 100} % of the mutants proves too little: add cases for those listed.`);
	process.exit(1);
}
