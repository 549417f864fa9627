// kill -9 in the middle of a question: how long nobody can answer, and whether an acknowledged answer is gone.
import type { Database } from '../../../src/lib/database/database.server';
import { ask } from '../../live/client';
import type { Row } from '../rows';
import { openStage, sleep } from './stage';
import type { LiveServer } from './server';

export async function measureCrash(server: LiveServer, database: Database): Promise<Row[]> {
	const stage = await openStage(server.origin, database, 300);
	await stage.command('open');
	const acknowledged = new Set<string>();
	let last = 0;
	let gap = 0;
	let over = false;
	const answering = stage.cookies.map(async (cookie) => {
		for (let n = 1; !over; n++) {
			const body = { a: 'stop', n };
			const answer = await ask('PUT', `${stage.at()}/answers/p1`, { cookie, body }).catch(() => null);
			const now = performance.now();
			if (answer?.status === 204) {
				acknowledged.add(cookie);
				if (last > 0) gap = Math.max(gap, now - last);
				last = now;
			}
			await sleep(answer ? 600 : 100);
		}
	});
	await sleep(1_500);
	await server.crash();
	await server.start();
	await sleep(2_000);
	over = true;
	await Promise.all(answering);
	await stage.command('close');
	const lost = Math.max(0, acknowledged.size - (await stage.tally('p1')));
	return [
		{ what: 'kill -9 in a question: nobody could answer for', value: gap / 1000, unit: 's', goal: { atMost: 3 } },
		{ what: '  acknowledged answers lost', value: lost, unit: '', goal: { atMost: 0 } }
	];
}
