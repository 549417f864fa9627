// The endpoint against real databases and the real modules: what each kind of request gets, and what it leaves behind.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { randomId } from '../../../tests/participation-event';
import { closeGroup, createGroup } from '$lib/groups/groups.server';
import { createOrganisation } from '$lib/groups/organisations.server';
import { groupTable } from '$lib/groups/tables.server';
import { closeInstance, getInstance, openInstance } from '$lib/ops/instance.server';
import { readSettings } from '$lib/ops/settings';
import { choiceCountTable, participationCountTable, seenEventTable } from '$lib/voices/tables.server';
import { POST } from './+server';

const now = new Date();
const folder = mkdtempSync(join(tmpdir(), 'relais-'));
const keys = { open: '', closed: '', busy: '' };

beforeAll(async () => {
	const { accounts } = await openInstance(readSettings({ NODE_ENV: 'test', DATA_DIR: folder }));
	const organisationId = await createOrganisation(accounts, { name: 'An organisation' }, now);
	for (const name of ['open', 'closed', 'busy'] as const) {
		const { id } = await createGroup(accounts, { organisationId, name, setting: 'school', coachIds: [], opened: true }, now);
		if (name === 'closed') await closeGroup(accounts, id, now);
		const [row] = await accounts.read.select().from(groupTable).where(eq(groupTable.id, id));
		keys[name] = row?.key ?? '';
	}
});

afterAll(async () => {
	await closeInstance();
	rmSync(folder, { recursive: true });
});

const module = 'le-groupe-s-enflamme';
const start = (changes: object = {}) => ({
	id: randomId(),
	key: keys.open,
	module,
	version: 1,
	locale: 'fr',
	attempt: 'first',
	kind: 'start',
	...changes
});

async function send(body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) {
	const init = { method: 'POST', body, headers, duplex: 'half' };
	const request = new Request('http://localhost/participation', init);
	const response = await POST({ request } as Parameters<typeof POST>[0]);
	const text = await response.text();
	return { status: response.status, headers: response.headers, error: text === '' ? null : JSON.parse(text).error };
}

const sendEvent = (event: unknown) => send(JSON.stringify(event));

/** All that is stored, to prove that a refusal changes nothing. */
async function snapshot(): Promise<string> {
	const { read } = getInstance().voices;
	return JSON.stringify([
		await read.select().from(participationCountTable),
		await read.select().from(choiceCountTable),
		await read.select().from(seenEventTable)
	]);
}

describe('POST /participation', () => {
	it('counts an event once and answers a repeat alike', async () => {
		const event = start();
		expect(await sendEvent(event)).toMatchObject({ status: 204, error: null });
		const before = await snapshot();
		expect(await sendEvent(event)).toMatchObject({ status: 204, error: null });
		expect(await snapshot()).toBe(before);
	});

	it('counts choices and endings of the module', async () => {
		const { modules } = await import('virtual:relais-content');
		const nodes = Object.entries(modules[module]?.graph.nodes ?? {});
		const [fork] = nodes.filter(([, { choices }]) => choices.length > 1);
		const [ending] = nodes.filter(([, { end }]) => end);
		const choice = fork?.[1].choices[0]?.id;
		expect(await sendEvent(start({ kind: 'choice', node: fork?.[0], choice }))).toMatchObject({ status: 204 });
		expect(await sendEvent(start({ kind: 'end', node: ending?.[0] }))).toMatchObject({ status: 204 });
		expect(await sendEvent(start({ kind: 'end', node: fork?.[0] })), 'a node that ends nothing').toMatchObject({ status: 422 });
		expect(await getInstance().voices.read.select().from(choiceCountTable)).toMatchObject([
			{ node: fork?.[0], choice, count: 1 }
		]);
	});

	it.each([
		['a form', 'application/x-www-form-urlencoded', 415, 'unsupported'],
		['plain text', 'text/plain', 415, 'unsupported'],
		['several parts', 'multipart/form-data; boundary=x', 415, 'unsupported'],
		['JSON by another name', 'application/jsonp', 415, 'unsupported'],
		['JSON with its encoding', 'Application/JSON; charset=utf-8', 204, undefined]
	])('takes nothing but JSON: %s', async (_, type, status, code) => {
		const answer = await send(JSON.stringify(start()), { 'content-type': type });
		expect(answer.status).toBe(status);
		expect(answer.error?.code).toBe(code);
	});

	it.each([
		['nothing', () => '', 400, 'malformed'],
		['half a body', () => JSON.stringify(start()).slice(0, 40), 400, 'malformed'],
		['bytes that are no text', () => new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 400, 'malformed'],
		['null', () => 'null', 400, 'malformed'],
		['a list', () => JSON.stringify([start()]), 400, 'malformed'],
		['a field too many', () => JSON.stringify(start({ name: 'Lina' })), 400, 'malformed'],
		['a key that is no key', () => JSON.stringify(start({ key: 'x' })), 400, 'malformed'],
		['1 kB and a byte', () => JSON.stringify(start()).padEnd(1025), 413, 'too-large'],
		['the key of no group', () => JSON.stringify(start({ key: randomId() })), 404, 'unknown-group'],
		['the key of a closed group', () => JSON.stringify(start({ key: keys.closed })), 410, 'closed-group'],
		['an unknown module', () => JSON.stringify(start({ module: 'no-such-module' })), 422, 'unknown-place'],
		['a training unit', () => JSON.stringify(start({ module: 'c1-accompagner' })), 422, 'unknown-place'],
		['a module named like a property', () => JSON.stringify(start({ module: 'constructor' })), 422, 'unknown-place'],
		['a language nobody speaks here', () => JSON.stringify(start({ locale: 'xx' })), 422, 'unknown-place'],
		['a version to come', () => JSON.stringify(start({ version: 99_999 })), 422, 'unknown-place'],
		['an unknown node', () => JSON.stringify(start({ kind: 'end', node: 'nowhere' })), 422, 'unknown-place'],
		['an unknown choice', () => JSON.stringify(start({ kind: 'choice', node: 'bienvenue', choice: 'fly' })), 422, 'unknown-place']
	])('refuses %s and changes nothing', async (_, body, status, code) => {
		const before = await snapshot();
		const answer = await send(body());
		expect(answer).toMatchObject({ status, error: { code, message: expect.stringMatching(/Rien n’a été compté\./) } });
		expect(await snapshot()).toBe(before);
	});

	it('takes 1 kB exactly', async () => {
		expect(await send(JSON.stringify(start()).padEnd(1024))).toMatchObject({ status: 204 });
	});

	it('stops reading a body that grows, whatever its headers say', async () => {
		let pulled = 0;
		const endless = new ReadableStream({
			pull(controller) {
				pulled += 1;
				controller.enqueue(new Uint8Array(512).fill(32));
			}
		});
		const answer = await send(endless, { 'content-type': 'application/json', 'content-length': '10' });
		expect(answer).toMatchObject({ status: 413 });
		expect(pulled).toBeLessThan(140);
		expect(answer.headers.get('connection')).toBe('close');
	});

	it('answers a body in pieces that is too large instead of hanging up, and one that breaks off', async () => {
		const server = createServer((incoming, outgoing) => {
			void getRequest({ base: 'http://localhost', request: incoming })
				.then((request) => POST({ request } as Parameters<typeof POST>[0]))
				.then((response) => setResponse(outgoing, response));
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		for (const size of [2_000, 60_000, 1_000_000]) {
			const outgoing = request({ port, method: 'POST', headers: { 'content-type': 'application/json' } });
			outgoing.on('error', () => undefined);
			const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
			for (let sent = 0; sent < size; sent += 1000) outgoing.write(' '.repeat(1000));
			outgoing.end();
			const [{ statusCode }] = await answered;
			expect(statusCode, `${size} bytes`).toBe(413);
		}
		server.closeAllConnections();
		server.close();
		const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
		expect(await send(broken)).toMatchObject({ status: 400, error: { code: 'malformed' } });
	});

	it('asks to come back when another program has the counts locked', { timeout: 20_000 }, async () => {
		const other = createClient({ url: `file:${join(folder, 'voices.db')}` });
		const held = await other.transaction('write');
		const event = start();
		const answer = await sendEvent(event);
		expect(answer).toMatchObject({ status: 503, error: { code: 'locked' } });
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
		await held.rollback();
		other.close();
		expect(await sendEvent(event)).toMatchObject({ status: 204 });
	});

	it('explains itself in the language of the event, else of the browser', async () => {
		const german = { 'content-type': 'application/json', 'accept-language': 'de, nl;q=0.8' };
		expect((await send('{', german)).error.message).toContain('Er is niets geteld.');
		expect((await sendEvent(start({ key: randomId(), locale: 'ar' }))).error.message).toContain('لم يُحسب شيء');
	});

	it('lets a class whose phones come back online through, then slows its group down, and no other', async () => {
		const flood = Array.from({ length: 1100 }, () => sendEvent(start({ key: keys.busy })));
		const answers = await Promise.all(flood);
		const limited = answers.filter(({ status }) => status === 429);
		expect(answers.filter(({ status }) => status === 204).length).toBeGreaterThanOrEqual(1000);
		expect(limited.length).toBeGreaterThan(0);
		expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
		expect(await sendEvent(start())).toMatchObject({ status: 204 });
	});

	it('logs nothing, accepted or refused', async () => {
		const { log } = getInstance();
		const lines = (['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const).map((level) => vi.spyOn(log, level));
		await sendEvent(start());
		await sendEvent(start({ key: randomId() }));
		for (const line of lines) expect(line).not.toHaveBeenCalled();
		vi.restoreAllMocks();
	});
});
