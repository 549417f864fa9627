import { randomBytes } from 'node:crypto';
import { joinGroup, largeGroup } from '../demo';
import type { TestServer } from '../server';
import type { Row } from './bench';
import { send } from './requests';
import { percentile } from './statistics';

const events = 6_000;
const atOnce = 64;

/** How many participation events a second are acknowledged, that is: committed. Spread over groups as it would be. */
export async function measureParticipation({ origin }: TestServer): Promise<Row[]> {
	const { key } = await joinGroup(origin, largeGroup.code);
	const url = `${origin}/participation`;
	const started = performance.now();
	const times: number[] = [];
	const statuses = new Map<number, number>();
	let sent = 0;
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			while (sent++ < events) {
				const { status, ms } = await send(url, { body: startEvent(key) });
				statuses.set(status, (statuses.get(status) ?? 0) + 1);
				times.push(ms);
			}
		})
	);
	const seconds = (performance.now() - started) / 1000;
	const accepted = statuses.get(204) ?? 0;
	const limited = statuses.get(429) ?? 0;
	return [
		{ what: 'participation writes, one group', value: accepted / seconds, unit: '/s', goal: null },
		{ what: 'participation requests answered', value: times.length / seconds, unit: '/s', goal: { atLeast: 1000 } },
		{ what: 'participation acknowledged, p95', value: percentile(times, 0.95), unit: 'ms', goal: { atMost: 150 } },
		{
			what: 'participation, neither counted nor slowed down',
			value: times.length - accepted - limited,
			unit: '',
			goal: { atMost: 0 }
		}
	];
}

function startEvent(key: string): string {
	const id = randomBytes(16).toString('base64url');
	return JSON.stringify({ id, key, module: 'le-groupe-s-enflamme', version: 1, locale: 'fr', attempt: 'first', kind: 'start' });
}
