// Events of a phone on a production server, and what the file says was counted.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { withFile } from '../../src/lib/database/snapshot.server';
import { joinGroup } from '../demo';

const keys = new Map<string, string>();

/** Sends one start of a module. Resolves with the status; 0 where there was no answer. */
export async function sendEvent(origin: string, code: string): Promise<number> {
	const known = `${origin} ${code}`;
	if (!keys.has(known)) keys.set(known, (await joinGroup(origin, code)).key);
	const body = JSON.stringify({
		...{ id: randomBytes(16).toString('base64url'), key: keys.get(known), kind: 'start', attempt: 'first' },
		...{ module: 'le-groupe-s-enflamme', version: 1, locale: 'fr' }
	});
	const headers = { 'content-type': 'application/json', origin };
	const answer = await fetch(`${origin}/participation`, { method: 'POST', headers, body }).catch(() => null);
	await answer?.arrayBuffer();
	return answer?.status ?? 0;
}

/** All starts in the file. */
export function readCount(folder: string): Promise<number> {
	return withFile(join(folder, 'voices.db'), null, async (client) => {
		const { rows } = await client.execute('SELECT coalesce(sum(started), 0) FROM participation_count');
		return Number(rows[0]?.[0]);
	});
}
