// `npm run bench:pages`: what the server and the module page do under load and on a slow phone, each figure beside its goal. Load goes
// to 127.0.0.1 only and is bounded. `--json` prints the figures alone; `--only page` runs the parts whose name contains it.
import { startServer } from '../server';
import { measureArrivals } from './arrivals';
import { measureParticipation } from './participation';
import { print, type Row } from './rows';
import { measureSlowPhone } from './slow-phone';
import { measureThroughput } from './throughput';

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

process.exit(print(rows) ? 0 : 1);
