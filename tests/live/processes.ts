// Processes of an instance and a Redis server, started for a test and ended by their own ids.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';

export interface LiveProcess {
	origin: string;
	/** kill -9, as a power cut would. */
	kill(): Promise<void>;
	/** Starts it again on the same port and folder. */
	restart(): Promise<void>;
	stop(): Promise<void>;
	readonly pid: number;
}

/** Whether Debian's redis-server is here; without it the product runs in one process, and tests say so. */
export function hasRedis(): boolean {
	return spawnSync('redis-server', ['--version']).status === 0;
}

/** A free port of this machine. */
export async function findPort(): Promise<number> {
	const probe = createServer();
	probe.listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as { port: number };
	probe.close();
	await once(probe, 'close');
	return port;
}

export interface RedisProcess {
	url: string;
	stop(): Promise<void>;
	start(): Promise<void>;
}

/** A Redis server that keeps nothing, on a port of its own. */
export async function startRedis(): Promise<RedisProcess> {
	const port = await findPort();
	let server: ChildProcess | null = null;
	const redis: RedisProcess = {
		url: `redis://127.0.0.1:${port}`,
		async start() {
			server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']);
			await untilSaid(server, 'Ready to accept connections');
		},
		async stop() {
			if (server) await end(server, 'SIGTERM');
			server = null;
		}
	};
	await redis.start();
	return redis;
}

/** Starts tests/live/process.ts. Resolves when it listens. */
export async function startLiveProcess(
	folder: string,
	redisUrl: string | null,
	votes: 'real' | 'racy' = 'real'
): Promise<LiveProcess> {
	const port = await findPort();
	let child: ChildProcess;
	const start = async () => {
		const parameters = ['--import', 'tsx', 'tests/live/process.ts', folder, String(port), redisUrl ?? '-', votes];
		child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
		await untilSaid(child, 'ready');
	};
	await start();
	return {
		origin: `http://127.0.0.1:${port}`,
		kill: () => end(child, 'SIGKILL'),
		restart: start,
		stop: () => end(child, 'SIGTERM'),
		get pid() {
			return child.pid ?? 0;
		}
	};
}

/** Waits until a process has printed some words, and goes on reading so that it never blocks. */
function untilSaid(child: ChildProcess, words: string): Promise<void> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stdout?.on('data', (chunk: Buffer) => {
			if (said.includes(words)) return;
			said += String(chunk);
			if (said.includes(words)) resolve();
		});
		child.once('exit', (code) => reject(new Error(`The process ended (${code}) before it said "${words}":\n${said}`)));
	});
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = once(child, 'exit');
	child.kill(signal);
	await gone;
}
