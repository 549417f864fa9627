// A production server of its own for journeys, budgets and benches: a free port, a fresh data folder, the fictional demo.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverArguments } from '../src/cli/server-arguments';

export interface TestServer {
	origin: string;
	port: number;
	/** Holds accounts.db, voices.db and server.log (all that the server printed). */
	folder: string;
	process: ChildProcess;
	stop(): Promise<void>;
}

export interface ServerOptions {
	port?: number;
	folder?: string;
	env?: Record<string, string>;
	/** The command that fills the folder; the demo's where it is left out, none where it is null. */
	seed?: string[] | null;
	/** Options for Node. */
	node?: string[];
}

/** Starts `server.mjs` on a seeded demo (or what the command in `seed` makes; null: on an empty folder), with options for Node in `node`. Needs a build (`npm run build`). Throws when the server isn't healthy within 20 s. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
	const port = options.port ?? (await findFreePort());
	const { env, ...place } = prepareFolder({ ...options, port });
	return { ...place, ...(await startProcess(port, env, options.node)) };
}

/** Makes and fills the data folder of an instance that browsers find at `port`; gives the environment of its processes. */
export function prepareFolder(options: ServerOptions & { port: number }) {
	const { port, folder = mkdtempSync(join(tmpdir(), 'relais-')), seed = ['src/cli/seed.ts'] } = options;
	const origin = `http://localhost:${port}`;
	const env = {
		...process.env,
		ORIGIN: origin,
		DATA_DIR: folder,
		SECRET: 'test-secret-that-protects-nothing-real-at-all',
		...options.env
	};
	const seeded = seed && spawnSync('npx', ['tsx', ...seed], { env, encoding: 'utf8' });
	if (seeded && seeded.status !== 0)
		throw new Error(`The demo could not be seeded into ${folder}:\n${seeded.stdout}\n${seeded.stderr}`);
	return { origin, port, folder, env };
}

/** Starts one process of an instance, and waits until it is healthy. What it prints goes into server.log of its folder. */
export async function startProcess(
	port: number,
	env: NodeJS.ProcessEnv & { DATA_DIR: string },
	node: string[] = []
): Promise<Pick<TestServer, 'process' | 'stop'>> {
	const server = spawn(process.execPath, [...node, ...serverArguments], {
		env: { ...env, PORT: String(port) },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	keepLog(server, env.DATA_DIR);
	const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
	await untilHealthy(`http://localhost:${port}`, server, env.DATA_DIR);
	return {
		process: server,
		async stop() {
			server.kill('SIGTERM');
			await ended;
		}
	};
}

/** Adds what a process prints to server.log of a folder. */
export function keepLog(child: ChildProcess, folder: string): void {
	const log = createWriteStream(join(folder, 'server.log'), { flags: 'a' });
	child.stdout?.pipe(log, { end: false });
	child.stderr?.pipe(log, { end: false });
}

/** Waits until somebody answers /health with 200. Throws after 20 s, or when the process has ended. */
export async function untilHealthy(origin: string, child: ChildProcess, folder: string): Promise<void> {
	for (let attempt = 0; ; attempt++) {
		if ((await fetch(`${origin}/health`).catch(() => null))?.ok) return;
		if (attempt > 200 || child.exitCode !== null) throw new Error(`The server did not start; see ${join(folder, 'server.log')}`);
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

export async function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as { port: number };
			probe.close(() => resolve(port));
		});
	});
}
