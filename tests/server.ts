// A production server of its own for journeys, budgets and benches: a free port, a fresh data folder, the fictional demo.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TestServer {
	origin: string;
	port: number;
	/** Holds accounts.db, voices.db and server.log (all that the server printed). */
	folder: string;
	process: ChildProcess;
	stop(): Promise<void>;
}

/** Starts `server.mjs` on a seeded demo (or what the command in `seed` makes; null: on an empty folder), with options for Node in `node`. Needs a build (`npm run build`). Throws when the server isn't healthy within 20 s. */
export async function startServer(
	options: { port?: number; folder?: string; env?: Record<string, string>; seed?: string[] | null; node?: string[] } = {}
): Promise<TestServer> {
	const port = options.port ?? (await findFreePort());
	const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'relais-'));
	const origin = `http://localhost:${port}`;
	const env = {
		...process.env,
		PORT: String(port),
		ORIGIN: origin,
		DATA_DIR: folder,
		SECRET: 'test-secret-that-protects-nothing-real-at-all',
		...options.env
	};
	const seed = options.seed === undefined ? ['src/cli/seed.ts'] : options.seed;
	const seeded = seed && spawnSync('npx', ['tsx', ...seed], { env, encoding: 'utf8' });
	if (seeded && seeded.status !== 0)
		throw new Error(`The demo could not be seeded into ${folder}:\n${seeded.stdout}\n${seeded.stderr}`);

	const server = spawn(process.execPath, [...(options.node ?? []), 'server.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
	const log = createWriteStream(join(folder, 'server.log'), { flags: 'a' });
	server.stdout.pipe(log, { end: false });
	server.stderr.pipe(log, { end: false });
	const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	for (let attempt = 0; ; attempt++) {
		if ((await fetch(`${origin}/health`).catch(() => null))?.ok) break;
		if (attempt > 200 || server.exitCode !== null) throw new Error(`The server did not start; see ${join(folder, 'server.log')}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	return {
		origin,
		port,
		folder,
		process: server,
		async stop() {
			server.kill('SIGTERM');
			await ended;
		}
	};
}

async function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
}
