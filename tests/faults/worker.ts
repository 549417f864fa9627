// The service worker of yesterday's version on today's server, and the reverse (a server rolled back).
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs';
import { findPort } from '../live/processes';
import { startServer } from '../server';
import { expectThat, pause, type Fault } from './fault';

const page = '/fr/modules/le-groupe-s-enflamme';

export const worker: Fault[] = [
	{
		fault: 'a phone’s worker and pages are of an older version than the server, then of a newer one',
		expected: 'pages of the server’s version shown and working; offline the kept ones; no error',
		async try() {
			const executablePath = chromiumPath();
			if (!executablePath) return null;
			const seeded = await startServer({ env: { LOG_LEVEL: 'error' } });
			await seeded.stop();
			const root = mkdtempSync(join(tmpdir(), 'relais-version-'));
			const other = makeOtherVersion(root);
			const port = await findPort();
			const browser = await chromium.launch({ executablePath, args: chromiumArgs });
			const context = await browser.newContext({ serviceWorkers: 'allow' });
			const tab = await context.newPage();
			const errors: string[] = [];
			tab.on('pageerror', (error) => errors.push(error.message));
			const visit = async (expectedIsland: string) => {
				await tab.goto(`http://localhost:${port}${page}`);
				await tab.locator('[data-ready]').waitFor();
				expectThat((await tab.content()).includes(expectedIsland), `the page is not of the version that has ${expectedIsland}`);
			};
			try {
				for (const [from, to] of [
					[process.cwd(), root],
					[root, process.cwd()]
				] as const) {
					const [before, after] = from === root ? [other.after, other.before] : [other.before, other.after];
					let server = await serve(from, port, seeded.folder);
					await visit(before);
					await tab.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
					await pause(3_000);
					await end(server);
					server = await serve(to, port, seeded.folder);
					// The worker of `from` answers this visit.
					await visit(after);
					await pause(3_000);
					await end(server);
					await tab.goto(`http://localhost:${port}${page}`);
					await tab.locator('[data-ready]').waitFor();
				}
				expectThat(errors.length === 0, `errors in the page: ${errors.join('; ')}`);
				return 'older and newer worker: page of the server’s version, then the same page without a server, both ready';
			} finally {
				await browser.close();
				for (const each of [root, seeded.folder]) rmSync(each, { recursive: true, force: true });
			}
		}
	}
];

/** A second version of the build: its largest island has another name, as after any change, and its worker another version. */
function makeOtherVersion(root: string): { before: string; after: string } {
	for (const name of ['server.mjs', 'scripts', 'drizzle', 'package.json', 'content'])
		cpSync(name, join(root, name), { recursive: true });
	symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
	cpSync('build', join(root, 'build'), { recursive: true });
	const html = readFileSync(join('build/prerendered', `${page}.html`), 'utf8');
	const before = /player-blocks-island-[\w-]+\.js/.exec(html)?.[0] ?? '';
	expectThat(before !== '', 'the page names no island');
	const after = before.replace(/-[\w-]{8}\.js$/, '-OTHERVER.js');
	rewrite(join(root, 'build'), before, after);
	const at = join(root, 'build/client/service-worker.js');
	writeFileSync(at, `${readFileSync(at, 'utf8')}\n// another version\n`);
	return { before, after };
}

function rewrite(folder: string, before: string, after: string): void {
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath ?? entry.path, entry.name);
		if (!entry.isFile() || !existsSync(path)) continue;
		// Compressed twins would still say the old name: the server makes do without them.
		if (/\.(br|gz)$/.test(path)) rmSync(path);
		else if (/\.(js|mjs|html|json)$/.test(path)) {
			const text = readFileSync(path, 'utf8');
			if (text.includes(before)) writeFileSync(path, text.replaceAll(before, after));
			if (entry.name === before) renameSync(path, join(path, '..', after));
		}
	}
}

async function serve(folder: string, port: number, dataDir: string): Promise<ChildProcess> {
	const origin = `http://localhost:${port}`;
	const secret = 'test-secret-that-protects-nothing-real-at-all';
	const env = { ...process.env, PORT: String(port), ORIGIN: origin, DATA_DIR: dataDir, SECRET: secret, LOG_LEVEL: 'error' };
	const child = spawn(process.execPath, ['server.mjs'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
	for (let attempt = 0; attempt < 300; attempt++) {
		if ((await fetch(`${origin}/health`).catch(() => null))?.ok) return child;
		await pause(100);
	}
	throw new Error(`the version in ${folder} did not start`);
}

async function end(child: ChildProcess): Promise<void> {
	const gone = once(child, 'exit');
	child.kill('SIGTERM');
	await gone;
}
