// Debian's Caddy with the Caddyfile that is shipped, on loopback and ports of its own, with an authority of its own.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPort } from '../live/processes';

export interface Proxy {
	http: number;
	https: number;
	/** What its certificates are checked with. */
	authority: string;
	/** Key and certificate of the site, for a server of our own. */
	site: { key: string; cert: string };
	stop(): Promise<void>;
}

/** Whether Caddy is here, after an attempt to install it if it isn't (Debian, as root). */
export function findCaddy(): boolean {
	const has = () => spawnSync('caddy', ['version']).status === 0;
	if (!has() && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'caddy'], { stdio: 'inherit', env });
	}
	return has();
}

/** Starts it before a server on `upstream`. Only ports, folder and the kind of key are ours: the rest is the shipped file. */
export async function startCaddy(upstream: number, keyType: 'p256' | 'rsa2048'): Promise<Proxy> {
	const folder = mkdtempSync(join(tmpdir(), 'relais-proxy-'));
	const [http, https] = [await findPort(), await findPort()];
	const options = [
		...[`http_port ${http}`, `https_port ${https}`, `key_type ${keyType}`, `storage file_system ${folder}`],
		...['admin off', 'skip_install_trust', 'default_bind 127.0.0.1']
	];
	const file = join(folder, 'Caddyfile');
	writeFileSync(file, `{\n\t${options.join('\n\t')}\n}\nimport ${resolve('scripts/deploy/Caddyfile')}\n`);
	const env = { ...process.env, RELAIS_HOST: 'localhost', RELAIS_UPSTREAM: `127.0.0.1:${upstream}`, HOME: folder };
	const caddy = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	caddy.stderr.on('data', (chunk) => (said += chunk));
	const site = join(folder, 'certificates', 'local', 'localhost', 'localhost');
	for (let attempt = 0; !existsSync(`${site}.crt`); attempt++) {
		if (attempt > 200 || caddy.exitCode !== null) throw new Error(`Caddy did not start:\n${said}`);
		await new Promise((wait) => setTimeout(wait, 100));
	}
	const read = (path: string) => readFileSync(path, 'utf8');
	return {
		...{ http, https, authority: read(join(folder, 'pki', 'authorities', 'local', 'root.crt')) },
		site: { key: read(`${site}.key`), cert: read(`${site}.crt`) },
		async stop() {
			caddy.kill('SIGTERM');
			if (caddy.exitCode === null) await once(caddy, 'exit');
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
