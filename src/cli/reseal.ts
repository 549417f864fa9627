// `npm run reseal`: after SECRET was replaced, seals the secrets of the authenticator apps with the new one, so that nobody has
// to set an app up again.
import { resealApps } from '../lib/auth/second-factors.server';
import { openDatabase } from '../lib/database/database.server';
import { databaseOptions } from '../lib/ops/instance.server';
import { readInstanceSettings, readSecret, runCommand, tell, UsageError } from './command';

const usage = `
  SECRET_FILE=FILE npm run reseal    seals what the old SECRET sealed with the one that is set now
    --old-secret-file FILE             the old one (or OLD_SECRET, OLD_SECRET_FILE)

  Exit codes: 0 done or nothing to do, 1 refused or failed (nothing was changed), 2 wrongly asked.
`;

await runCommand(usage, { 'old-secret-file': { type: 'string' } }, async (values) => {
	const settings = readInstanceSettings();
	const secret = readSecret('SECRET');
	const old = readSecret('OLD_SECRET', values['old-secret-file']);
	if (secret === null) throw new UsageError('Set the new secret: SECRET_FILE=FILE (or SECRET).');
	if (old === null) throw new UsageError('Name the file of the old secret: --old-secret-file FILE.');
	if (old === secret) throw new UsageError('The old secret is the one that is set now.');
	const accounts = await openDatabase(databaseOptions(settings, 'accounts'));
	const { resealed, unreadable } = await resealApps(accounts, old, secret);
	await accounts.close();
	tell(`${resealed} apps sealed anew`);
	if (unreadable > 0) tell(`${unreadable} were sealed with neither secret: their owners set the app up again`);
});
