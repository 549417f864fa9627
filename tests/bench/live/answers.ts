// Answers: a room that answers within a second, a steady thousand a second, as many as go, a join storm, and coming back.
import type { Database } from '../../../src/lib/database/database.server';
import { ask, openReader } from '../../live/client';
import type { Row } from '../rows';
import { percentile } from '../statistics';
import { openStage, sleep } from './stage';

const put = (at: string, cookie: string, n: number, prompt = 'p1') =>
	ask('PUT', `${at}/answers/${prompt}`, { cookie, body: { a: ['tous', 'visee', 'stop', 'pass'][n % 4], n } });

/** 500 phones, each once at a random moment of one second. */
export async function measureRoom(origin: string, database: Database): Promise<Row[]> {
	const stage = await openStage(origin, database, 500);
	await stage.command('open');
	const times: number[] = [];
	const statuses = await Promise.all(
		stage.cookies.map(async (cookie, n) => {
			await sleep(Math.random() * 1000);
			const began = performance.now();
			const { status } = await put(stage.at(), cookie, n + 1);
			times.push(performance.now() - began);
			return status;
		})
	);
	await stage.command('close');
	const accepted = statuses.filter((status) => status === 204).length;
	const counted = await stage.tally('p1');
	return [
		{ what: '500 phones answer within 1 s: acknowledged', value: accepted, unit: '', goal: { atLeast: 500 } },
		{ what: '  p99', value: percentile(times, 0.99), unit: 'ms', goal: { atMost: 300 } },
		{ what: '  lost or counted twice', value: Math.abs(counted - accepted), unit: '', goal: { atMost: 0 } }
	];
}

/** A thousand answers a second for three seconds; then as many as the server takes from 2,000 phones. */
export async function measureRates(origin: string, database: Database): Promise<Row[]> {
	const steady = await openStage(origin, database, 1_000);
	await steady.command('open');
	const times: number[] = [];
	const sent: Promise<void>[] = [];
	const began = performance.now();
	for (let n = 0; n < 3_000;) {
		const due = Math.floor(performance.now() - began);
		for (; n < Math.min(3_000, due); n++) {
			const [cookie, order, at] = [steady.cookies[n % 1_000] ?? '', n + 1, performance.now()];
			sent.push(put(steady.at(), cookie, order).then(() => void times.push(performance.now() - at)));
		}
		await sleep(5);
	}
	await Promise.all(sent);

	const full = await openStage(origin, database, 2_000);
	await full.command('open');
	const total = 24_000;
	let next = 0;
	let accepted = 0;
	const start = performance.now();
	const work = async () => {
		for (let n = next++; n < total; n = next++) {
			if ((await put(full.at(), full.cookies[n % 2_000] ?? '', n + 1)).status === 204) accepted++;
		}
	};
	await Promise.all(Array.from({ length: 800 }, work));
	const seconds = (performance.now() - start) / 1000;
	return [
		{ what: 'at 1,000 answers/s: p99', value: percentile(times, 0.99), unit: 'ms', goal: { atMost: 150 } },
		{ what: 'durable answers per second, one process', value: accepted / seconds, unit: '/s', goal: { atLeast: 5_000 } }
	];
}

/** 500 phones come in within ten seconds, from many networks. */
export async function measureJoins(origin: string, database: Database): Promise<Row[]> {
	const stage = await openStage(origin, database, 0);
	const times: number[] = [];
	const statuses = await Promise.all(
		Array.from({ length: 500 }, async (_, n) => {
			await sleep(Math.random() * 10_000);
			const began = performance.now();
			const headers = { 'x-forwarded-for': `10.0.${n % 20}.${n % 250}` };
			const { status } = await ask('POST', `${stage.at()}/join`, { body: {}, headers });
			times.push(performance.now() - began);
			return status;
		})
	);
	const failed = statuses.filter((status) => status !== 200).length;
	return [
		{ what: '500 phones join within 10 s: p99', value: percentile(times, 0.99), unit: 'ms', goal: { atMost: 1_000 } },
		{ what: '  refused or failed', value: failed, unit: '', goal: { atMost: 0 } }
	];
}

/** A phone that lost its stream opens it anew: right screen, own answer kept. */
export async function measureReturns(origin: string, database: Database): Promise<Row[]> {
	const stage = await openStage(origin, database, 200);
	await stage.command('open');
	await Promise.all(stage.cookies.map((cookie, n) => put(stage.at(), cookie, n + 1)));
	const times: number[] = [];
	let kept = 0;
	for (const cookie of stage.cookies.slice(0, 100)) {
		const began = performance.now();
		const reader = await openReader(`${stage.at()}/events`, { cookie });
		await reader.until(({ phase }) => phase === 'open');
		times.push(performance.now() - began);
		const { answers } = reader.views[0]?.own as { answers: Record<string, unknown> };
		if (answers.p1) kept++;
		reader.close();
	}
	return [
		{ what: 'back on the right screen, p95', value: percentile(times, 0.95), unit: 'ms', goal: { atMost: 2_000 } },
		{ what: '  of 100 with their answer', value: kept, unit: '', goal: { atLeast: 100 } }
	];
}
