// `npm run seed`: fills the empty data folder (DATA_DIR) with the fictional demo and prints how to sign in. Refuses another one.
import { createKeys } from '../lib/certification/badge-keys.server';
import { closeInstance, openInstance } from '../lib/ops/instance.server';
import { readSettings } from '../lib/ops/settings';
import { demoSignIns, seedDemo } from './demo';
import { demoSecondStep, demoSecret } from './demo-second-step';

/** What only a server needs may be missing. The server must have the same SECRET, or the demo's app codes won't fit. */
const defaults = { ORIGIN: 'http://localhost:3000', SECRET: demoSecret };

try {
	const instance = await openInstance(readSettings({ ...defaults, ...process.env }));
	try {
		await seedDemo(instance, new Date());
		await createKeys(instance.settings.keysDir, new Date());
		console.log(`\n  Seeded ${instance.settings.dataDir}\n\n${demoSignIns}\n${demoSecondStep}`);
	} finally {
		await closeInstance();
	}
} catch (error) {
	const known = error instanceof Error && 'remedy' in error;
	console.error(known ? `\nNothing was seeded: ${error.message}\n` : error);
	process.exit(1);
}
