import type { TestServer } from '../server';
import type { Row } from './rows';
import { send } from './requests';
import { percentile } from './statistics';

const module = '/fr/modules/le-groupe-s-enflamme';

/** How many module pages a second, and how long one takes at 200 a second: as prerendered, and as played without a script. */
export async function measureThroughput({ origin }: TestServer): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [name, path] of [
		['module page', module],
		['module page without script (rendered)', `${module}/play`]
	]) {
		const most = await saturate(origin + path, 20, 5_000);
		const steady = await atRate(origin + path, 200, 5_000);
		rows.push({ what: `${name}, requests`, value: most, unit: '/s', goal: { atLeast: 200 } });
		rows.push({ what: `${name}, p95 at 200/s`, value: percentile(steady, 0.95), unit: 'ms', goal: { atMost: 80 } });
	}
	return rows;
}

async function saturate(url: string, clients: number, duration: number): Promise<number> {
	const until = performance.now() + duration;
	let answered = 0;
	await Promise.all(
		Array.from({ length: clients }, async () => {
			while (performance.now() < until) if ((await send(url)).status === 200) answered++;
		})
	);
	return answered / (duration / 1000);
}

/** Sends at a fixed pace whether or not earlier answers have come, as many independent phones do. */
async function atRate(url: string, perSecond: number, duration: number): Promise<number[]> {
	const started = performance.now();
	const answers: Promise<{ status: number; ms: number }>[] = [];
	for (let i = 0; i < (perSecond * duration) / 1000; i++) {
		const due = started + (i * 1000) / perSecond;
		const ahead = due - performance.now();
		if (ahead > 1) await new Promise((resolve) => setTimeout(resolve, ahead));
		answers.push(send(url));
	}
	const all = await Promise.all(answers);
	const failed = all.filter(({ status }) => status !== 200).length;
	if (failed) throw new Error(`${failed} of ${all.length} requests to ${url} failed`);
	return all.map(({ ms }) => ms);
}
