// `npm run bench:remote`: what a read and a write cost on files and on a libSQL server, near and 20 ms away, and how fast a start
// copies a database. Medians and 95th percentiles in milliseconds.
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openDatabase, type Database } from '../../src/lib/database/database.server';
import { hasLibsqlServer, startLibsqlServer } from '../libsql-server';
import { findPort } from '../live/processes';

const rounds = 100;
const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
const insert = (id: string) => sql`INSERT INTO seen_event VALUES ('2026-27/Q1', ${id})`;

async function time(work: (n: number) => Promise<unknown>): Promise<string> {
	const times: number[] = [];
	for (let n = 0; n < rounds; n++) {
		const began = performance.now();
		await work(n);
		times.push(performance.now() - began);
	}
	times.sort((a, b) => a - b);
	return `${times[rounds / 2]?.toFixed(1)} (${times[Math.floor(rounds * 0.95)]?.toFixed(1)})`;
}

async function measure(name: string, open: () => Promise<Database>): Promise<void> {
	const database = await open();
	const look = () => database.read.values(sql`SELECT count(*) FROM seen_event`);
	const write = await time((n) => database.write((tx) => tx.run(insert(`${name} ${n}`))));
	await look();
	const read = await time(look);
	const ten = await time(() => Promise.all(Array.from({ length: 10 }, look)));
	let both = 0;
	const after = await time(async (n) => {
		await database.write((tx) => tx.run(insert(`${name} again ${n}`)));
		const began = performance.now();
		await look();
		both += performance.now() - began;
	});
	console.log(`${name}: write ${write}, read ${read}, ten reads at once ${ten}, write and read it back ${after}`);
	console.log(`${' '.repeat(name.length)}  of which the read ${(both / rounds).toFixed(1)} on average`);
	await database.close();
}

/** A way to a port that takes some time in each direction. */
async function slowWay(to: number, milliseconds: number): Promise<{ port: number; close(): void }> {
	const port = await findPort();
	const carry = (from: Socket, into: Socket) => {
		from.on('data', (chunk) => setTimeout(() => into.writable && into.write(chunk), milliseconds));
		from.on('close', () => setTimeout(() => into.destroy(), milliseconds));
		from.on('error', () => {});
	};
	const server = createServer((near) => {
		const far = connect(to, '127.0.0.1');
		carry(near, far);
		carry(far, near);
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	return { port, close: () => server.close() };
}

await measure('files', () => openDatabase({ file: join(folder, 'voices.db'), migrations: 'drizzle/voices', secureDelete: true }));
if (!hasLibsqlServer) console.log('No libSQL server is installed: node scripts/bootstrap.mjs --test');
else {
	const server = await startLibsqlServer();
	const at = (url: string) => () =>
		openDatabase({ file: join(folder, 'voices.db'), migrations: 'drizzle/voices', remote: { url, authToken: null } });
	await measure('server here', at(server.url));
	const way = await slowWay(Number(new URL(server.url).port), 10);
	await measure('server 20 ms away', at(`http://localhost:${way.port}`));
	way.close();

	const filled = await at(server.url)();
	const rows = 40_000;
	for (let from = 0; from < rows; from += 2000) {
		const values = sql.join(
			Array.from({ length: 2000 }, (_, n) => sql`('2026-27/Q1', ${`${'x'.repeat(200)}${from + n}`})`),
			sql`, `
		);
		await filled.write((tx) => tx.run(sql`INSERT INTO seen_event VALUES ${values}`));
	}
	await filled.close();
	const began = performance.now();
	const again = await at(server.url)();
	const [pages] = await again.read.values<[number]>(sql`SELECT page_count * page_size FROM pragma_page_count, pragma_page_size`);
	const seconds = (performance.now() - began) / 1000;
	console.log(`start: ${((pages?.[0] ?? 0) / 1e6).toFixed(1)} MB copied in ${seconds.toFixed(1)} s`);
	await again.close();
	await server.remove();
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
