// Two processes on one database, and a balancer that sends each request to the other one. Redis is out of reach here: the harder
// half, where nobody is told anything. (With Redis, balancer and whole site: npm run test:e2e:several.)
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ask } from '../../../tests/live/client';
import { liveContent } from '../../../tests/live/content';
import { answer, atPoll, type View } from '../../../tests/live/room';
import { serveLives } from '../../../tests/live/serve';
import { temporaryFolder } from '../../../tests/temporary';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

// The content is compiled once, before the clock of the first test runs.
beforeAll(() => void liveContent());

/** A live at its first poll, and its address at the other process, which has heard of it. */
async function serveTwice() {
	const folder = temporaryFolder();
	const options = { folder, patience: 300, redisUrl: 'redis://127.0.0.1:1' };
	const [one, two] = [await serveLives(options), await serveLives(options)];
	onTestFinished(() => Promise.all([one.stop(), two.stop()]).then(() => undefined));
	const live = await atPoll(one);
	const there = `${two.origin}/live/${live.code}`;
	await ask('GET', `${there}/state`, { bearer: live.token('host') });
	return { live, there };
}

describe('who is answered by another process', () => {
	it('sees what was done at the first, at once', async () => {
		const { live, there } = await serveTwice();
		await live.command('close');
		const seen = await ask('GET', `${there}/state`, { bearer: live.token('screen') });
		expect((seen.json?.view as View).phase).toBe('closed');
	});

	it('and polls, waits for news instead of hearing the same view from each', async () => {
		const { live, there } = await serveTwice();
		const cookie = await live.phone();
		await live.command('pause');
		await live.command('resume');
		for (const who of [{ cookie }, { bearer: live.token('coach') }]) {
			const first = await ask('GET', `${live.at}/state`, who);
			expect((await ask('GET', `${there}/state?after=${String(first.json?.id)}`, who)).status).toBe(204);
		}
	});

	it('can’t use the cookie of a phone that came back at the first', async () => {
		const { live, there } = await serveTwice();
		const cookie = await live.phone();
		expect((await answer(there, cookie, 'stop')).status).toBe(204);
		const own = (await ask('GET', `${there}/state`, { cookie })).json?.own as { name: string };
		const offered = await live.command('re-enter', { name: own.name });
		expect((await ask('POST', `${live.at}/re-enter`, { body: { code: offered.json?.code } })).status).toBe(200);
		expect((await answer(there, cookie, 'report', 2)).status).toBe(401);
	});

	it('may send its line as soon as the first has come to the end', async () => {
		const { live, there } = await serveTwice();
		const cookie = await live.phone();
		for (const cmd of ['close', 'wrap-up', 'next'] as const) await live.command(cmd);
		expect((await ask('POST', `${there}/lines`, { cookie, body: { words: 'Merci.' } })).status).toBe(204);
	});
});
