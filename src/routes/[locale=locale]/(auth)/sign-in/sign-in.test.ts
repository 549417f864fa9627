// Signing in behind the proxy that the README prescribes: one connection for everybody, one forwarded address for each.
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

async function guess(forwarded: string): Promise<number> {
	const url = new URL('http://localhost/fr/sign-in');
	const body = new URLSearchParams({ username: 'nadia', passphrase: 'wrong' });
	const request = new Request(url, { method: 'POST', headers: { 'x-forwarded-for': forwarded }, body });
	const event = { request, url, params: { locale: 'fr' }, locals: {}, setHeaders: () => {}, getClientAddress: () => '127.0.0.1' };
	return (await actions.default(event as unknown as Parameters<typeof actions.default>[0])).status;
}

it('makes the address wait that guesses, whatever it claims before, and no other', async () => {
	const answers = [];
	for (let index = 0; index < 7; index += 1) answers.push(await guess(`10.0.0.${index}, 198.51.100.1`));
	expect(answers).toEqual([400, 400, 400, 400, 400, 429, 429]);
	expect(await guess('198.51.100.2')).toBe(400);
});
