// `npm run encrypt-accounts`: encrypts a plain accounts.db at rest, or gives an encrypted one another key, while the instance is
// stopped. The new file is complete and checked before it takes the place of the old one.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { DatabaseError } from '../lib/database/database-error';
import { isPlain } from '../lib/database/open-file.server';
import { checkDatabase, copyDatabase, copyEncrypted, settleFile, withFile } from '../lib/database/snapshot.server';
import { databaseOptions } from '../lib/ops/instance.server';
import { readInstanceSettings, readSecret, runCommand, spellBytes, tell, UsageError } from './command';

const usage = `
  ACCOUNTS_KEY_FILE=FILE npm run encrypt-accounts    encrypts the accounts.db of DATA_DIR with that key; Relais must be stopped
    --old-key-file FILE                              the key it has now (or OLD_ACCOUNTS_KEY, OLD_ACCOUNTS_KEY_FILE), to give it another
    --dry-run                                        says what would be done

  Make a key with: openssl rand -hex 32 > FILE. Without it accounts.db and its backups are lost: keep it twice, apart from them.
  Exit codes: 0 done or nothing to do, 1 refused or failed (the old file stays), 2 wrongly asked.
`;

const options = { 'old-key-file': { type: 'string' }, 'dry-run': { type: 'boolean' } } as const;

await runCommand(usage, options, async (values) => {
	const settings = readInstanceSettings();
	const { file } = databaseOptions(settings, 'accounts');
	const key = settings.accountsKey;
	if (key === null) throw new UsageError('Set the key: ACCOUNTS_KEY_FILE=FILE (or ACCOUNTS_KEY).');
	if (settings.database)
		throw new UsageError('accounts is on a server (DATABASE_URL): how it lies on the disk there is up to the server.');
	if (!existsSync(file)) throw new UsageError(`There is no ${file}. Set DATA_DIR to the folder of the databases.`);
	const plain = await isPlain(file);
	const oldKey = plain ? null : readSecret('OLD_ACCOUNTS_KEY', values['old-key-file']);
	if (!plain && oldKey === null) {
		await checkDatabase(file, key);
		return tell(`${file} is encrypted with this key already.`);
	}
	if (values['dry-run'])
		return tell(`would ${plain ? 'encrypt' : 'give another key to'} ${file} (${spellBytes((await stat(file)).size)})`);
	if (!(await settleFile(file, oldKey))) {
		throw new DatabaseError('locked', `${file} is in use.`, 'Stop Relais first (systemctl stop relais).');
	}
	const fresh = `${file}.encrypting`;
	await rm(fresh, { force: true });
	if (oldKey === null) await copyEncrypted(file, fresh, key);
	else {
		await copyDatabase(file, fresh, oldKey);
		await withFile(fresh, oldKey, async (client) => void (await client.execute(`PRAGMA rekey = '${key}'`)));
	}
	await checkDatabase(fresh, key);
	tell('copied and checked');
	// At every moment there is a whole accounts.db under its name.
	const old = `${file}.old`;
	await rm(old, { force: true });
	await link(file, old);
	await rename(fresh, file);
	await overwrite(old);
	await rm(old);
	tell(`${file} is encrypted. Backups made before are not encrypted at rest inside: let them run out, or delete them.`);
});

/** Makes the old words unreadable in place. On flash storage the drive may keep older pages; docs/operate.md says so. */
async function overwrite(file: string): Promise<void> {
	const { size } = await stat(file);
	const old = await open(file, 'r+');
	const chunk = randomBytes(1 << 16);
	for (let at = 0; at < size; at += chunk.length) await old.write(chunk, 0, Math.min(chunk.length, size - at), at);
	await old.sync();
	await old.close();
}
