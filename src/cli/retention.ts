// `npm run retention`: deletes now what is past its time, as the running server does every hour; for an instance that was off for
// long, or was restored. The dry run does it to copies and counts.
import { join } from 'node:path';
import { listRetentionJobs } from '../hooks-retention.server';
import { takeSnapshot } from '../lib/database/snapshot.server';
import { openDatabase } from '../lib/database/database.server';
import { databaseOptions } from '../lib/ops/instance.server';
import { recordRetention } from '../lib/ops/retention.server';
import type { Settings } from '../lib/ops/settings';
import { withWorkFolder } from '../lib/ops/work-folder.server';
import { forgetProofs } from '../lib/voices/blind-sign.server';
import { forgetEvents } from '../lib/voices/forget.server';
import { readInstanceSettings, runCommand, tell } from './command';

const usage = `
  npm run retention          deletes from the databases what is past its time, and records how much
    --dry-run                counts what would go, on copies that are deleted again

  Exit codes: 0 done, 1 a job failed (the others ran), 2 wrongly asked.
`;

await runCommand(usage, { 'dry-run': { type: 'boolean' } }, async (values) => {
	const settings = readInstanceSettings();
	if (!values['dry-run']) return void (await forget(settings, 'deleted'));
	await withWorkFolder(settings.dataDir, 'retention', async (work) => {
		for (const name of ['accounts', 'voices', 'moderation'] as const) {
			await takeSnapshot(databaseOptions(settings, name), join(work, `${name}.db`));
		}
		await forget({ ...settings, dataDir: work, database: null }, 'would delete');
	});
});

async function forget(settings: Settings, verb: string): Promise<void> {
	const open = (name: 'accounts' | 'voices' | 'moderation') => openDatabase(databaseOptions(settings, name));
	const [accounts, voices, moderation] = [await open('accounts'), await open('voices'), await open('moderation')];
	const now = new Date();
	const jobs = [
		...listRetentionJobs({ accounts, moderation }),
		{ name: 'event-ids' as const, run: (at: Date) => forgetEvents(voices, at) },
		{ name: 'proofs' as const, run: (at: Date) => forgetProofs(voices, at) }
	];
	let failure: unknown;
	for (const { name, run } of jobs) {
		try {
			const deleted = await run(now);
			await recordRetention(accounts, { job: name, day: now.toISOString().slice(0, 10), deleted });
			tell(`${name}: ${verb} ${deleted}`);
		} catch (error) {
			tell(`${name}: failed`);
			failure ??= error;
		}
	}
	for (const database of [accounts, voices, moderation]) await database.close();
	if (failure) throw failure;
}
