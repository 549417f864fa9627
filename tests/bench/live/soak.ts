// npm run soak:live -- [--minutes 30] [--phones 200] [--json]: a room that goes on and on: questions, answers, phones that go and
// come back. Memory must stay flat and no stream may be left behind.
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ask, freeSockets, openReader, type StreamReader } from '../../live/client';
import { median } from '../statistics';
import { startLiveServer } from './server';
import { openLiveDatabase, openStage, openStreams, residentMegabytes, sleep } from './stage';

const { values } = parseArgs({
	options: { minutes: { type: 'string', default: '30' }, phones: { type: 'string', default: '200' }, json: { type: 'boolean' } }
});
const [minutes, phones] = [Number(values.minutes), Number(values.phones)];
const folder = mkdtempSync(join(tmpdir(), 'relais-soak-'));
const server = await startLiveServer(folder);
const database = await openLiveDatabase(folder);
const stage = await openStage(server.origin, database, phones);
const readers: StreamReader[] = await openStreams(stage, [server.origin], () => undefined);
const memory: number[] = [];
let questions = 0;
let wrong = 0;
await stage.command('open');
const until = Date.now() + minutes * 60_000;
while (Date.now() < until) {
	const prompt = `p${++questions}`;
	const answers = await Promise.all(
		stage.cookies.map(async (cookie, n) => {
			await sleep(Math.random() * 3_000);
			const body = { a: ['tous', 'visee', 'stop', 'pass'][n % 4], n: Date.now() };
			return (await ask('PUT', `${stage.at()}/answers/${prompt}`, { cookie, body }).catch(() => null))?.status === 204;
		})
	);
	// A twentieth of the phones is locked and comes back.
	for (let gone = 0; gone < phones / 20; gone++) {
		const n = Math.floor(Math.random() * phones);
		readers[n]?.close();
		readers[n] = await openReader(`${stage.at()}/events`, { cookie: stage.cookies[n] ?? '', keep: false });
	}
	await stage.command('close');
	if ((await stage.tally(prompt)) !== answers.filter(Boolean).length) wrong++;
	for (const cmd of ['reveal', 'discuss', 'revote']) await stage.command(cmd);
	memory.push(residentMegabytes(server.pid));
	if (!values.json && questions % 20 === 0) console.log(`${questions} questions, ${memory.at(-1)?.toFixed(0)} MB`);
}
for (const reader of readers) reader.close();
await sleep(2_000);
const fifth = Math.max(1, Math.floor(memory.length / 5));
// The first fifth warms up: code is compiled, pages of the database come in.
const [early, late] = [median(memory.slice(fifth, 2 * fifth)), median(memory.slice(-fifth))];
const streams = openSockets(server.pid);
const report = {
	minutes,
	phones,
	questions,
	wrongTallies: wrong,
	earlyMegabytes: early,
	lateMegabytes: late,
	socketsLeft: streams
};
const ok = wrong === 0 && late <= early * 1.1 && streams <= 10;
console.log(values.json ? JSON.stringify({ ok, ...report }, null, '\t') : `${ok ? 'ok' : 'NOT OK'} ${JSON.stringify(report)}`);
await database.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(ok ? 0 : 1);

/** Established connections of a process, beside those of the load's own pool that are idle. */
function openSockets(pid: number): number {
	const files = readdirSync(`/proc/${pid}/fd`).filter((fd) => {
		try {
			return readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith('socket:');
		} catch {
			return false;
		}
	});
	const idle = freeSockets().length;
	return Math.max(0, files.length - idle);
}
