// docs/security is held to what it says of itself: a row for each requirement, a reason for each no, test files that exist.
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { credentialName } from '../src/lib/ops/secret-file';
import { secretNames } from '../src/lib/ops/settings';

type Row = Record<'id' | 'level' | 'applies' | 'why' | 'control' | 'test' | 'state', string>;

const rows: Row[] = parse(readFileSync('docs/security/asvs.csv', 'utf8'), { columns: true });
const applicable = rows.filter(({ applies }) => applies === 'yes');
const ofLevel = (level: string, among = applicable) => among.filter((row) => row.level === level);
const share = (some: Row[], all: Row[]) => some.length / all.length;

it('asvs.csv judges each requirement once, with a control or a reason', () => {
	expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
	for (const { id, level, applies, why, control, state } of rows) {
		expect(id).toMatch(/^V\d+\.\d+\.\d+$/);
		expect(['1', '2'], id).toContain(level);
		expect(['met', 'operator', 'partly', 'not met', 'not applicable'], id).toContain(state);
		expect(applies, id).toBe(state === 'not applicable' ? 'no' : 'yes');
		if (state === 'met' || state === 'operator') expect(control, id).not.toBe('');
		if (state !== 'met') expect(why, id).not.toBe('');
	}
});

it('names test files and documents that exist', () => {
	for (const { id, test, control, why } of rows) {
		if (test !== '') expect(existsSync(test), `${id}: ${test}`).toBe(true);
		for (const [path] of `${control} ${why}`.matchAll(/\b(docs|scripts|src|tests)\/[\w./-]*\w/g))
			expect(existsSync(path), `${id}: ${path}`).toBe(true);
	}
});

it('has level 1 without a row that is not met, nine tenths of level 2, and most of it held by a test', () => {
	expect(ofLevel('1').filter(({ state }) => state === 'not met')).toEqual([]);
	expect(
		share(
			ofLevel('2').filter(({ state }) => state === 'met'),
			ofLevel('2')
		)
	).toBeGreaterThanOrEqual(0.9);
	expect(
		share(
			applicable.filter(({ test }) => test !== ''),
			applicable
		)
	).toBeGreaterThanOrEqual(0.7);
});

const published = '../shared/conformance/asvs-5.0.0.csv';

it.runIf(existsSync(published))('has the ids of ASVS 5.0.0, levels 1 and 2', () => {
	const all: { req_id: string; L: string }[] = parse(readFileSync(published, 'utf8'), {
		columns: true,
		bom: true,
		relax_column_count: true
	});
	const wanted = all.filter(({ L }) => L === '1' || L === '2').map(({ req_id: id, L }) => `${id} ${L}`);
	expect(rows.map(({ id, level }) => `${id} ${level}`)).toEqual(wanted);
});

it('the threat model names a control and a test for each threat', () => {
	const text = readFileSync('docs/security/threat-model.md', 'utf8');
	const threats = text.split('\n').filter((line) => /^\| \d+ \|/.test(line));
	expect(threats.length).toBeGreaterThan(15);
	for (const line of threats) {
		const [, , , control = '', test = ''] = line.split('|').map((cell) => cell.trim());
		expect(control, line).not.toBe('');
		expect(test, line).not.toBe('');
		for (const [, path = ''] of test.matchAll(/`([^`]+)`/g))
			expect(existsSync(path) || path.startsWith('npm run '), `${line}: ${path}`).toBe(true);
	}
});

const deploy = (file: string) => readFileSync(`scripts/deploy/${file}`, 'utf8');
const units = ['relais.service', 'relais-backup@.service'];

it('every secret is an encrypted credential of its unit, and the guide says how it becomes one', () => {
	const guide = readFileSync('docs/operate.md', 'utf8');
	for (const name of secretNames)
		expect(deploy('relais.service')).toContain(`\nLoadCredentialEncrypted=${credentialName(name)}\n`);
	for (const name of ['ACCOUNTS_KEY', 'BACKUP_PASSPHRASE'])
		for (const file of ['relais-backup@.service', 'relais'])
			expect(deploy(file), file).toContain(`LoadCredentialEncrypted=${credentialName(name)}`);
	for (const name of [...secretNames, 'BACKUP_PASSPHRASE'])
		expect(guide).toContain(`| \`${name}\` | \`${credentialName(name)}\` |`);
	for (const file of units)
		expect(deploy(file), file).not.toMatch(/^LoadCredential=|^Environment=.*(SECRET|KEY|TOKEN|PASSPHRASE|_URL)=/m);
	expect(guide).toContain('systemd-creds encrypt --name=relais.secret');
});

it('the units let nothing out but to this machine, and refuse system calls instead of killing', () => {
	for (const file of units) {
		expect(deploy(file), file).toContain('\nIPAddressDeny=any\n');
		expect(deploy(file), file).toContain('\nSystemCallErrorNumber=EPERM\n');
	}
	expect(deploy('relais.service').match(/^IPAddressAllow=.*$/gm)).toEqual(['IPAddressAllow=localhost']);
	expect(deploy('relais-backup@.service')).toContain('\nPrivateNetwork=yes\n');
});
