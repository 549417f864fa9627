// `npm run bench`: what the server and the module page do under load and on a slow phone, each figure beside its goal. Load goes
// to 127.0.0.1 only and is bounded. `--json` prints the figures alone; `--only page` runs the parts whose name contains it.
import { startServer } from '../server';
import { measureArrivals } from './arrivals';
import { measureParticipation } from './participation';
import { measureSlowPhone } from './slow-phone';
import { measureThroughput } from './throughput';

export interface Row {
	what: string;
	value: number;
	unit: string;
	/** The figure passes when it is on this side of the goal. */
	goal: { atMost: number } | { atLeast: number } | null;
}

const parts = {
	throughput: measureThroughput,
	arrivals: measureArrivals,
	participation: measureParticipation,
	page: measureSlowPhone
};
const flag = process.argv.indexOf('--only');
const only = flag > 0 ? (process.argv[flag + 1] ?? '') : '';
const server = await startServer();
const rows: Row[] = [];
try {
	for (const [name, measure] of Object.entries(parts)) if (name.includes(only)) rows.push(...(await measure(server)));
} finally {
	await server.stop();
}

const missed = rows.filter(({ value, goal }) => goal && ('atMost' in goal ? value > goal.atMost : value < goal.atLeast));
if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, '\t'));
else {
	for (const row of rows) {
		const goal = row.goal ? ('atMost' in row.goal ? `goal <= ${row.goal.atMost}` : `goal >= ${row.goal.atLeast}`) : '';
		const mark = missed.includes(row) ? 'MISS' : ' ok ';
		console.log(
			`${mark}  ${row.what.padEnd(52)} ${row.value.toFixed(row.value < 10 ? 2 : 0).padStart(8)} ${row.unit.padEnd(6)} ${goal}`
		);
	}
}
process.exit(missed.length ? 1 : 0);
