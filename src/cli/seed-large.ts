// `npm run seed:large`: fills an empty data folder with a network of invented organisations, to see how lists and first screens
// carry it. `--scale 1` (50 groups), `10` (500) or `100` (5,000 groups, 500 organisations, 20,000 accounts; without the option).
import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { closeInstance, openInstance } from '../lib/ops/instance.server';
import { readSettings } from '../lib/ops/settings';
import { largeScales, seedLarge } from './large';

const unused = { ORIGIN: 'http://localhost:3000', SECRET: 'not-used-by-the-seed-not-used-by-the-seed' };

try {
	const { values } = parseArgs({ options: { scale: { type: 'string', default: '100' } } });
	const scale = largeScales.find((each) => String(each) === values.scale);
	if (scale === undefined)
		throw Object.assign(new Error(`There is no scale ${values.scale}.`), { remedy: `--scale ${largeScales.join('|')}` });
	const instance = await openInstance(readSettings({ ...unused, ...process.env }));
	try {
		const made = await seedLarge(instance, scale, readdirSync('content/modules').sort(), new Date());
		console.log(`Seeded ${instance.settings.dataDir}: ${JSON.stringify(made)}`);
	} finally {
		await closeInstance();
	}
} catch (error) {
	const known = error instanceof Error && 'remedy' in error;
	console.error(known ? `\nNothing was seeded: ${error.message}\n` : error);
	process.exit(1);
}
