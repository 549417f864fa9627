// What real rooms and unkind callers send, over HTTP: right status, no crash, nothing lost.
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, newKey } from '../../../tests/live/client';
import { liveContent, samplePlan } from '../../../tests/live/content';
import { answer, atPoll, openLive, serve } from '../../../tests/live/room';
import { createLive } from './lives.server';

// Compiling takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

// The content is compiled once, before the clock of the first test runs.
beforeAll(() => void liveContent());

describe('answers', () => {
	it('count once each, the last by the phone’s own count, whatever arrives first', async () => {
		const live = await atPoll(await serve());
		const [one, two] = [await live.phone(), await live.phone()];
		expect((await answer(live.at, one, 'stop', 2)).status).toBe(204);
		expect((await answer(live.at, one, 'tous', 1)).status).toBe(204);
		expect((await answer(live.at, one, 'stop', 2)).status).toBe(204);
		expect((await answer(live.at, two, 'pass')).status).toBe(204);
		for (const cmd of ['close', 'reveal'] as const) await live.command(cmd);
		const { results } = await live.state('screen');
		expect(results.map(({ id, count }) => [id, count])).toEqual([
			['tous', 0],
			['visee', 0],
			['stop', 1],
			['depend', 0]
		]);
	});

	it('are refused unknown, late, paused and after the end, each with its own word', async () => {
		const live = await atPoll(await serve());
		const phone = await live.phone();
		expect((await answer(live.at, phone, 'nothing-like-it')).status).toBe(404);
		expect((await answer(live.at, phone, 'stop', 1, 'p9')).status).toBe(404);
		await live.command('pause');
		expect((await answer(live.at, phone, 'stop')).status).toBe(409);
		await live.command('resume');
		expect((await answer(live.at, phone, 'stop')).status).toBe(204);
		await live.command('close');
		expect(await answer(live.at, phone, 'tous', 5)).toMatchObject({ status: 409, json: { error: 'closed' } });
		await live.command('stop');
		expect((await answer(live.at, phone, 'tous', 6)).status).toBe(410);
	});

	it('of a phone in a loop are slowed down alone', async () => {
		const live = await atPoll(await serve());
		const [loop, other] = [await live.phone(), await live.phone()];
		const sent = await Promise.all(Array.from({ length: 40 }, (_, n) => answer(live.at, loop, 'stop', n)));
		expect(sent.filter(({ status }) => status === 429).length).toBeGreaterThan(10);
		expect((await answer(live.at, other, 'tous')).status).toBe(204);
	});

	it('are not acknowledged while the disk is full, and are when it is not', async () => {
		const served = await serve();
		const live = await atPoll(served);
		const phones = [];
		for (let n = 0; n < 3; n++) phones.push(await live.phone());
		expect((await answer(live.at, phones[0]!, 'stop')).status).toBe(204);
		const [pages] = await served.database.read.values<[number]>(sql`PRAGMA page_count`);
		await served.database.run(`PRAGMA max_page_count = ${pages?.[0]}`);
		// Ballast until nothing fits any more.
		await served.database.run('CREATE TABLE ballast (x)').catch(() => undefined);
		const filled = await served.database.run('INSERT INTO ballast VALUES (zeroblob(100000))').catch((error: Error) => error);
		expect(String(filled)).toMatch(/full|ballast/i);
		await served.database.run('PRAGMA max_page_count = 1000000');
		expect((await answer(live.at, phones[1]!, 'stop')).status).toBe(204);
		await live.command('close');
		await live.command('reveal');
		const { results } = await live.state('screen');
		expect(results.find(({ id }) => id === 'stop')?.count).toBe(2);
	});
});

describe('codes', () => {
	it('wrong, closed and expired answer alike', async () => {
		const served = await serve();
		const live = await openLive(served);
		await live.command('begin');
		const expired = await createLive(
			served.database,
			{ groupId: 'g', organisationId: 'o', plan: samplePlan },
			Date.now() - 5 * 3_600_000
		);
		const answers = [];
		for (const code of ['22222222', live.code, expired.code, 'x', '%00', 'é']) {
			const { status, json } = await ask('POST', `${served.origin}/live/${code}/join`, { body: {} });
			answers.push({ status, json });
		}
		expect(answers).toEqual(answers.map(() => ({ status: 404, json: { error: 'unknown' } })));
	});

	it('are limited when wrong, and a class behind the same address still gets in', async () => {
		const served = await serve();
		const live = await openLive(served);
		for (const cmd of ['begin', 'welcome'] as const) await live.command(cmd);
		for (let wrong = 0; wrong < 80; wrong++) await ask('POST', `${served.origin}/live/22222222/join`, { body: {} });
		for (let n = 0; n < 40; n++) expect(await live.phone()).not.toBe('');
		let last = 0;
		for (let wrong = 0; wrong < 60; wrong++) {
			last = (await ask('POST', `${served.origin}/live/22222222/join`, { body: {} })).status;
		}
		expect(last).toBe(429);
		// Right and wrong are the same to who is limited; who is in stays in.
		expect((await ask('POST', `${live.at}/join`, { body: {} })).status).toBe(429);
		expect((await ask('GET', `${live.at}/state`, { bearer: live.token('host') })).status).toBe(200);
		const elsewhere = { body: {}, headers: { 'x-test-address': 'another' } };
		expect((await ask('POST', `${live.at}/join`, elsewhere)).status).toBe(200);
	});
});

describe('bodies', () => {
	it.each([
		['over a kilobyte', { body: { a: 'x'.repeat(2000), n: 1 } }, 413],
		['of 100 kB', { body: 'x'.repeat(100_000) }, 413],
		['that are no JSON', { body: '{"a":' }, 400],
		['of another type', { body: 'a=b', headers: { 'content-type': 'text/plain' } }, 415],
		['with more fields', { body: { a: 'stop', n: 1, name: 'Sam' } }, 422],
		['with a text for a number', { body: { a: 'stop', n: '1' } }, 422],
		['that are null', { body: 'null' }, 422],
		['from another site', { body: { a: 'stop', n: 1 }, headers: { origin: 'https://elsewhere.example' } }, 403]
	])('%s are refused', async (_, options, status) => {
		const live = await atPoll(await serve());
		const cookie = await live.phone();
		const sent = await ask('PUT', `${live.at}/answers/p1`, { cookie, ...options }).catch(() => ({ status: 413 }));
		expect(sent.status).toBe(status);
		expect((await answer(live.at, cookie, 'stop')).status).toBe(204);
	});
});

describe('commands', () => {
	it('on an old view change nothing, and the same key twice does it once', async () => {
		const live = await atPoll(await serve());
		const bearer = live.token('host');
		const { seq } = await live.state('host');
		const body = { cmd: 'close', ifSeq: seq, key: newKey() };
		expect(await ask('POST', `${live.at}/commands`, { bearer, body })).toMatchObject({ status: 200, json: { seq: seq + 1 } });
		expect(await ask('POST', `${live.at}/commands`, { bearer, body })).toMatchObject({ status: 200, json: { seq: seq + 1 } });
		const second = { cmd: 'reopen', ifSeq: seq, key: newKey() };
		expect(await ask('POST', `${live.at}/commands`, { bearer, body: second })).toMatchObject({
			status: 409,
			json: { error: 'stale', seq: seq + 1 }
		});
	});

	it('of two hosts at once: one wins, the other is told', async () => {
		const live = await atPoll(await serve());
		const { seq } = await live.state('host');
		const sent = ['close', 'pause'].map((cmd) =>
			ask('POST', `${live.at}/commands`, { bearer: live.token('host'), body: { cmd, ifSeq: seq, key: newKey() } })
		);
		expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 409]);
	});

	it('can’t be given by a phone, nor with a token of another live or an altered one', async () => {
		const served = await serve();
		const [live, other] = [await atPoll(served), await atPoll(served)];
		const { seq } = await live.state('host');
		const body = { cmd: 'close', ifSeq: seq, key: newKey() };
		const cookie = await live.phone();
		const say = (options: object) => ask('POST', `${live.at}/commands`, { body, ...options });
		expect((await say({ cookie })).status).toBe(403);
		expect((await say({ bearer: live.token('screen') })).status).toBe(403);
		expect((await say({ bearer: other.token('coach') })).status).toBe(401);
		expect((await say({ bearer: live.token('screen').replace('screen', 'coach') })).status).toBe(401);
		expect((await say({ bearer: cookie.split('=')[1] })).status).toBe(401);
		expect((await live.state('host')).seq).toBe(seq);
	});
});
