// What `npm run keys:create` and `npm run keys:rotate` do: the keys that badges are signed with, in KEYS_DIR.
import { parseArgs } from 'node:util';
import { createKeys, readKeys, rotateKeys } from '../lib/certification/badge-keys.server';
import { readSettings } from '../lib/ops/settings';

const usage = `
  npm run keys:create                 makes the first keys of an instance; never replaces any
  npm run keys:rotate                 makes new keys (once a year); badges given before stay verifiable
  … -- --dry-run                      says what would be done, and changes nothing
  … -- --help                         this text

  The folder is KEYS_DIR (beside DATA_DIR unless set). signing.json holds the private keys and is for the server's user alone
  (mode 600): keep one copy of it offline, and never in the backups of the data. public.json holds all public keys ever used.
  A running server takes new keys over by itself.
`;

class CommandError extends Error {
	readonly remedy = usage;
}

async function create(folder: string, dryRun: boolean): Promise<string> {
	const exist = (await readKeys(folder)) !== null;
	if (exist) throw new CommandError(`There are keys in ${folder} already. To make new ones: npm run keys:rotate`);
	if (dryRun) return `Would make an Ed25519 and an RSA key in ${folder}.`;
	await createKeys(folder, new Date());
	return `Made an Ed25519 and an RSA key in ${folder}.`;
}

async function rotate(folder: string, dryRun: boolean): Promise<string> {
	const keys = await readKeys(folder);
	if (keys === null) throw new CommandError(`There are no keys in ${folder} yet. To make them: npm run keys:create`);
	const present = keys.all.filter(({ until }) => until === null).map(({ kind, since }) => `${kind} since ${since}`);
	if (dryRun) return `Would retire ${present.join(' and ')} in ${folder} and make two new keys.`;
	const { all } = (await rotateKeys(folder, new Date()))!;
	return `Retired ${present.join(' and ')}; ${all.length - 2} public keys stay for who verifies older badges.`;
}

/** Runs a command; code 0: done (or, in a dry run, could be done), 1: nothing was changed, with the reason. */
export async function runKeys(
	words: readonly string[],
	env: Record<string, string | undefined>
): Promise<{ code: 0 | 1; said: string }> {
	try {
		const { values, positionals } = parseArgs({
			args: [...words],
			allowPositionals: true,
			options: { help: { type: 'boolean' }, 'dry-run': { type: 'boolean', default: false } }
		});
		if (values.help) return { code: 0, said: usage };
		const [command] = positionals;
		const run = command === 'create' ? create : command === 'rotate' ? rotate : null;
		if (run === null) throw new CommandError(`Say what to do.\n${usage}`);
		// Only the folders are asked for here.
		const settings = readSettings({ SECRET: 'not-used-by-this-command-not-used-by-this', ORIGIN: 'http://localhost', ...env });
		return { code: 0, said: `\n  ${await run(settings.keysDir, values['dry-run'])}\n` };
	} catch (error) {
		const known = error instanceof Error && ('remedy' in error || 'code' in error);
		if (!known) throw error;
		return { code: 1, said: `\nNothing was changed: ${error.message}\n` };
	}
}
