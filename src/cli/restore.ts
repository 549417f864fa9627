// `npm run restore`: puts backups in the place of the databases, while the instance is stopped.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from '../lib/ops/backup';
import { databaseNames } from '../lib/ops/database-names';
import { restore } from '../lib/ops/restore.server';
import type { Key } from '../lib/ops/seal-file.server';
import { readInstanceSettings, readSecret, runCommand, tell, UsageError } from './command';

const usage = `
  npm run restore -- --from FOLDER           restores the newest backup of each database into DATA_DIR; Relais must be stopped
    --from FILE                              that one; may be given several times
    --only accounts|voices|live|moderation   of a folder, one database
    --passphrase-file FILE                   the passphrase (or BACKUP_PASSPHRASE, BACKUP_PASSPHRASE_FILE)
    --identity-file FILE                     the secret key, for backups made with --recipient
    --replace                                puts databases that are there aside, as *.before-restore-…
    --dry-run                                decrypts and checks everything and changes nothing

  A wrong passphrase, a damaged file or one of a newer Relais is refused before anything changes.
  Exit codes: 0 done, 1 refused or failed (nothing changed), 2 wrongly asked.
`;

const options = {
	from: { type: 'string', multiple: true },
	only: { type: 'string' },
	'passphrase-file': { type: 'string' },
	'identity-file': { type: 'string' },
	replace: { type: 'boolean', default: false },
	'dry-run': { type: 'boolean', default: false }
} as const;

await runCommand(usage, options, async (values) => {
	const files = (values.from ?? []).flatMap((path) => listFiles(path, values.only));
	if (files.length === 0) throw new UsageError('Say which backups: --from FOLDER or --from FILE');
	const key = readKey(values['passphrase-file'], values['identity-file']);
	const settings = readInstanceSettings();
	const { replace = false, 'dry-run': dryRun = false } = values;
	const { restored, aside } = await restore({ settings, files, key, replace, dryRun, now: new Date(), onStep: tell });
	for (const { name, madeAt, version, migrated } of restored) {
		const brought = migrated.length > 0 ? `, brought to today's schema by ${migrated.join(', ')}` : '';
		tell(`${name}: ${dryRun ? 'could be restored' : 'restored'} as of ${madeAt} (Relais ${version})${brought}`);
	}
	for (const path of aside) tell(`kept aside: ${path} (delete it when all is well: it holds people's data)`);
	const missing = databaseNames.filter((name) => !restored.some((each) => each.name === name));
	if (missing.length > 0) tell(`not restored: ${missing.join(', ')}`);
});

function listFiles(path: string, only: string | undefined): string[] {
	if (!existsSync(path)) throw new UsageError(`There is no ${path}.`);
	if (!statSync(path).isDirectory()) return [path];
	const found = listBackups(readdirSync(path));
	const newest = databaseNames.flatMap((name) => found.find((backup) => backup.name === name) ?? []);
	const wanted = newest.filter(({ name }) => only === undefined || name === only);
	if (wanted.length === 0) throw new UsageError(`There is no backup ${only ? `of ${only} ` : ''}in ${path}.`);
	return wanted.map(({ file }) => join(path, file));
}

function readKey(passphraseFile: string | undefined, identityFile: string | undefined): Key {
	if (identityFile) {
		const text = readSecret('', identityFile) ?? '';
		const identity = text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-'));
		if (!identity) throw new UsageError(`${identityFile} holds no secret key of age (AGE-SECRET-KEY-…).`);
		return { identity };
	}
	const passphrase = readSecret('BACKUP_PASSPHRASE', passphraseFile);
	if (passphrase === null) throw new UsageError('Give the passphrase: --passphrase-file FILE, or --identity-file for a key.');
	return { passphrase };
}
