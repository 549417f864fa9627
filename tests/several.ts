// An instance of two processes on one data folder, with Redis between them and nginx in front, as docs/scale.md says. The
// configuration is the one that operators get (scripts/deploy/nginx.conf), with other ports and no name.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasRedis, startRedis } from './live/processes';
import { findFreePort, keepLog, prepareFolder, startProcess, untilHealthy, type ServerOptions, type TestServer } from './server';

export interface SeveralServers extends Omit<TestServer, 'process'> {
	/** What a process is started with. */
	env: ReturnType<typeof prepareFolder>['env'];
	/** In the order of the balancer's list. */
	processes: (Pick<TestServer, 'process' | 'stop'> & { port: number })[];
}

/** Whether Debian's nginx and Redis are here. */
export function hasSeveral(): boolean {
	return hasRedis() && spawnSync(nginx, ['-v']).status === 0;
}

/** Starts two processes at the same moment, as a machine does that was switched on, and what belongs to them. */
export async function startSeveral(options: ServerOptions = {}): Promise<SeveralServers> {
	const redis = await startRedis();
	const port = options.port ?? (await findFreePort());
	const { env, ...place } = prepareFolder({
		...{ ...options, port },
		env: { TRUSTED_PROXY: '1', REDIS_URL: redis.url, ...options.env }
	});
	const ports = [await findFreePort(), await findFreePort()];
	const started = ports.map(async (port) => ({ port, ...(await startProcess(port, env, options.node)) }));
	const processes = await Promise.all(started);
	const balancer = await startBalancer(port, ports, place.folder);
	return {
		...{ ...place, env, processes },
		async stop() {
			await balancer.stop();
			await Promise.all(processes.map((each) => each.stop()));
			await redis.stop();
		}
	};
}

/** Debian's place; an ordinary user's PATH doesn't lead there. */
const nginx = '/usr/sbin/nginx';

/** nginx at a port, with the processes at others behind it. */
async function startBalancer(port: number, ports: readonly number[], logFolder: string): Promise<{ stop(): Promise<void> }> {
	const folder = mkdtempSync(join(tmpdir(), 'relais-nginx-'));
	const shipped = readFileSync('scripts/deploy/nginx.conf', 'utf8');
	const site = shipped
		.replace('listen 80;', `listen 127.0.0.1:${port};`)
		.replace('listen [::]:80;', `listen [::1]:${port};`)
		.replace('server_name relais.example.org;', 'server_name _;')
		.replace('127.0.0.1:3001', `127.0.0.1:${ports[0]}`)
		.replace('127.0.0.1:3002', `127.0.0.1:${ports[1]}`);
	writeFileSync(join(folder, 'relais.conf'), site);
	const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
	const main = [
		// Otherwise root's nginx works as somebody who can't come into this folder.
		...(process.getuid?.() === 0 ? ['user root;'] : []),
		...['daemon off;', `pid ${folder}/nginx.pid;`, 'worker_processes 2;', 'events { worker_connections 1024; }'],
		`http { ${temporary.join(' ')} include ${folder}/relais.conf; }`
	];
	writeFileSync(join(folder, 'nginx.conf'), main.join('\n'));
	const child = spawn(nginx, ['-e', 'stderr', '-p', folder, '-c', join(folder, 'nginx.conf')], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	keepLog(child, logFolder);
	await untilHealthy(`http://localhost:${port}`, child, logFolder);
	return { stop: () => end(child, folder) };
}

async function end(child: ChildProcess, folder: string): Promise<void> {
	const gone = once(child, 'exit');
	if (child.exitCode === null && child.kill('SIGTERM')) await gone;
	rmSync(folder, { recursive: true, force: true });
}
