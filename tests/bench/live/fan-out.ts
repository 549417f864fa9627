// How fast a move of the host reaches every phone, how few frames that takes, and what the streams cost in memory.
import type { Row } from '../rows';
import { median, percentile } from '../statistics';
import { openStage, openStreams, residentMegabytes, sleep, type Stage } from './stage';
import type { Database } from '../../../src/lib/database/database.server';

/** Moves that phones are told of: a vote opens, closes, opens again. */
const moves = ['open', 'close', 'reopen', 'close', 'reopen', 'close'];

export interface FanOut {
	/** p99 of the median move, milliseconds from the host's command to the phone. */
	p99: number;
	frames: number;
	megabytes: number;
	/** Streams that got each move. */
	reached: number;
}

export async function fanOut(origins: string[], pid: number, database: Database, phones: number): Promise<FanOut> {
	const stage = await openStage(origins[0] ?? '', database, phones);
	const arrivals: number[] = [];
	const readers = await openStreams(stage, origins, (at) => void arrivals.push(at));
	await sleep(500);
	const megabytes = residentMegabytes(pid);
	const p99s: number[] = [];
	let reached = phones;
	for (const move of moves) {
		arrivals.length = 0;
		const sent = await stage.command(move);
		for (let waited = 0; waited < 100 && arrivals.length < phones; waited++) await sleep(50);
		reached = Math.min(reached, arrivals.length);
		p99s.push(
			percentile(
				arrivals.map((at) => at - sent),
				0.99
			)
		);
	}
	const before = readers.map(({ frames }) => frames);
	const frames = await countFrames(stage, readers.length, () => readers.map((reader, n) => reader.frames - (before[n] ?? 0)));
	for (const reader of readers) reader.close();
	await sleep(300);
	return { p99: median(p99s), frames, megabytes, reached };
}

/** The most frames that a phone gets for one question, from being asked to being talked about. */
async function countFrames(stage: Stage, phones: number, since: () => number[]): Promise<number> {
	for (const cmd of ['reveal', 'discuss', 'revote']) await stage.command(cmd);
	await sleep(300);
	for (const cmd of ['close', 'reveal', 'discuss']) await stage.command(cmd);
	await sleep(300);
	return Math.max(...since().slice(0, phones));
}

export function fanOutRows(phones: number, goal: number, { p99, frames, megabytes, reached }: FanOut): Row[] {
	return [
		{ what: `fan-out to ${phones} phones, p99 (median of 6 moves)`, value: p99, unit: 'ms', goal: { atMost: goal } },
		{ what: `of ${phones} phones, reached by every move`, value: reached, unit: '', goal: { atLeast: phones } },
		{ what: `frames per phone and question (${phones} phones)`, value: frames, unit: '', goal: { atMost: 4 } },
		{ what: `memory at ${phones} streams`, value: megabytes, unit: 'MB', goal: phones === 500 ? { atMost: 150 } : null }
	];
}
