// Runs the model test over two processes with Redis: many seeds at a time, processes killed and started again in between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../src/lib/database/database.server';
import { runSeed, type SeedResult } from './model';
import { hasRedis, startLiveProcess, startRedis } from './processes';

export interface ModelReport {
	seeds: number;
	lost: number;
	double: number;
	accepted: number;
	refused: number;
	unknown: number;
	kills: number;
	redis: boolean;
	/** The first seeds that found something. */
	bad: SeedResult[];
}

/** Runs seeds `from`… over two processes. `killEvery`: a process is killed (kill -9) after about so many seeds; 0 for never. */
export async function runModel(options: {
	seeds: number;
	from?: number;
	killEvery?: number;
	atOnce?: number;
	votes?: 'real' | 'racy';
	onProgress?: (done: number) => void;
}): Promise<ModelReport> {
	const { seeds, from = 1, killEvery = 12, atOnce = 8, votes = 'real', onProgress } = options;
	const folder = mkdtempSync(join(tmpdir(), 'relais-model-'));
	const database = await openDatabase({ file: join(folder, 'live.db'), migrations: 'drizzle/live' });
	const redis = hasRedis() ? await startRedis() : null;
	const processes = await Promise.all([0, 1].map(() => startLiveProcess(folder, redis?.url ?? null, votes)));
	const origins = processes.map(({ origin }) => origin);
	const report: ModelReport = {
		seeds,
		lost: 0,
		double: 0,
		accepted: 0,
		refused: 0,
		unknown: 0,
		kills: 0,
		redis: redis !== null,
		bad: []
	};
	let next = from;
	let restarting: Promise<void> = Promise.resolve();
	const work = async () => {
		for (let seed = next++; seed < from + seeds; seed = next++) {
			if (killEvery > 0 && seed % killEvery === 0) {
				const victim = processes[Math.floor(seed / killEvery) % 2]!;
				restarting = restarting.then(async () => {
					await pause(50);
					await victim.kill();
					await victim.restart();
					report.kills++;
				});
			}
			const result = await runSeed(seed, database, origins);
			for (const key of ['lost', 'double', 'accepted', 'refused', 'unknown'] as const) report[key] += result[key];
			if (result.lost + result.double > 0 && report.bad.length < 5) report.bad.push(result);
			onProgress?.(seed - from + 1);
		}
	};
	try {
		await Promise.all(Array.from({ length: atOnce }, work));
		await restarting;
	} finally {
		await restarting.catch(() => undefined);
		await Promise.all(processes.map((each) => each.stop()));
		await redis?.stop();
		await database.close();
		rmSync(folder, { recursive: true, force: true });
	}
	return report;
}
