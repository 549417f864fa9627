// A libSQL server of its own for a test, ended by its own process id. Each has a single database, at its root.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { libsqlServerPath } from '../scripts/libsql-server.mjs';
import { findPort } from './live/processes';

export interface LibsqlServer {
	url: string;
	/** Ends it in order, or as a power cut would. */
	halt(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
	/** Starts it again on the same data and port. */
	start(): Promise<void>;
	/** Ends it and deletes its data. */
	remove(): Promise<void>;
}

export const hasLibsqlServer = libsqlServerPath() !== undefined;

/** Starts one; with more parameters of sqld, if any. */
export async function startLibsqlServer(...parameters: string[]): Promise<LibsqlServer> {
	const folder = mkdtempSync(join(tmpdir(), 'relais-libsql-'));
	const port = await findPort();
	const url = `http://localhost:${port}`;
	let child: ChildProcess | null = null;
	const server: LibsqlServer = {
		url,
		async start() {
			const own = ['--no-welcome', '-d', folder, '--http-listen-addr', `127.0.0.1:${port}`, ...parameters];
			child = spawn(libsqlServerPath() ?? 'sqld', own, { stdio: 'ignore' });
			for (let attempt = 0; ; attempt++) {
				if ((await fetch(`${url}/health`).catch(() => null))?.ok) return;
				if (attempt > 100 || child.exitCode !== null) throw new Error(`The libSQL server did not start (${child.exitCode}).`);
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
		},
		async halt(signal = 'SIGTERM') {
			if (!child || child.exitCode !== null || child.signalCode !== null) return;
			const gone = once(child, 'exit');
			child.kill(signal);
			await gone;
		},
		async remove() {
			await server.halt('SIGKILL');
			rmSync(folder, { recursive: true, force: true });
		}
	};
	await server.start();
	return server;
}
