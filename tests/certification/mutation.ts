// `npm run test:mutation [-- file…]`: damages the rules of paths and badges, one place at a time, and asks each damaged copy the cases
// of its table. Fails when less than 80 % of a file's copies are noticed, and prints those that weren't.
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Verdict } from './mutant-process';
import { listMutants } from './mutants';
import { folder, targets } from './targets';

const least = 0.8;
/** In milliseconds: a copy that never ends is noticed too. */
const patience = 10_000;
const scratch = mkdtempSync(join(tmpdir(), 'relais-mutants-'));

/** Asks the mutants from this one on in a process of their own; gives those that weren't noticed, and the next to ask. */
function ask(file: string, from: number, count: number): Promise<{ survivors: number[]; next: number }> {
	return new Promise((resolve, reject) => {
		const survivors: number[] = [];
		let next = from;
		let refused: string | null = null;
		const child = fork(join(import.meta.dirname, 'mutant-process.ts'), [file, String(from), scratch], {
			execArgv: ['--import', 'tsx', '--max-old-space-size=1024']
		});
		const stop = () => child.kill('SIGKILL');
		// The first answer waits for the table, whose keys take their time.
		let timer = setTimeout(stop, 6 * patience);
		child.on('message', (verdict: Verdict) => {
			clearTimeout(timer);
			timer = setTimeout(stop, patience);
			if ('refused' in verdict) refused = verdict.refused;
			else {
				if (!verdict.noticed) survivors.push(verdict.index);
				next = verdict.index + 1;
			}
		});
		child.on('exit', () => {
			clearTimeout(timer);
			if (refused !== null) reject(new Error(`The table refuses ${file} itself: ${refused}`));
			else resolve({ survivors, next: next < count ? next + 1 : next });
		});
	});
}

let failed = false;
try {
	const wanted = process.argv.slice(2);
	for (const file of Object.keys(targets).filter((each) => wanted.length === 0 || wanted.includes(each))) {
		const path = `${folder}/${file}.ts`;
		const mutants = listMutants(readFileSync(path, 'utf8'));
		const survivors: number[] = [];
		const began = Date.now();
		for (let from = 0; from < mutants.length;) {
			const answer = await ask(file, from, mutants.length);
			survivors.push(...answer.survivors);
			from = answer.next;
		}
		const noticed = mutants.length - survivors.length;
		const score = noticed / mutants.length;
		const seconds = Math.round((Date.now() - began) / 1000);
		console.log(`${path}: ${noticed} of ${mutants.length} mutants noticed (${(score * 100).toFixed(1)} %) in ${seconds} s`);
		for (const index of survivors) console.log(`  not noticed: line ${mutants[index]?.line}  ${mutants[index]?.what}`);
		failed ||= score < least;
	}
} finally {
	rmSync(scratch, { recursive: true });
}
if (failed) {
	console.error(`A table that notices less than ${least * 100} % of the mutants proves too little: add cases for those listed.`);
	process.exit(1);
}
