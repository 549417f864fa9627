// Networks and neighbours that fail: Redis, half-open connections, a server that is told to end.
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietGroup } from '../demo';
import { openLiveDatabase, openStage, openStreams } from '../bench/live/stage';
import { ask } from '../live/client';
import { hasRedis, startLiveProcess, startRedis } from '../live/processes';
import { startServer } from '../server';
import { readCount, sendEvent } from './events';
import { expectThat, pause, type Fault } from './fault';

export const network: Fault[] = [
	{
		fault: 'Redis is lost during a question, and comes back',
		expected: 'each vote on either process acknowledged and counted; views go on by the database',
		async try() {
			if (!hasRedis()) return null;
			const folder = mkdtempSync(join(tmpdir(), 'relais-fault-'));
			const redis = await startRedis();
			const [one, two] = await Promise.all([startLiveProcess(folder, redis.url), startLiveProcess(folder, redis.url)]);
			const database = await openLiveDatabase(folder);
			const stage = await openStage(one.origin, database, 60);
			await stage.command('open');
			const acknowledged = new Set<number>();
			const vote = async (n: number) => {
				const at = stage.at(n % 2 ? one.origin : two.origin);
				const { status } = await ask('PUT', `${at}/answers/p1`, { cookie: stage.cookies[n], body: { a: 'stop', n: 1 } });
				if (status === 204) acknowledged.add(n);
			};
			const some = (from: number, to: number) => Promise.all(Array.from({ length: to - from }, (_, n) => vote(from + n)));
			await some(0, 20);
			await redis.stop();
			await some(20, 40);
			const seen: number[] = [];
			const readers = await openStreams(
				{ ...stage, cookies: stage.cookies.slice(0, 4) },
				[one.origin, two.origin],
				(at) => void seen.push(at)
			);
			await pause(500);
			seen.length = 0;
			const sent = await stage.command('close');
			await pause(3_000);
			const late = Math.max(...seen) - sent;
			expectThat(seen.length >= 4, `only ${seen.length} of 4 phones saw the question close without Redis`);
			await redis.start();
			await pause(1_500);
			await stage.command('reopen');
			await some(40, 60);
			await stage.command('close');
			const counted = await stage.tally('p1');
			readers.forEach((reader) => reader.close());
			await Promise.all([one.stop(), two.stop()]);
			await redis.stop();
			await database.close();
			rmSync(folder, { recursive: true, force: true });
			expectThat(acknowledged.size === 60 && counted === 60, `${acknowledged.size} acknowledged, ${counted} counted`);
			return `60 of 60 votes; without Redis the slowest phone saw the move after ${Math.round(late)} ms`;
		}
	},
	{
		fault: '300 connections that say half a request and nothing more',
		expected: 'others served in < 1 s meanwhile; all 300 closed by the server within 80 s',
		async try() {
			const server = await startServer({ env: { LOG_LEVEL: 'error' } });
			const open = new Set<Socket>();
			for (let n = 0; n < 300; n++) {
				const socket = connect(server.port, 'localhost');
				await once(socket, 'connect');
				open.add(socket);
				socket.on('close', () => open.delete(socket)).on('error', () => undefined);
				socket.resume();
				const body =
					'POST /participation HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 900\r\n\r\n{"id"';
				socket.write(n % 2 ? 'GET /fr HTTP/1.1\r\nhost: loc' : body);
			}
			let slowest = 0;
			const began = performance.now();
			while (open.size > 0 && performance.now() - began < 80_000) {
				const from = performance.now();
				await (await fetch(`${server.origin}/fr/modules`)).arrayBuffer();
				slowest = Math.max(slowest, performance.now() - from);
				await pause(250);
			}
			const seconds = Math.round((performance.now() - began) / 1000);
			const left = open.size;
			for (const socket of open) socket.destroy();
			await server.stop();
			rmSync(server.folder, { recursive: true, force: true });
			expectThat(left === 0, `${left} still open after ${seconds} s`);
			expectThat(slowest < 1_000, `a page took ${Math.round(slowest)} ms`);
			return `all closed after ${seconds} s; slowest page ${Math.round(slowest)} ms`;
		}
	},
	{
		fault: 'SIGTERM with 40 phones in a meeting and events on their way',
		expected: 'streams end and come back by themselves; exit 0 in < 10 s; logs in files; 0 lost',
		async try() {
			const server = await startServer({ env: { LOG_LEVEL: 'error' } });
			const database = await openLiveDatabase(server.folder);
			const stage = await openStage(server.origin, database, 40);
			await stage.command('open');
			const readers = await openStreams(stage, [server.origin], () => undefined);
			const raw = await fetch(`${stage.at()}/events`, { headers: { cookie: stage.cookies[0] ?? '' } });
			const hint = new TextDecoder().decode((await raw.body?.getReader().read())?.value);
			const before = await readCount(server.folder);
			expectThat((await sendEvent(server.origin, quietGroup.code)) === 204, 'the first event was refused');
			const events = Array.from({ length: 30 }, () => sendEvent(server.origin, quietGroup.code));
			const votes = stage.cookies.map((cookie) =>
				ask('PUT', `${stage.at()}/answers/p1`, { cookie, body: { a: 'stop', n: 1 } }).then(
					({ status }) => status,
					() => 0
				)
			);
			await pause(25);
			const from = performance.now();
			const gone = once(server.process, 'exit');
			server.process.kill('SIGTERM');
			const [code] = await gone;
			const seconds = (performance.now() - from) / 1000;
			const kept = (await Promise.all(events)).filter((status) => status === 204).length + 1;
			const voted = (await Promise.all(votes)).filter((status) => status === 204).length;
			expectThat(code === 0, `ended with ${code}`);
			expectThat(seconds < 10, `took ${seconds} s`);
			expectThat(/^retry: [123]\d{3}\n/.test(hint), `the stream began with ${JSON.stringify(hint.slice(0, 40))}`);
			expectThat(
				readers.every((reader) => reader.closed),
				'a stream stayed open'
			);
			const wal = statSync(join(server.folder, 'voices.db-wal'), { throwIfNoEntry: false })?.size ?? 0;
			expectThat(wal === 0, `the log of the voices holds ${wal} bytes`);
			const counted = (await readCount(server.folder)) - before;
			expectThat(counted === kept, `${kept} events acknowledged, ${counted} counted`);
			const again = await startServer({ folder: server.folder, port: server.port, seed: null, env: { LOG_LEVEL: 'error' } });
			const back = await openStreams(stage, [again.origin], () => undefined);
			await stage.command('close');
			const tally = await stage.tally('p1');
			back.forEach((reader) => reader.close());
			await database.close();
			await again.stop();
			rmSync(server.folder, { recursive: true, force: true });
			expectThat(tally >= voted, `${voted} votes acknowledged, ${tally} counted`);
			return `exit 0 in ${seconds.toFixed(1)} s; ${kept} events and ${voted} votes acknowledged, ${counted} and ${tally} counted; 40 of 40 back`;
		}
	}
];
