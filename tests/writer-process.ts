// A process that only counts participation and prints the id of every event that was acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { openDatabase } from '../src/lib/database/database.server';
import { recordParticipation } from '../src/lib/voices/participation.server';
import { choice, start } from './participation-event';

const [file = ''] = process.argv.slice(2);
const voices = await openDatabase({ file, migrations: 'drizzle/voices', secureDelete: true });

async function count(n: number): Promise<void> {
	const event = n % 2 ? start() : choice('night', 'speak');
	await recordParticipation(voices, event, new Date());
	writeSync(1, `${event.id}\n`);
}

for (let n = 0; ; n += 20) await Promise.all(Array.from({ length: 20 }, (_, at) => count(n + at)));
