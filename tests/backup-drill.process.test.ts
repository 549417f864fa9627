// The restore drill, by the commands that docs/operate.md names: back up, lose everything, restore, and all is there.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, it, onTestFinished } from 'vitest';
import { seedDemo } from '../src/cli/demo';
import { openDatabase } from '../src/lib/database/database.server';
import { withFile } from '../src/lib/database/snapshot.server';
import { liveTablesKept } from '../src/lib/ops/backup';
import { databaseNames, type DatabaseName } from '../src/lib/ops/database-names';
import { closeInstance, openInstance } from '../src/lib/ops/instance.server';
import { readSettings } from '../src/lib/ops/settings';
import { temporaryFolder } from './temporary';

function command(script: string, dataDir: string, ...parameters: string[]) {
	const env = { ...process.env, DATA_DIR: dataDir, NODE_ENV: 'production' };
	return spawnSync(process.execPath, ['--import', 'tsx', `src/cli/${script}.ts`, ...parameters], { env, encoding: 'utf8' });
}

/** Every row of every table, in an order of its own. */
async function readAll(folder: string, name: DatabaseName): Promise<Record<string, string[]>> {
	return withFile(join(folder, `${name}.db`), null, async (client) => {
		const tables = await client.execute(
			"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
		);
		const found: Record<string, string[]> = {};
		for (const row of tables.rows) {
			const table = String(row[0]);
			if (name === 'live' && !liveTablesKept.includes(table)) continue;
			const { rows, columns } = await client.execute(`SELECT * FROM "${table}"`);
			found[table] = rows.map((each) => JSON.stringify(columns.map((_, at) => each[at]))).sort();
		}
		return found;
	});
}

it('backup, wipe, restore: everything is there', { timeout: 120_000 }, async () => {
	const [dataDir, backups, keys] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
	const identity = await generateX25519Identity();
	writeFileSync(join(keys, 'identity'), `# kept apart from the backups\n${identity}\n`);
	await seedDemo(await openInstance(readSettings({ NODE_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: dataDir })), new Date());
	const before = Object.fromEntries(await Promise.all(databaseNames.map(async (name) => [name, await readAll(dataDir, name)])));
	expect(Object.values(before.accounts ?? {}).flat().length).toBeGreaterThan(20);

	// The instance is open: a backup stops nobody.
	const backup = command('backup', dataDir, '--to', backups, '--recipient', await identityToRecipient(identity), '--apart', '0');
	expect(backup.stderr + backup.stdout).toMatch(/accounts: .*\.age/);
	expect(backup.status).toBe(0);
	await closeInstance();
	rmSync(dataDir, { recursive: true });
	expect(existsSync(dataDir)).toBe(false);

	const restored = command('restore', dataDir, '--from', backups, '--identity-file', join(keys, 'identity'));
	expect(restored.stderr + restored.stdout).toMatch(/moderation: restored as of/);
	expect(restored.status).toBe(0);
	for (const name of databaseNames) expect(await readAll(dataDir, name), name).toEqual(before[name]);
	expect(readdirSync(dataDir).filter((file) => !/^(accounts|voices|live|moderation)\.db(-wal|-shm)?$/.test(file))).toEqual([]);
});

it('accounts.db is encrypted by a command, and opens with the key only', { timeout: 60_000 }, async () => {
	const dataDir = temporaryFolder();
	expect(command('migrate', dataDir).status).toBe(0);
	const file = join(dataDir, 'accounts.db');
	const key = 'k'.repeat(64);
	process.env.ACCOUNTS_KEY = key;
	onTestFinished(() => void delete process.env.ACCOUNTS_KEY);
	const encrypted = command('encrypt-accounts', dataDir);
	expect(encrypted.stderr + encrypted.stdout).toContain('accounts.db is encrypted');
	expect(readFileSync(file).includes('CREATE TABLE')).toBe(false);
	expect(readdirSync(dataDir).filter((name) => /old|encrypting/.test(name))).toEqual([]);
	await (await openDatabase({ file, migrations: 'drizzle/accounts', encryptionKey: key })).close();
	expect(command('migrate', dataDir, '--dry-run').stdout).toMatch(/accounts: \d+ applied, nothing to do/);
});

it('every command explains itself, and refuses what it doesn’t know', { timeout: 60_000 }, async () => {
	const names = ['backup', 'restore', 'migrate', 'retention', 'encrypt-accounts', 'reseal', 'make-coordinator'];
	const asked = names.map(async (name) => {
		const child = spawn(process.execPath, ['--import', 'tsx', `src/cli/${name}.ts`, '--nonsense'], {
			stdio: ['ignore', 'ignore', 'pipe']
		});
		let said = '';
		child.stderr.on('data', (chunk) => (said += chunk));
		const [code] = await once(child, 'close');
		return { name, code, usage: /npm run .*\n[^]*Exit codes/.test(said) };
	});
	expect(await Promise.all(asked)).toEqual(names.map((name) => ({ name, code: 2, usage: true })));
	expect(command('migrate', '/nowhere', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--dry-run') });
});
