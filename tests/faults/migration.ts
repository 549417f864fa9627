// kill -9 in the middle of migrations, from the first schema with many rows.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../src/lib/database/database.server';
import { checkDatabase, compareSchema, withFile } from '../../src/lib/database/snapshot.server';
import { expectThat, pause, type Fault } from './fault';

const rounds = 5;
const rows = 20_000;

export const migration: Fault[] = [
	{
		fault: `kill -9 during migrations from the first schema, ${rounds} times`,
		expected: 'each migration whole or absent; the next start finishes; no row lost',
		async try() {
			const folder = mkdtempSync(join(tmpdir(), 'relais-fault-'));
			const first = join(folder, 'first.db');
			const voices = await openDatabase({ file: first, migrations: firstMigration(folder) });
			await voices.write((tx) =>
				tx.run(
					sql`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) INSERT INTO seen_event SELECT '2026-27/Q1', 'event ' || i FROM n`
				)
			);
			await voices.close();
			const halves: number[] = [];
			for (let round = 0; round < rounds; round++) {
				const dataDir = join(folder, String(round));
				const file = join(dataDir, 'voices.db');
				cpSync(first, file, { recursive: true });
				const env = { ...process.env, DATA_DIR: dataDir };
				const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/migrate.ts'], {
					env,
					stdio: ['ignore', 'pipe', 'ignore']
				});
				const gone = once(child, 'exit');
				// After accounts, which comes first, is the moment of the voices.
				await once(child.stdout, 'data');
				await pause(Math.random() * 60);
				child.kill('SIGKILL');
				await gone;
				await checkDatabase(file, null);
				halves.push((await compareSchema({ file }, 'drizzle/voices')).applied);
				const finished = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/migrate.ts'], { env });
				expectThat(finished.status === 0, 'the next migration failed');
				const kept = await withFile(
					file,
					null,
					async (client) => (await client.execute('SELECT count(*) FROM seen_event')).rows[0]?.[0]
				);
				expectThat(kept === rows, `${kept} of ${rows} rows are left`);
			}
			rmSync(folder, { recursive: true, force: true });
			return `killed with ${halves.join(', ')} applied; all finished, ${rows} rows each`;
		}
	}
];

function firstMigration(folder: string): string {
	const migrations = join(folder, 'migrations');
	cpSync('drizzle/voices', migrations, { recursive: true });
	const path = join(migrations, 'meta', '_journal.json');
	const journal = JSON.parse(readFileSync(path, 'utf8'));
	writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }));
	return migrations;
}
