// Disks that are full, slow or wrong, under the production server.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type TestServer } from '../server';
import { quietGroup } from '../demo';
import { readCount, sendEvent } from './events';
import { expectThat, pause, type Fault } from './fault';

const fresh = () => mkdtempSync(join(tmpdir(), 'relais-fault-'));

export const disk: Fault[] = [
	{
		fault: 'the disk of the data is full, then has room again',
		expected: 'events refused with 503; pages go on; 0 lost; counts again without a restart',
		async try() {
			const folder = fresh();
			if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]).status !== 0) return null;
			let server: TestServer | null = null;
			try {
				server = await startServer({ folder, env: { LOG_LEVEL: 'error' } });
				const before = await readCount(folder);
				expectThat((await sendEvent(server.origin, quietGroup.code)) === 204, 'the first event was refused');
				fill(join(folder, 'filler'));
				let kept = 1;
				let refused = 0;
				for (let n = 0; n < 40; n++) {
					const status = await sendEvent(server.origin, quietGroup.code);
					if (status === 204) kept++;
					else if (status === 503) refused++;
					else throw new Error(`an event on a full disk was answered ${status}`);
				}
				expectThat(refused > 0, 'the disk was not full enough to notice');
				const page = await fetch(`${server.origin}/fr/modules`);
				expectThat(page.status === 200, `a page on a full disk was answered ${page.status}`);
				rmSync(join(folder, 'filler'));
				await pause(500);
				for (let n = 0; n < 5; n++) {
					expectThat((await sendEvent(server.origin, quietGroup.code)) === 204, 'refused although there is room again');
					kept++;
				}
				const after = await readCount(folder);
				expectThat(after - before === kept, `${kept} acknowledged, ${after - before} counted`);
				return `${refused} refused with 503, ${kept} acknowledged, ${after - before} counted`;
			} finally {
				await server?.stop();
				spawnSync('umount', ['-l', folder]);
				rmSync(folder, { recursive: true, force: true });
			}
		}
	},
	{
		fault: 'a slow disk: each flush takes 200 ms',
		expected: 'pages wait for a flush at most: median < 100 ms, slowest < 1 s; each event acknowledged',
		async try() {
			const library = join(fresh(), 'slow.so');
			const built = spawnSync('gcc', ['-shared', '-fPIC', '-o', library, 'tests/faults/slow-fsync.c', '-ldl']);
			if (built.status !== 0) return null;
			const server = await startServer({ env: { LD_PRELOAD: library, LOG_LEVEL: 'error' } });
			try {
				const events = Array.from({ length: 10 }, () => sendEvent(server.origin, quietGroup.code));
				const times: number[] = [];
				for (let n = 0; n < 20; n++) {
					const from = performance.now();
					await (await fetch(`${server.origin}/fr`)).arrayBuffer();
					times.push(performance.now() - from);
				}
				const statuses = await Promise.all(events);
				expectThat(
					statuses.every((status) => status === 204),
					`events were answered ${statuses.join(' ')}`
				);
				times.sort((a, b) => a - b);
				expectThat((times[10] ?? 0) < 100 && (times[19] ?? 0) < 1_000, `a page took ${Math.round(times[19] ?? 0)} ms`);
				return `page: median ${Math.round(times[10] ?? 0)} ms, slowest ${Math.round(times[19] ?? 0)} ms; 10 of 10 events kept`;
			} finally {
				await server.stop();
				rmSync(server.folder, { recursive: true, force: true });
			}
		}
	},
	{
		fault: 'a page of the voices is overwritten while Relais is off',
		expected: 'refused at the start, by name; restored by the command; starts; all counts there',
		async try() {
			const folder = fresh();
			const backups = fresh();
			const passphrase = join(backups, 'passphrase');
			writeFileSync(passphrase, 'five words for one test only');
			let server = await startServer({ folder });
			expectThat((await sendEvent(server.origin, quietGroup.code)) === 204, 'the event was refused');
			const counted = await readCount(folder);
			run('backup', folder, '--to', backups, '--passphrase-file', passphrase, '--only', 'voices');
			await server.stop();
			const file = join(folder, 'voices.db');
			damage(file);
			const env = { ...process.env, PORT: String(server.port), ORIGIN: server.origin, DATA_DIR: folder, SECRET: 's'.repeat(40) };
			const refused = spawnSync(process.execPath, ['server.mjs'], { env, encoding: 'utf8', timeout: 60_000 });
			expectThat(refused.status === 1, `the start on a damaged file ended with ${refused.status}`);
			expectThat(
				refused.stderr.includes('voices.db') && refused.stderr.includes('damaged'),
				'the message does not name the file'
			);
			run('restore', folder, '--from', backups, '--passphrase-file', passphrase, '--replace');
			server = await startServer({ folder, seed: null, port: server.port });
			const back = await readCount(folder);
			await server.stop();
			for (const each of [folder, backups]) rmSync(each, { recursive: true, force: true });
			expectThat(back === counted, `${counted} before, ${back} after`);
			return `refused, restored, ${back} of ${counted} counts there`;
		}
	},
	{
		fault: 'kill -9 during a backup, 5 times',
		expected: 'no half backup under a good name; the one before still opens',
		async try() {
			const folder = fresh();
			const backups = fresh();
			const passphrase = join(backups, 'passphrase');
			writeFileSync(passphrase, 'five words for one test only');
			const server = await startServer({ folder });
			await server.stop();
			run('backup', folder, '--to', backups, '--passphrase-file', passphrase, '--only', 'accounts');
			for (let round = 0; round < 5; round++) {
				const parameters = [
					'--import',
					'tsx',
					'src/cli/backup.ts',
					'--to',
					backups,
					'--passphrase-file',
					passphrase,
					'--only',
					'accounts'
				];
				const child = spawn(process.execPath, parameters, { env: { ...process.env, DATA_DIR: folder }, stdio: 'pipe' });
				const gone = once(child, 'exit');
				await once(child.stdout, 'data');
				await pause(Math.random() * 2_000);
				child.kill('SIGKILL');
				await gone;
				run('restore', join(folder, 'elsewhere'), '--from', backups, '--passphrase-file', passphrase, '--dry-run');
			}
			run('backup', folder, '--to', backups, '--passphrase-file', passphrase, '--only', 'accounts');
			expectThat(!existsSync(join(backups, '.accounts.part')), 'half a backup was left behind');
			for (const each of [folder, backups]) rmSync(each, { recursive: true, force: true });
			return 'every restore after a kill could be done; the next backup cleaned up';
		}
	}
];

/** Fills a disk to its last byte. */
function fill(path: string): void {
	const file = openSync(path, 'w');
	for (let size = 1 << 16; size >= 1;) {
		try {
			if (writeSync(file, Buffer.alloc(size)) < size) size = Math.floor(size / 2);
		} catch {
			size = Math.floor(size / 2);
		}
	}
	closeSync(file);
}

/** Overwrites the second half of the second page, where an index or a table lies, as a failing disk might. */
function damage(file: string): void {
	const bytes = readFileSync(file);
	for (let page = 1; page < Math.min(12, statSync(file).size / 4096); page++) bytes.fill(0xa5, page * 4096, page * 4096 + 512);
	writeFileSync(file, bytes);
}

function run(command: string, dataDir: string, ...parameters: string[]): void {
	const env = { ...process.env, DATA_DIR: dataDir };
	const ended = spawnSync(process.execPath, ['--import', 'tsx', `src/cli/${command}.ts`, ...parameters], {
		env,
		encoding: 'utf8'
	});
	expectThat(ended.status === 0, `npm run ${command} ended with ${ended.status}: ${ended.stderr}`);
}
