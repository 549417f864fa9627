// The commands of content, run as an author runs them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sample } from '../lib/content/sample';

// Each command is a process of its own; a busy machine takes seconds to start one.
vi.setConfig({ testTimeout: 60_000 });

let directory = '';

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'relais-content-'));
	mkdirSync(join(directory, 'sample'));
});

afterEach(() => {
	rmSync(directory, { recursive: true });
});

function run(
	command: 'check' | 'extract' | 'plans' | 'new',
	...options: string[]
): { status: number | null; stdout: string; stderr: string } {
	const args = ['--import', 'tsx', `src/cli/content-${command}.ts`, '--dir', directory, ...options];
	return spawnSync(process.execPath, args, { encoding: 'utf8' });
}

const write = (name: string, text: string) => writeFileSync(join(directory, 'sample', name), text);
const read = (name: string) => readFileSync(join(directory, 'sample', name), 'utf8');

it('content:check passes a good module and fails a bad one, with file, line, code and remedy', () => {
	write('module.svx', sample);
	const good = run('check');
	expect(good.stdout).toContain('1 modules, 0 errors, 3 warnings');
	expect(good.status).toBe(0);

	write('module.svx', sample.replace('(#dur)', '(#nulle-part)'));
	const bad = run('check');
	expect(bad.stdout).toMatch(/sample\/module\.svx:\d+:1 E103 error: there is no node “nulle-part” — Point to an existing node/);
	expect(bad.status).toBe(1);

	const json = run('check', '--json');
	expect(JSON.parse(json.stdout)).toContainEqual(expect.objectContaining({ code: 'E103', severity: 'error' }));
	expect(json.status).toBe(1);
});

it('content:extract writes a file per language, once, and says what it can’t read', () => {
	write('module.svx', sample);
	expect(run('extract').stdout).toMatch(/units\.json: 36 units\n.*nl\.po: 36 units\n.*en\.po: 36 units\n.*ar\.po: 36 units/);
	expect(read('ar.po')).toContain('msgctxt "debut.p1"\nmsgid "Un texte **fort** et [une page](/help)."');
	expect(run('extract')).toMatchObject({ status: 0, stdout: '' });

	write('nl.po', 'msgid "a\nmsgstr');
	const damaged = run('extract');
	expect(damaged.stderr).toContain('nl.po');
	expect(damaged.status).toBe(1);
	expect(read('nl.po')).toBe('msgid "a\nmsgstr');

	write('module.svx', 'no front matter');
	const unreadable = run('extract');
	expect(unreadable.stderr).toContain('content:check');
	expect(unreadable.status).toBe(1);
	expect(read('ar.po')).toContain('debut.p1');
});

it('content:extract --check changes nothing and fails where something would change', () => {
	write('module.svx', sample);
	const early = run('extract', '--check');
	expect(early.status).toBe(1);
	expect(early.stderr).toMatch(/units\.json: is not up to date; run "npm run content:extract"/);
	expect(readdirSync(join(directory, 'sample'))).toEqual(['module.svx']);
	expect(run('extract').status).toBe(0);
	expect(run('extract', '--check')).toMatchObject({ status: 0, stdout: '' });

	write('module.svx', sample.replace('Bravo.', 'Très bien.'));
	const late = run('extract', '--check');
	expect(late.status).toBe(1);
	expect(late.stderr).toMatch(/nl\.po: is not up to date/);
	expect(read('nl.po')).toContain('Bravo.');

	write('units.json', '{');
	const damaged = run('extract');
	expect(damaged.stderr).toMatch(/units\.json: can’t be read; restore it/);
	expect(damaged.status).toBe(1);
	expect(run('check').stdout).toMatch(/units\.json:1:1 E174/);
});

it('content:plans fails below 100 %, records what is missing, and then passes', () => {
	write('module.svx', sample);
	const bare = run('plans');
	expect(bare.stdout).toContain('sample: 0 plays, 0 % (0/4) of nodes, 0 % (0/5) of choices\n  not played: debut\n');
	expect(bare.stdout).toContain('run "npm run content:plans -- --record"');
	expect(bare.status).toBe(1);

	const recorded = run('plans', '--record');
	expect(recorded.stdout).toMatch(/^sample: \d plays, 100 % \(4\/4\) of nodes, 100 % \(5\/5\) of choices\n$/);
	expect(recorded.status).toBe(0);
	expect(readdirSync(join(directory, 'sample'))).toEqual(['bien.plan', 'dur.plan', 'module.svx']);
	const [report] = JSON.parse(run('plans', '--json').stdout) as { slug: string; findings: unknown[] }[];
	expect(report).toMatchObject({ slug: 'sample', findings: [], coverage: { edges: { covered: 5, total: 5, missing: [] } } });

	write('dur.plan', read('dur.plan').replace('end: hard', 'end: good'));
	const broken = run('plans');
	expect(broken.stdout).toMatch(/sample\/dur\.plan:\d+ the play ends hard, in “dur” — Correct the ending here/);
	expect(broken.status).toBe(1);

	write('module.svx', 'no front matter');
	expect(run('plans')).toMatchObject({ status: 1, stderr: expect.stringContaining('can’t be played') as string });
});

it('content:new starts a module that passes all three, and refuses a name that is taken or impossible', () => {
	rmSync(join(directory, 'sample'), { recursive: true });
	expect(run('new', 'ma-belle-histoire')).toMatchObject({ status: 0, stdout: expect.stringContaining('module.svx') as string });
	expect(run('new', '2026').status).toBe(0);
	expect(run('check').stdout).toContain('2 modules, 0 errors, 6 warnings');
	const plans = run('plans');
	expect(plans.stdout).toContain('ma-belle-histoire: 3 plays, 100 % (4/4) of nodes, 100 % (6/6) of choices');
	expect(plans.status).toBe(0);
	expect(run('extract', '--check')).toMatchObject({ status: 0, stdout: '', stderr: '' });

	expect(run('new', 'ma-belle-histoire').stderr).toMatch(
		/^There is a module “ma-belle-histoire” already, in .*: choose another name\.\n$/
	);
	for (const name of ['Ma_Belle', '../ailleurs', 'é', 'a'.repeat(61)])
		expect(run('new', name)).toMatchObject({
			status: 1,
			stderr: expect.stringContaining('can’t be the name of a module') as string
		});
	expect(run('new')).toMatchObject({ status: 1, stderr: expect.stringContaining('Give the new module one name') as string });
	expect(readdirSync(directory)).toEqual(['2026', 'ma-belle-histoire']);
});

it('content:new --unit starts a training unit for young people or for adults, and refuses a number that is none', () => {
	directory = join(directory, 'training');
	for (const [slug, unit] of [
		['ecouter', 'P4'],
		['accompagner', 'C1']
	] as const)
		expect(run('new', slug, '--unit', unit)).toMatchObject({
			status: 0,
			stdout: expect.stringContaining('is a training unit that works') as string
		});
	expect(run('check').stdout).toContain('2 modules, 0 errors, 6 warnings');
	expect(run('plans').status).toBe(0);
	expect(run('new', 'autre', '--unit', 'C9').stderr).toContain('There is no unit “C9”');
	directory = join(directory, '..');
});
