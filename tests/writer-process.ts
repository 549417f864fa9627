// A process that only counts participation and prints the id of every event that was acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { openDatabase } from '../src/lib/database/database.server';
import { DatabaseError } from '../src/lib/database/database-error';
import { recordParticipation } from '../src/lib/voices/participation.server';
import { choice, start } from './participation-event';

const [file = '', remote = 'null'] = process.argv.slice(2);
const voices = await openDatabase({ file, migrations: 'drizzle/voices', secureDelete: true, remote: JSON.parse(remote) });

async function count(n: number): Promise<void> {
	const event = n % 2 ? start() : choice('night', 'speak');
	try {
		await recordParticipation(voices, event, new Date());
	} catch (error) {
		// A server that goes away may leave open what became of an event; then it isn't acknowledged.
		if (error instanceof DatabaseError && error.problem === 'uncertain') return;
		throw error;
	}
	writeSync(1, `${event.id}\n`);
}

for (let n = 0; ; n += 20) await Promise.all(Array.from({ length: 20 }, (_, at) => count(n + at)));
