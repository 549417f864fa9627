// First screens and lists of people with a responsibility, at 1x, 10x and the large seed (500 organisations, 5,000 groups, 20,000
// accounts). The coach has 40 groups with 20 modules at every size.
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { startAuthSession } from '../../src/lib/auth/auth-session.server';
import { openDatabase } from '../../src/lib/database/database.server';
import { findAccount } from '../../src/lib/auth/accounts.server';
import { largeIds, largeScales } from '../../src/cli/large';
import { startServer, type TestServer } from '../server';
import type { Row } from './rows';
import { median, percentile } from './statistics';

const rounds = 40;
const warmUp = 5;

const coachPages = {
	'coach: first screen': '/fr/coach',
	'coach: groups': '/fr/coach/groups',
	'coach: one group': '/fr/coach/groups/large-group-1'
};
const listPages = {
	'coordinator: first screen': '/fr/coordinate',
	'coordinator: groups': '/fr/coordinate/groups',
	'coordinator: groups, searched, last page': '/fr/coordinate/groups?search=Groupe&sort=-created&page=60',
	'coordinator: people': '/fr/coordinate/people',
	'coordinator: people, searched': '/fr/coordinate/people?search=99&role=coach&sort=newest',
	'coordinator: log': '/fr/coordinate/audit'
};

export async function measureLists(): Promise<Row[]> {
	const rows: Row[] = [];
	for (const scale of largeScales) {
		const server = await startServer({ seed: ['src/cli/seed-large.ts', '--scale', String(scale)] });
		try {
			const coach = await signIn(server, largeIds.coach);
			const coordinator = await signIn(server, largeIds.coordinator);
			for (const [name, path] of Object.entries(coachPages)) rows.push(...(await measure(server, scale, name, path, coach, 150)));
			for (const [name, path] of Object.entries(listPages))
				rows.push(...(await measure(server, scale, name, path, coordinator, 200)));
		} finally {
			await server.stop();
		}
	}
	return rows;
}

async function measure(
	server: TestServer,
	scale: number,
	name: string,
	path: string,
	cookie: string,
	goal: number
): Promise<Row[]> {
	const times: number[] = [];
	let bytes = 0;
	let cpu = 0;
	for (let round = 0; round < warmUp + rounds; round++) {
		if (round === warmUp) cpu = readCpu(server);
		const answer = await get(`${server.origin}${path}`, cookie);
		if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
		if (round >= warmUp) times.push(answer.ms);
		bytes = answer.body.length;
		if (round === 0 && !brotliDecompressSync(answer.body).toString().includes('</html>')) throw new Error(`${path} was cut`);
	}
	const used = (readCpu(server) - cpu) / rounds;
	const first = name.includes('coach: first');
	const what = `${scale}x ${name}`;
	return [
		{ what: `${what}, p95`, value: percentile(times, 0.95), unit: 'ms', goal: { atMost: goal } },
		{ what: `${what}, median`, value: median(times), unit: 'ms', goal: null },
		{ what: `${what}, processor time of the server`, value: used, unit: 'ms', goal: null },
		{ what: `${what}, bytes (brotli)`, value: bytes / 1000, unit: 'kB', goal: first ? { atMost: 30 } : null }
	];
}

/** Processor time of the server so far, in milliseconds: what a page costs, whoever else uses the machine. */
function readCpu(server: TestServer): number {
	const fields = readFileSync(`/proc/${server.process.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
	return (Number(fields[11]) + Number(fields[12])) * 10;
}

function get(url: string, cookie: string): Promise<{ status: number; ms: number; body: Buffer }> {
	const started = performance.now();
	return new Promise((resolve, reject) => {
		const sent = request(url, { headers: { cookie, 'accept-encoding': 'br' } }, (response) => {
			const parts: Buffer[] = [];
			response.on('data', (part: Buffer) => parts.push(part));
			response.on('end', () =>
				resolve({ status: response.statusCode ?? 0, ms: performance.now() - started, body: Buffer.concat(parts) })
			);
		});
		sent.on('error', reject);
		sent.end();
	});
}

/** Signs an account in beside the server, as its own pages would. */
async function signIn(server: TestServer, accountId: string): Promise<string> {
	const accounts = await openDatabase({
		file: join(server.folder, 'accounts.db'),
		migrations: 'drizzle/accounts',
		secureDelete: true
	});
	try {
		const account = await findAccount(accounts, accountId);
		if (account === null) throw new Error(`There is no account ${accountId}.`);
		let cookie = '';
		const jar = {
			get: () => undefined,
			delete: () => undefined,
			set: (name: string, value: string) => void (cookie = `${name}=${value}`)
		};
		await startAuthSession(jar, accounts, { account, stage: 'full', device: 'unknown' }, new Date());
		return cookie;
	} finally {
		await accounts.close();
	}
}
