// A corpus of modules that are wrong in one way each. The checker says exactly what is expected of each (code, file, line), never
// throws, and leaves the others alone. tests/fixtures/content-bad/<name>/expected.json is written by hand, not by the checker.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { codes } from '../src/lib/content/codes';
import type { Finding } from '../src/lib/content/finding';
import { compileAll } from '../src/lib/content/locate';
import { sample } from '../src/lib/content/sample';
import { temporaryFolder } from './temporary';

// A command is a process of its own; a busy machine takes seconds to start one.
vi.setConfig({ testTimeout: 120_000 });

const corpus = 'tests/fixtures/content-bad';
/** Training units are what lies in a folder of that name. */
const units = 'tests/fixtures/content-bad-units/training';
const names = [corpus, units].flatMap((folder) =>
	readdirSync(folder)
		.sort()
		.map((name) => `${folder}/${name}`)
);

interface Expected {
	code: string;
	file: string;
	line: number;
}

function check(directory: string): { status: number | null; stderr: string; findings: Finding[] } {
	const args = ['--import', 'tsx', 'src/cli/content-check.ts', '--dir', directory, '--json'];
	const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
	return { status, stderr, findings: JSON.parse(stdout) as Finding[] };
}

function shorten(findings: Expected[]): string[] {
	return findings.map(({ code, file, line }) => `${file}:${line} ${code}`).sort();
}

const [checked, checkedUnits] = [check(corpus), check(units)];
const findings = [...checked.findings, ...checkedUnits.findings];

describe('content:check on the corpus', () => {
	it('has sixty modules and more, and every code', () => {
		expect(names.length).toBeGreaterThanOrEqual(60);
		const found = new Set(findings.map(({ code }) => code));
		expect(Object.keys(codes).filter((code) => !found.has(code as Finding['code']))).toEqual([]);
	});

	it('fails, without a trace of its own stack', () => {
		for (const { status, stderr } of [checked, checkedUnits]) {
			expect(status).toBe(1);
			expect(stderr).not.toMatch(/\n\s+at |Error:/);
		}
	});

	it.each(names)('%s', (name) => {
		const expected = JSON.parse(readFileSync(join(name, 'expected.json'), 'utf8')) as Expected[];
		const folder = `${name}/`;
		const found = findings.filter(({ file }) => file.startsWith(folder));
		expect(shorten(found.map((finding) => ({ ...finding, file: finding.file.slice(folder.length) })))).toEqual(shorten(expected));
		for (const { message, remedy } of found) expect(message && remedy).toBeTruthy();
	});
});

it('leaves other modules buildable', () => {
	const neighbour = compileAll(corpus).find(({ slug }) => slug === 'good-neighbour');
	expect(neighbour?.modules?.fr.nodes.debut?.title).toBe('Le début');
	expect(neighbour?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('refuses a file of 5 MB at once', () => {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'huge'));
	writeFileSync(join(folder, 'huge', 'module.svx'), sample + 'Encore une phrase. '.repeat(270_000));
	const { status, findings } = check(folder);
	expect(findings).toMatchObject([{ code: 'E180', line: 1 }]);
	expect(status).toBe(1);
});
