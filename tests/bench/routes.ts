// `npm run bench:routes [-- DIR]`: every page and endpoint of the build that answers GET, as somebody who may see it, on the demo;
// the slowest first. With DIR, a CPU profile of the server is written there (open it in a browser's tools). Needs a build.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/lib/database/database.server';
import { makeCast } from '../matrix/actors';
import { listDoors } from '../matrix/routes';
import { rows as matrixRows } from '../matrix/rows';
import { pathOf } from '../matrix/path';
import { startServer } from '../server';
import { print, type Row } from './rows';
import { median } from './statistics';

const times = 15;
const shown = 12;
const [profiles] = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const node = profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [];
const server = await startServer({ env: { LOG_LEVEL: 'error' }, node });
const open = (name: 'accounts' | 'voices' | 'live') =>
	openDatabase({ file: join(server.folder, `${name}.db`), migrations: `drizzle/${name}`, secureDelete: true });
const [accounts, voices, live] = [await open('accounts'), await open('voices'), await open('live')];
const rows: Row[] = [];
try {
	const cast = await makeCast({ accounts, voices, live }, new Date());
	for (const { route, method, has } of await listDoors()) {
		const row = matrixRows[route];
		const access = row?.doors.GET ?? row?.doors['*'];
		const actor = access && cast.actors.find((each) => access(each) === 'open');
		if (method !== 'GET' || !has || !row || !actor) continue;
		const address = `${server.origin}${pathOf(route, (await row.params?.(cast)) ?? {})}`;
		const cookie = await cast.cookieOf(actor);
		const headers = { accept: 'text/html', ...(cookie && { cookie: `relais=${cookie}` }) };
		const taken: number[] = [];
		for (let n = 0; n <= times; n++) {
			const from = performance.now();
			await (await fetch(address, { headers, redirect: 'manual' })).arrayBuffer();
			// The first is for what is made once.
			if (n > 0) taken.push(performance.now() - from);
		}
		rows.push({ what: route.replace('/[locale=locale]', '/…'), value: median(taken), unit: 'ms', goal: { atMost: 80 } });
	}
} finally {
	for (const database of [accounts, voices, live]) await database.close();
	await server.stop();
	rmSync(server.folder, { recursive: true, force: true });
}
rows.sort((a, b) => b.value - a.value);
const good = print(rows.slice(0, shown));
console.log(`${rows.length} routes, median of ${times} each, the ${shown} slowest shown.`);
process.exit(good ? 0 : 1);
