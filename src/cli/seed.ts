// `npm run seed`: fills the empty data folder (DATA_DIR) with the fictional demo and prints how to sign in. Refuses another one.
import { closeInstance, openInstance } from '../lib/ops/instance.server';
import { readSettings } from '../lib/ops/settings';
import { demoSignIns, seedDemo } from './demo';

/** Nothing is served or signed while seeding, so what only a server needs may be missing. */
const unused = { ORIGIN: 'http://localhost:3000', SECRET: 'not-used-by-the-seed-not-used-by-the-seed' };

try {
	const instance = await openInstance(readSettings({ ...unused, ...process.env }));
	try {
		await seedDemo(instance, new Date());
		console.log(`\n  Seeded ${instance.settings.dataDir}\n\n${demoSignIns}`);
	} finally {
		await closeInstance();
	}
} catch (error) {
	const known = error instanceof Error && 'remedy' in error;
	console.error(known ? `\nNothing was seeded: ${error.message}\n` : error);
	process.exit(1);
}
