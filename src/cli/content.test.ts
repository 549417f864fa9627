// The two commands of content, run as an author runs them.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

function run(command: 'check' | 'extract', ...options: string[]): { status: number | null; stdout: string; stderr: string } {
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
	expect(run('extract').stdout).toMatch(/nl\.po: 34 units\n.*en\.po: 34 units\n.*ar\.po: 34 units/);
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
