// `npm start`: from a fresh clone to a running demo. Builds when the sources are newer than the build, fills an empty data
// folder with the fictional demo, serves, and says where to go.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createKeys } from '../lib/certification/badge-keys.server';
import { readSettings, SettingsError } from '../lib/ops/settings';
import { closeInstance, openInstance } from '../lib/ops/instance.server';
import { demoSignIns, isEmpty, seedDemo } from './demo';
import { demoSecondStep, demoSecret, giveDemoSecondSteps } from './demo-second-step';
import { serverArguments } from './server-arguments';

const sources = ['src', 'content', 'static', 'drizzle', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

async function start(): Promise<void> {
	const port = process.env.PORT || '3000';
	const env = {
		...process.env,
		PORT: port,
		ORIGIN: process.env.ORIGIN || `http://localhost:${port}`,
		// A demo runs on one machine, so a secret that everybody can read does no harm; `npm run serve` demands a real one.
		SECRET: process.env.SECRET || demoSecret
	};
	const settings = readSettings(env);
	if (isBuildStale()) build();
	const instance = await openInstance(settings);
	if (await isEmpty(instance)) await seedDemo(instance, new Date());
	await giveDemoSecondSteps(instance, new Date());
	const { demo } = instance;
	if (demo) await createKeys(settings.keysDir, new Date());
	await closeInstance();

	const server = spawn(process.execPath, serverArguments, { stdio: 'inherit', env });
	server.on('exit', (code) => process.exit(code ?? 1));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
	await waitUntilHealthy(`http://127.0.0.1:${port}/health`);
	console.log(`\n  Relais: ${settings.origin}\n`);
	if (demo) console.log(`${demoSignIns}\n${demoSecondStep}`);
}

function isBuildStale(): boolean {
	if (!existsSync('build/index.js') && !existsSync('build/handler.js')) return true;
	const built = statSync('build/handler.js').mtimeMs;
	return sources.some((path) => newest(path) > built);
}

/** Time of the newest change below a path (milliseconds); drawings made by the build itself don't count. */
function newest(path: string): number {
	const { mtimeMs } = statSync(path);
	if (!statSync(path).isDirectory()) return mtimeMs;
	const inside = readdirSync(path, { withFileTypes: true }).filter((entry) => join(path, entry.name) !== 'static/art');
	return Math.max(0, ...inside.map((entry) => newest(join(path, entry.name))));
}

function build(): void {
	console.log('Building (about half a minute) …');
	const { status, stdout, stderr } = spawnSync('npm', ['run', 'build', '--silent'], { encoding: 'utf8' });
	if (status === 0) return;
	console.error(stdout, stderr);
	throw new SettingsError('The build did not succeed; see above.');
}

async function waitUntilHealthy(address: string): Promise<void> {
	for (let attempt = 0; attempt < 300; attempt++) {
		const answer = await fetch(address).catch(() => null);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new SettingsError(`The server did not answer at ${address} within 15 s; see its messages above.`);
}

try {
	await start();
} catch (error) {
	const known = error instanceof Error && 'remedy' in error;
	console.error(known ? `\nRelais cannot start: ${error.message}\n` : error);
	process.exit(1);
}
