import { randomBytes } from 'node:crypto';
import { groups } from '../../src/cli/demo-data';
import { joinGroup } from '../demo';
import type { TestServer } from '../server';
import type { Row } from './rows';
import { send } from './requests';
import { percentile } from './statistics';

const events = 6_000;
const atOnce = 64;

/** How many participation events a second are acknowledged, that is: committed. Spread over groups as it would be. */
export async function measureParticipation({ origin }: TestServer): Promise<Row[]> {
	// Each group has a limit of its own, so the events come from all of them.
	const members = await Promise.all(groups.map(({ code }) => joinGroup(origin, code)));
	const url = `${origin}/participation`;
	const started = performance.now();
	const times: number[] = [];
	const statuses = new Map<number, number>();
	let sent = 0;
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			while (sent++ < events) {
				const { status, ms } = await send(url, { body: startEvent(members[sent % members.length]?.key ?? '') });
				statuses.set(status, (statuses.get(status) ?? 0) + 1);
				times.push(ms);
			}
		})
	);
	const seconds = (performance.now() - started) / 1000;
	const accepted = statuses.get(204) ?? 0;
	const limited = statuses.get(429) ?? 0;
	return [
		{ what: 'participation writes, committed', value: accepted / seconds, unit: '/s', goal: { atLeast: 500 } },
		{ what: 'participation acknowledged, p95', value: percentile(times, 0.95), unit: 'ms', goal: { atMost: 150 } },
		{ what: 'participation slowed down by the limit', value: limited, unit: '', goal: { atMost: 0 } },
		{ what: 'participation failed', value: times.length - accepted - limited, unit: '', goal: { atMost: 0 } }
	];
}

function startEvent(key: string): string {
	const id = randomBytes(16).toString('base64url');
	return JSON.stringify({ id, key, module: 'le-groupe-s-enflamme', version: 1, locale: 'fr', attempt: 'first', kind: 'start' });
}
