// `npm run test:matrix`: asks the production build, for every route of its manifest and every method, as everybody of the cast,
// and compares with the table (rows.ts). Prints the wrong answers and what was covered; fails on any, and on a route without a row.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/lib/database/database.server';
import { startServer } from '../server';
import { readOutcome } from './access';
import { makeCast, type Actor, type Cast } from './actors';
import { pathOf } from './path';
import { listDoors, type Door } from './routes';
import { rows, type Row } from './rows';

const doors = await listDoors();
const routes = new Set(doors.map(({ route }) => route));
const problems = [
	...[...routes].filter((route) => !(route in rows)).map((route) => `${route} has no row: add one to tests/matrix/rows.ts.`),
	...Object.keys(rows)
		.filter((route) => !routes.has(route))
		.map((route) => `${route} is in tests/matrix/rows.ts, but the build has no such route: remove the row.`)
];

const server = await startServer({ env: { LOG_LEVEL: 'warn' } });
const open = (name: 'accounts' | 'voices' | 'live') =>
	openDatabase({ file: join(server.folder, `${name}.db`), migrations: `drizzle/${name}`, secureDelete: true });
const [accounts, voices, live] = [await open('accounts'), await open('voices'), await open('live')];
let asked = 0;
try {
	const cast = await makeCast({ accounts, voices, live }, new Date());
	// Reading first, then what must be refused, then what changes something: no answer depends on an earlier one.
	for (const reading of [true, false])
		for (const refused of [true, false])
			for (const door of doors.filter(({ method }) => (method === 'GET') === reading))
				for (const actor of cast.actors) await judge(door, actor, refused, cast);
} finally {
	await accounts.close();
	await voices.close();
	await live.close();
	await server.stop();
	rmSync(server.folder, { recursive: true, force: true });
}

for (const problem of problems) console.error(problem);
console.log(`${routes.size} routes, ${doors.length} methods of routes, ${asked} answers, ${problems.length} wrong.`);
process.exit(problems.length === 0 ? 0 : 1);

async function judge(door: Door, actor: Actor, refused: boolean, cast: Cast): Promise<void> {
	const row = rows[door.route];
	if (row === undefined) return;
	const access = row.doors[door.method] ?? row.doors['*'];
	if (door.has && access === undefined) {
		if (refused && actor.name === 'nobody') problems.push(`${door.route}: the row says nothing of ${door.method}.`);
		return;
	}
	const expected = door.has && access ? access(actor) : 'no such method';
	if ((expected !== 'open') !== refused) return;
	const found = await ask(door, row, actor, cast);
	asked += 1;
	// A page judges who asks before it says that it has no such method.
	const reading = (row.doors.GET ?? row.doors['*'])?.(actor);
	if (!door.has && found === reading && found !== 'open') return;
	if (found !== expected) problems.push(`${door.method} ${door.route} as ${actor.name}: ${found}, not ${expected}.`);
}

async function ask({ route, method }: Door, row: Row, actor: Actor, cast: Cast) {
	const [verb = 'GET', action] = method.split(' ');
	const cookie = await cast.cookieOf(actor);
	const address = `${server.origin}${pathOf(route, (await row.params?.(cast)) ?? {})}${action ?? ''}`;
	const headers = { origin: server.origin, accept: 'text/html', ...(cookie && { cookie: `relais=${cookie}` }) };
	const body =
		verb === 'GET' ? undefined : new URLSearchParams((await (row.fields?.[method] ?? row.fields?.['*'])?.(cast)) ?? {});
	const answer = await fetch(address, { method: verb, headers, body, redirect: 'manual' });
	await answer.arrayBuffer();
	return readOutcome(answer.status, answer.headers.get('location'));
}
