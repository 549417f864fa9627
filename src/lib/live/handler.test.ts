// What real rooms and unkind callers do, over HTTP: right status, no crash, nothing lost, nothing leaked.
import { connect } from 'node:net';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ask, newKey, openReader } from '../../../tests/live/client';
import { liveContent, samplePlan } from '../../../tests/live/content';
import { serveLives, testSecret, type ServedLives } from '../../../tests/live/serve';
import { temporaryFolder } from '../../../tests/temporary';
import type { Command } from './commands';
import { createLive } from './lives.server';
import { signStaffToken, type StaffRole } from './staff-token.server';
import type { HostView } from './view';

// Compiling takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

// The content is compiled once, before the clock of the first test runs.
beforeAll(() => void liveContent());

async function serve(options: { patience?: number } = {}): Promise<ServedLives> {
	const served = await serveLives({ folder: temporaryFolder(), ...options });
	onTestFinished(() => served.stop());
	return served;
}

/** What the tests read of a view, whoever's it is. */
type View = Pick<HostView, 'seq' | 'phase' | 'answered' | 'lines'> & {
	results: { id: string; count: number | null }[];
	calls: { name: string }[];
	waiting: { id: string; words: string }[];
};

/** A live with a host who can move it. */
async function host(served: ServedLives, plan: Partial<Record<keyof typeof samplePlan, unknown>> = {}) {
	const wanted = { groupId: 'g', organisationId: 'o', plan: { ...samplePlan, ...plan } as never };
	const { id, code } = await createLive(served.database, wanted, Date.now());
	const at = `${served.origin}/live/${code}`;
	const token = (role: StaffRole) => signStaffToken(testSecret, role, id, Date.now() + 3_600_000);
	const state = async (role: StaffRole) => (await ask('GET', `${at}/state`, { bearer: token(role) })).json?.view as View;
	const command = async (cmd: Command['cmd'], more: object = {}, role: StaffRole = 'coach') => {
		const { seq } = await state(role);
		return ask('POST', `${at}/commands`, { bearer: token(role), body: { cmd, ifSeq: seq, key: newKey(), ...more } });
	};
	const phone = async () => (await ask('POST', `${at}/join`, { body: {} })).cookie ?? '';
	return { id, code, at, token, state, command, phone };
}

/** At the first poll, open. */
async function atPoll(served: ServedLives) {
	const live = await host(served);
	for (const cmd of ['begin', 'welcome', 'next', 'next', 'open'] as const) expect((await live.command(cmd)).status).toBe(200);
	return live;
}

const answer = (at: string, cookie: string, a: string, n = 1, prompt = 'p1') =>
	ask('PUT', `${at}/answers/${prompt}`, { cookie, body: { a, n } });

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
		const live = await host(served);
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
		const live = await host(served);
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

describe('two lives', () => {
	it('never leak into each other', async () => {
		const served = await serve();
		const [one, two] = [await atPoll(served), await atPoll(served)];
		const cookie = await one.phone();
		expect((await answer(two.at, cookie, 'stop')).status).toBe(401);
		const reader = await openReader(`${two.at}/events`, { bearer: two.token('host') });
		await reader.until(({ phase }) => phase === 'open');
		const before = reader.frames;
		await answer(one.at, cookie, 'stop');
		await one.command('close');
		await new Promise((resolve) => setTimeout(resolve, 500));
		expect(reader.frames).toBe(before);
		expect((await two.state('host')).answered).toBe(0);
		reader.close();
	});
});

describe('streams', () => {
	it('send phones no count, and three events for a question however many answer', async () => {
		const live = await host(await serve());
		for (const cmd of ['begin', 'welcome', 'next'] as const) await live.command(cmd);
		const phones = await Promise.all(Array.from({ length: 8 }, () => live.phone()));
		const reader = await openReader(`${live.at}/events`, { cookie: phones[0]! });
		await reader.until(({ phase }) => phase === 'discuss');
		const before = reader.frames;
		for (const cmd of ['next', 'open'] as const) await live.command(cmd);
		await Promise.all(phones.map((phone) => answer(live.at, phone, 'stop')));
		for (const cmd of ['close', 'reveal', 'discuss'] as const) await live.command(cmd);
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(reader.frames - before).toBeLessThanOrEqual(4);
		expect(JSON.stringify(reader.views)).not.toMatch(/count|joined|answered|tall/);
		// The last view is right by itself: what was asked, and the phone's own answer beside it.
		expect(reader.views.at(-1)).toMatchObject({ view: { asked: { id: 'p1' } }, own: { answers: { p1: { a: 'stop' } } } });
		reader.close();
	});

	it('let a reader go that doesn’t read, and the room goes on', async () => {
		const served = await serve();
		const live = await atPoll(served);
		const { port } = new URL(served.origin);
		const socket = connect(Number(port), '127.0.0.1');
		socket.write(`GET /live/${live.code}/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${live.token('host')}\r\n\r\n`);
		await new Promise((resolve) => socket.once('data', resolve));
		socket.pause();
		const room = (await served.lives.hub.findRoom(live.code))!;
		expect(room.listeners.size).toBe(1);
		for (let n = 0; n < 2_000 && room.listeners.size > 0; n++) {
			await live.command(n % 2 === 0 ? 'pause' : 'resume');
			// A socket's own buffers hold megabytes: events as large as those of a long meeting fill them.
			for (const listener of room.listeners) listener.send({ id: 'x', json: '', bytes: Buffer.alloc(200_000, 'x') });
		}
		expect(room.listeners.size).toBe(0);
		socket.destroy();
		expect((await live.state('host')).phase).toBe('open');
	});

	it('have a twin that polls: at once when there is news, in time when there is none', async () => {
		const live = await atPoll(await serve({ patience: 300 }));
		const cookie = await live.phone();
		const first = await ask('GET', `${live.at}/state`, { cookie });
		expect(first.json).toMatchObject({ view: { phase: 'open' }, own: { answers: {} } });
		const id = String(first.json?.id);
		expect((await ask('GET', `${live.at}/state?after=${id}`, { cookie })).status).toBe(204);
		const waiting = ask('GET', `${live.at}/state?after=${id}`, { cookie });
		await live.command('close');
		expect(await waiting).toMatchObject({ status: 200, json: { view: { phase: 'closed' } } });
	});
});

describe('sensitive questions', () => {
	it('show no number below five, on no screen', async () => {
		const live = await atPoll(await serve());
		for (const cmd of ['close', 'reveal', 'discuss', 'next', 'skip', 'next', 'open'] as const) {
			expect((await live.command(cmd)).status, cmd).toBe(200);
		}
		const phones = await Promise.all(Array.from({ length: 9 }, () => live.phone()));
		await Promise.all(phones.map((phone, n) => answer(live.at, phone, n < 6 ? 'ami' : 'personne', 1, 'p2')));
		for (const cmd of ['close', 'reveal'] as const) await live.command(cmd);
		for (const role of ['screen', 'host', 'coach'] as const) {
			const view = await live.state(role);
			expect(Object.fromEntries(view.results.map(({ id, count }) => [id, count]))).toEqual({
				...{ elle: null, ami: 6, adulte: null, ecoute: null, personne: null }
			});
		}
	});
});

describe('a phone', () => {
	it('that lost its cookie comes back with the host’s code, and its old cookie is over', async () => {
		const live = await atPoll(await serve());
		const joined = await ask('POST', `${live.at}/join`, { body: {} });
		const old = joined.cookie ?? '';
		await answer(live.at, old, 'stop');
		const offered = await live.command('re-enter', { name: joined.json?.name });
		expect(offered.json?.code).toMatch(/^[2-9A-Z]{6}$/);
		const back = await ask('POST', `${live.at}/re-enter`, { body: { code: offered.json?.code } });
		expect(back.json).toEqual({ name: joined.json?.name });
		expect((await answer(live.at, old, 'tous', 2)).status).toBe(401);
		expect((await answer(live.at, back.cookie ?? '', 'tous', 2)).status).toBe(204);
		expect((await ask('POST', `${live.at}/re-enter`, { body: { code: offered.json?.code } })).status).toBe(404);
		expect((await live.state('host')).answered).toBe(1);
	});

	it('that calls is seen by the coach and by nobody else', async () => {
		const live = await atPoll(await serve());
		const joined = await ask('POST', `${live.at}/join`, { body: {} });
		for (let twice = 0; twice < 2; twice++) {
			expect((await ask('POST', `${live.at}/calls`, { cookie: joined.cookie ?? '', body: {} })).status).toBe(204);
		}
		await expect.poll(async () => (await live.state('coach')).calls).toMatchObject([{ name: joined.json?.name }]);
		for (const role of ['host', 'screen'] as const) {
			expect(JSON.stringify(await live.state(role))).not.toContain(String(joined.json?.name));
		}
	});

	it('may send one line, which nobody reads before an adult', async () => {
		const live = await atPoll(await serve());
		const cookie = await live.phone();
		const send = (words: string) => ask('POST', `${live.at}/lines`, { cookie, body: { words } });
		expect((await send('Trop tôt')).status).toBe(409);
		for (const cmd of ['close', 'wrap-up', 'next'] as const) await live.command(cmd);
		expect((await send('x'.repeat(141))).status).toBe(422);
		for (const words of ['Merci à vous', 'Encore']) expect((await send(words)).status).toBe(204);
		await expect.poll(async () => (await live.state('coach')).waiting).toMatchObject([{ words: 'Merci à vous' }]);
		expect((await live.state('screen')).lines).toEqual([]);
		const id = (await live.state('coach')).waiting[0]?.id;
		expect((await live.command('approve', { id })).status).toBe(200);
		await expect.poll(async () => (await live.state('screen')).lines).toEqual(['Merci à vous']);
	});
});
