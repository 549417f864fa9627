// Numbers for whoever watches the instance, in the format of Prometheus. Nothing personal, and of young people's pages nothing
// but their sum: a count per page every fifteen seconds would be the access log that those pages don't have.
import { statSync } from 'node:fs';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { version } from '../../../package.json';
import { databaseNames, type DatabaseName } from './database-names';

export interface Metrics {
	/** Counts an answer of the server, whatever page it was of. */
	countAnswer(area: 'site' | 'live', status: number): void;
	/** Refusals since it was last asked, as `site 429: 3`: what was malformed, not allowed, too large or too often. Empty when there were none. */
	takeRefusals(): Record<string, number>;
	/** How long a page of somebody signed in took to make. */
	timeWork(milliseconds: number): void;
	/** All numbers as text; with those of the moment. */
	render(moment: { rooms: number; streams: number }): Promise<{ type: string; text: string }>;
}

const refusals = [400, 401, 403, 405, 413, 415, 422, 429];

/** Seconds. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export function createMetrics(fileOf: (name: DatabaseName) => string): Metrics {
	const register = new Registry();
	collectDefaultMetrics({ register });
	const registers = [register];
	new Gauge({ name: 'relais_info', help: 'Always 1; the label is the version.', labelNames: ['version'], registers }).set(
		{ version },
		1
	);
	const answers = new Counter({
		...{ name: 'relais_answers_total', help: 'Answers of the server, by area and class of status.' },
		...{ labelNames: ['area', 'status'] as const, registers }
	});
	const work = new Histogram({
		...{ name: 'relais_work_seconds', help: 'Time to make a page of somebody signed in.' },
		...{ buckets, registers }
	});
	const rooms = new Gauge({ name: 'relais_live_rooms', help: 'Live meetings that this process remembers.', registers });
	const streams = new Gauge({
		name: 'relais_live_streams',
		help: 'Phones, hosts and screens connected to this process.',
		registers
	});
	new Gauge({
		...{ name: 'relais_database_bytes', help: 'Size of each database (or of its replica here), and of its write-ahead log.' },
		...{ labelNames: ['database', 'part'] as const, registers },
		collect() {
			for (const database of databaseNames)
				for (const [part, end] of [
					['file', ''],
					['wal', '-wal']
				] as const) {
					const size = statSync(`${fileOf(database)}${end}`, { throwIfNoEntry: false })?.size ?? 0;
					this.set({ database, part }, size);
				}
		}
	});
	let refused: Record<string, number> = {};
	return {
		countAnswer(area, status) {
			answers.inc({ area, status: `${Math.floor(status / 100)}xx` });
			if (!refusals.includes(status)) return;
			const kind = `${area} ${status}`;
			refused[kind] = (refused[kind] ?? 0) + 1;
		},
		takeRefusals() {
			const taken = refused;
			refused = {};
			return taken;
		},
		timeWork: (milliseconds) => work.observe(milliseconds / 1000),
		async render(moment) {
			rooms.set(moment.rooms);
			streams.set(moment.streams);
			return { type: register.contentType, text: await register.metrics() };
		}
	};
}
