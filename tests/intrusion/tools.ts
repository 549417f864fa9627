// sqlmap, wapiti and ffuf of Debian, each within a bound of time and on loopback only.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding, Kind, Target } from './target';

export const tools = ['sqlmap', 'wapiti', 'ffuf'] as const;
type Tool = (typeof tools)[number];

const has = (tool: Tool) => spawnSync('which', [tool]).status === 0;

/** The tools that are here, after an attempt to install those that aren't (Debian, as root). */
export function findTools(): Tool[] {
	const missing = tools.filter((tool) => !has(tool));
	if (missing.length > 0 && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
		spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { stdio: 'inherit', env });
	}
	return tools.filter(has);
}

/** Runs what is here. Resolves with what was found and how much was asked. */
export async function runTools(target: Target, here: Tool[]): Promise<{ found: Finding[]; ran: string[] }> {
	const folder = mkdtempSync(join(tmpdir(), 'relais-intrusion-'));
	const found: Finding[] = [];
	const ran: string[] = [];
	const run = { sqlmap, wapiti, ffuf };
	for (const tool of here) {
		const result = await run[tool](target, folder);
		found.push(...result.found);
		ran.push(result.ran);
	}
	rmSync(folder, { recursive: true, force: true });
	return { found, ran };
}

interface Result {
	found: Finding[];
	ran: string;
}

async function execute(command: string, parameters: string[], seconds: number): Promise<{ said: string; inTime: boolean }> {
	const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
	let inTime = true;
	const timer = setTimeout(() => {
		inTime = false;
		child.kill('SIGKILL');
	}, seconds * 1000);
	await once(child, 'close');
	clearTimeout(timer);
	return { said, inTime };
}

async function sqlmap(target: Target, folder: string): Promise<Result> {
	const found: Finding[] = [];
	let tried = 0;
	let late = 0;
	for (const { path, body, signedIn } of target.inputs) {
		const url = `${target.origin}${path.replaceAll('{}', '1*')}`;
		const parameters = ['-u', url, '--batch', '--flush-session', '--level', '1', '--risk', '1', '--technique', 'BEU'];
		parameters.push(
			'--timeout',
			'5',
			'--retries',
			'0',
			'--output-dir',
			join(folder, 'sqlmap'),
			'--ignore-code',
			'*',
			'--skip-waf'
		);
		parameters.push('--header', `Origin: ${target.origin}`, '--drop-set-cookie', '--answers', 'redirect=N,cookie=N');
		if (body !== undefined) parameters.push('--data', body.replaceAll('{}', '1*'));
		if (signedIn) parameters.push('--cookie', target.cookie);
		const { said, inTime } = await execute('sqlmap', parameters, 90);
		tried++;
		if (!inTime) late++;
		if (/identified the following injection point|is vulnerable/.test(said))
			found.push({ kind: 'sql-injection', what: `sqlmap ${path}` });
	}
	return { found, ran: `sqlmap on ${tried} inputs${late > 0 ? `, ${late} cut after 90 s` : ''}` };
}

/** Wapiti's categories that are of medium weight or more, as our kinds. */
const categories: Record<string, Kind> = {
	'SQL Injection': 'sql-injection',
	'Blind SQL Injection': 'sql-injection',
	'Cross Site Scripting': 'reflected-xss',
	'Reflected Cross Site Scripting': 'reflected-xss',
	'Open Redirect': 'open-redirect',
	'Path Traversal': 'path-traversal',
	'Command execution': 'path-traversal'
};

async function wapiti(target: Target, folder: string): Promise<Result> {
	const output = join(folder, 'wapiti.json');
	const parameters = [
		'-u',
		`${target.origin}${target.start}`,
		'--scope',
		'domain',
		'-m',
		'xss,redirect,file,sql,exec',
		'--flush-session'
	];
	parameters.push(
		'--max-scan-time',
		'150',
		'--max-links-per-page',
		'40',
		'-d',
		'4',
		'-f',
		'json',
		'-o',
		output,
		'--no-bugreport',
		'-v',
		'0'
	);
	parameters.push('--store-session', join(folder, 'wapiti'), '-H', `Origin: ${target.origin}`);
	await execute('wapiti', parameters, 400);
	if (!existsSync(output)) return { found: [], ran: 'wapiti ended without a report' };
	const report: { vulnerabilities: Record<string, { path: string; info: string }[]>; infos: Record<string, unknown> } =
		JSON.parse(readFileSync(output, 'utf8'));
	const found = Object.entries(report.vulnerabilities).flatMap(([category, list]) => {
		const kind = categories[category];
		return kind ? list.map(({ path, info }) => ({ kind, what: `wapiti ${path}: ${info.slice(0, 80)}` })) : [];
	});
	return { found, ran: `wapiti from ${target.start}, 150 s of attacks at most` };
}

const words = [
	...[
		'.git/config',
		'.git/HEAD',
		'.env',
		'.htaccess',
		'.npmrc',
		'package.json',
		'package-lock.json',
		'server.mjs',
		'svelte.config.js'
	],
	...[
		'data/accounts.db',
		'accounts.db',
		'voices.db',
		'data',
		'backup',
		'backup.zip',
		'backups',
		'build',
		'node_modules',
		'src',
		'drizzle'
	],
	...[
		'admin',
		'administrator',
		'debug',
		'console',
		'phpinfo.php',
		'server-status',
		'actuator',
		'metrics.json',
		'api',
		'graphql',
		'swagger'
	],
	...[
		'test',
		'tests',
		'tmp',
		'log',
		'logs',
		'server.log',
		'dump.sql',
		'config',
		'config.json',
		'secret',
		'secrets',
		'users',
		'export'
	],
	...[
		'_app',
		'_app/immutable',
		'content',
		'scripts',
		'Dockerfile',
		'compose.yaml',
		'styleguide',
		'studio',
		'__data.json',
		'fr/coach/__data.json'
	]
];

async function ffuf(target: Target, folder: string): Promise<Result> {
	const [list, output] = [join(folder, 'words'), join(folder, 'ffuf.json')];
	writeFileSync(list, words.join('\n'));
	const parameters = [
		'-u',
		`${target.origin}/FUZZ`,
		'-w',
		list,
		'-mc',
		'200',
		'-of',
		'json',
		'-o',
		output,
		'-s',
		'-t',
		'10',
		'-maxtime',
		'60'
	];
	await execute('ffuf', parameters, 90);
	if (!existsSync(output)) return { found: [], ran: 'ffuf ended without a report' };
	const { results }: { results: { input: { FUZZ: string } }[] } = JSON.parse(readFileSync(output, 'utf8'));
	const found = results
		.map(({ input }) => input.FUZZ)
		.filter((word) => !target.known.test(word))
		.map((word) => ({ kind: 'missing-guard' as const, what: `ffuf /${word}` }));
	return { found, ran: `ffuf with ${words.length} words` };
}
