// kill -9 in the middle of batches and releases: no acknowledged answer lost, none doubled or by half, no release by half.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, temporaryVoices } from '../../../tests/temporary';
import { listReleases } from './release.server';
import { isSignedText } from './signing.server';
import { answerSpoolTable, answerTable, releaseTable } from './tables.server';

const rounds = Number(process.env.KILL_ROUNDS ?? 3);

it(`loses and doubles nothing when killed ${rounds} times`, { timeout: rounds * 20_000 }, async () => {
	const folder = temporaryFolder();
	for (let round = 0; round < rounds; round++) await workUntilKilled(folder, round);
	const lines = readFileSync(join(folder, 'acknowledged'), 'utf8').split('\n').slice(0, -1);
	const acknowledged = (kind: string) =>
		lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
	expect(acknowledged('answer').length).toBeGreaterThan(rounds * 5);

	const voices = await temporaryVoices(folder);
	const single = await voices.read.select().from(answerTable);
	const waiting = await voices.read.select().from(answerSpoolTable);
	const found = new Map<string, number>();
	for (const { option } of single) found.set(option, (found.get(option) ?? 0) + 1);
	for (const { body } of waiting) for (const option of Object.values(body)) found.set(option, (found.get(option) ?? 0) + 1);
	expect(acknowledged('answer').filter((name) => found.get(name) !== 2)).toEqual([]);
	expect(
		[...found.values()].filter((times) => times !== 2),
		'nothing by half, nothing twice'
	).toEqual([]);
	if (rounds > 2) expect(single.length, 'batches were taken apart meanwhile').toBeGreaterThan(0);

	const rows = await voices.read.select().from(releaseTable);
	const releases = await listReleases(voices);
	expect(releases.length).toBe(rows.length);
	for (const slug of acknowledged('release')) expect(rows.map(({ id }) => id)).toContain(slug);
	for (const { bundle, release } of releases) {
		expect(isSignedText(bundle.release, bundle.signature, bundle.publicKey)).toBe(true);
		expect(release.cells.length).toBeGreaterThan(0);
	}
});

/** Kills the worker at a random moment after its first acknowledgement of this round. */
async function workUntilKilled(folder: string, round: number): Promise<void> {
	const path = join(folder, 'acknowledged');
	const output = openSync(path, 'a');
	const before = statSync(path).size;
	const command = ['--import', 'tsx', 'tests/voices-process.ts', join(folder, 'voices.db'), String(round)];
	const worker = spawn(process.execPath, command, { stdio: ['ignore', output, 'inherit'] });
	const ended = once(worker, 'exit');
	while (statSync(path).size === before && worker.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 5));
	await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
	worker.kill('SIGKILL');
	expect(await ended).toEqual([null, 'SIGKILL']);
}
