// Accepted = counted, over two processes with Redis, with repetitions, reorderings, cut connections and kill -9; and the same
// harness finds the loss in a tally that deserves it.
import { expect, it, vi } from 'vitest';
import { runModel } from './live/run-model';

vi.setConfig({ testTimeout: 180_000 });

it('loses and doubles nothing in 50 seeds', async () => {
	const report = await runModel({ seeds: 50 });
	if (!report.redis) console.warn('redis-server is not installed: ran two processes without it.');
	expect(report.bad).toEqual([]);
	expect(report).toMatchObject({ lost: 0, double: 0 });
	expect(report.accepted).toBeGreaterThan(200);
	expect(report.kills).toBeGreaterThan(0);
});

it('finds what a racy tally loses', async () => {
	const report = await runModel({ seeds: 8, killEvery: 0, votes: 'racy' });
	expect(report.lost).toBeGreaterThan(0);
});
