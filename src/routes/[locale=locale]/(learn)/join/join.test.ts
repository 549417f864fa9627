// Joining behind the proxy that the README prescribes: one connection for everybody, one forwarded address for each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeInstance, openInstance } from '$lib/ops/instance.server';
import { readSettings } from '$lib/ops/settings';
import { actions } from './+page.server';

const folder = mkdtempSync(join(tmpdir(), 'relais-'));

beforeAll(async () => {
	await openInstance(readSettings({ NODE_ENV: 'test', DATA_DIR: folder, LOG_LEVEL: 'silent', TRUSTED_PROXY: '1' }));
});

afterAll(async () => {
	await closeInstance();
	rmSync(folder, { recursive: true });
});

async function tryCode(forwarded: string): Promise<number | undefined> {
	const headers = { 'x-forwarded-for': forwarded };
	const request = new Request('http://localhost/fr/join', {
		method: 'POST',
		headers,
		body: new URLSearchParams({ code: 'ABCD2345' })
	});
	const event = { request, params: { locale: 'fr' }, locals: {}, setHeaders: () => {}, getClientAddress: () => '127.0.0.1' };
	const result = await actions.default(event as unknown as Parameters<typeof actions.default>[0]);
	return 'status' in result ? result.status : undefined;
}

it('makes the address wait that goes on, whatever it claims before, and no other', async () => {
	const answers = [];
	for (let index = 0; index < 70; index += 1) answers.push(await tryCode(`10.0.0.${index}, 198.51.100.1`));
	expect(answers.slice(0, 60)).toEqual(Array(60).fill(404));
	expect(answers.at(-1)).toBe(429);
	expect(await tryCode('198.51.100.2')).toBe(404);
});
