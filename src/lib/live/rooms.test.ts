// What phones and screens in a room get to see, and what they never see.
import { connect } from 'node:net';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, openReader } from '../../../tests/live/client';
import { liveContent } from '../../../tests/live/content';
import { answer, atPoll, openLive, serve } from '../../../tests/live/room';

// Compiling takes long on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

// The content is compiled once, before the clock of the first test runs.
beforeAll(() => void liveContent());

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
		const live = await openLive(await serve());
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
