// `npm run migrate`: brings the databases to the schema of this version before a server is started on them; the start does it too.
import { openDatabase } from '../lib/database/database.server';
import { DatabaseError } from '../lib/database/database-error';
import { compareSchema } from '../lib/database/snapshot.server';
import { databaseNames } from '../lib/ops/database-names';
import { databaseOptions } from '../lib/ops/instance.server';
import { readInstanceSettings, runCommand, tell } from './command';

const usage = `
  npm run migrate            applies the migrations that the databases lack; take a backup before
    --dry-run                lists them and changes nothing

  Exit codes: 0 done or nothing to do, 1 refused or failed (a migration is applied whole or not at all), 2 wrongly asked.
`;

await runCommand(usage, { 'dry-run': { type: 'boolean' } }, async (values) => {
	const settings = readInstanceSettings();
	for (const name of databaseNames) {
		const options = databaseOptions(settings, name);
		const { applied, pending, unknown } = await compareSchema(options, options.migrations);
		if (unknown > 0) {
			const what = `${options.remote?.url ?? options.file} has ${unknown} migration(s) of a newer Relais.`;
			throw new DatabaseError('newer-schema', what, 'Use that version, or restore a backup of this one.');
		}
		if (values['dry-run']) {
			tell(`${name}: ${applied} applied, ${pending.length === 0 ? 'nothing to do' : `would apply ${pending.join(', ')}`}`);
			continue;
		}
		await (await openDatabase(options)).close();
		tell(`${name}: ${pending.length === 0 ? 'nothing to do' : `applied ${pending.join(', ')}`}`);
	}
});
