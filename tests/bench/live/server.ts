// server.mjs on a folder of its own, which a measurement may kill and start again. Needs a build (npm run build).
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { serverArguments } from '../../../src/cli/server-arguments';
import { findPort } from '../../live/processes';
import { testSecret } from '../../live/serve';

export interface LiveServer {
	origin: string;
	readonly pid: number;
	start(): Promise<void>;
	/** kill -9 */
	crash(): Promise<void>;
	stop(): Promise<void>;
}

export async function startLiveServer(folder: string, redisUrl: string | null = null): Promise<LiveServer> {
	const port = await findPort();
	const origin = `http://localhost:${port}`;
	const env = {
		...process.env,
		...{ PORT: String(port), ORIGIN: origin, DATA_DIR: folder, SECRET: testSecret, LOG_LEVEL: 'error', TRUSTED_PROXY: '1' },
		...(redisUrl !== null && { REDIS_URL: redisUrl })
	};
	let child: ChildProcess;
	const server: LiveServer = {
		origin,
		get pid() {
			return child.pid ?? 0;
		},
		async start() {
			child = spawn(process.execPath, serverArguments, { env, stdio: ['ignore', 'ignore', 'inherit'] });
			for (let attempt = 0; attempt < 600; attempt++) {
				if ((await fetch(`${origin}/health`).catch(() => null))?.ok) return;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
			throw new Error('The server did not start within 30 s; is it built? npm run build');
		},
		crash: () => end('SIGKILL'),
		stop: () => end('SIGTERM')
	};
	async function end(signal: NodeJS.Signals): Promise<void> {
		const gone = once(child, 'exit');
		child.kill(signal);
		await gone;
	}
	await server.start();
	return server;
}
