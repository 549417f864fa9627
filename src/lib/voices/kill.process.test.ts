// kill -9 in the middle of writing: what was acknowledged is there, and nothing is there by half.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, temporaryVoices } from '../../../tests/temporary';
import { choiceCountTable, participationCountTable, seenEventTable, shownChoicesTable } from './tables.server';

const rounds = Number(process.env.KILL_ROUNDS ?? 4);

it(`loses nothing acknowledged when killed ${rounds} times`, { timeout: rounds * 10_000 }, async () => {
	const folder = temporaryFolder();
	for (let round = 0; round < rounds; round++) await writeUntilKilled(folder);
	const acknowledged = readFileSync(join(folder, 'acknowledged'), 'utf8').split('\n').slice(0, -1);
	expect(acknowledged.length).toBeGreaterThan(rounds * 10);

	const voices = await temporaryVoices(folder);
	const seen = new Set((await voices.read.select().from(seenEventTable)).map(({ eventId }) => eventId));
	expect(acknowledged.filter((id) => !seen.has(id))).toEqual([]);
	const [participation] = await voices.read.select().from(participationCountTable);
	const [chosen] = await voices.read.select().from(choiceCountTable);
	const [shown] = await voices.read.select().from(shownChoicesTable);
	expect((participation?.started ?? 0) + (chosen?.count ?? 0), 'every id has moved its counter, once').toBe(seen.size);
	expect(shown?.count, 'what coaches see was counted').toBeGreaterThanOrEqual(5);
	expect(shown?.count).toBeLessThanOrEqual(chosen?.count ?? 0);
});

/** Kills the writer at a random moment after its first acknowledgement of this round. */
async function writeUntilKilled(folder: string): Promise<void> {
	const path = join(folder, 'acknowledged');
	const output = openSync(path, 'a');
	const before = statSync(path).size;
	const command = ['--import', 'tsx', 'tests/writer-process.ts', join(folder, 'voices.db')];
	const writer = spawn(process.execPath, command, { stdio: ['ignore', output, 'inherit'] });
	const ended = once(writer, 'exit');
	while (statSync(path).size === before && writer.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
	await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
	writer.kill('SIGKILL');
	expect(await ended).toEqual([null, 'SIGKILL']);
}
