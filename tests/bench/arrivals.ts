// A class opens a module: the known failure of the field is 30 children signing in at once.
import { Agent, get } from 'node:http';
import type { TestServer } from '../server';
import type { Row } from './rows';
import { send } from './requests';
import { median, percentile } from './statistics';

const devices = 60;
const within = 60_000;
const module = '/fr/modules/le-groupe-s-enflamme';

export async function measureArrivals({ origin }: TestServer): Promise<Row[]> {
	const files = await listFiles(origin + module);
	const times = await Promise.all(
		Array.from({ length: devices }, async () => {
			await new Promise((resolve) => setTimeout(resolve, Math.random() * within));
			return openModule(origin, files);
		})
	);
	return [
		{
			what: `${devices} devices within 60 s, failed requests`,
			value: times.filter(Number.isNaN).length,
			unit: '',
			goal: { atMost: 0 }
		},
		{ what: `${devices} devices within 60 s, module open, median`, value: median(times), unit: 'ms', goal: null },
		{
			what: `${devices} devices within 60 s, module open, slowest`,
			value: percentile(times, 1),
			unit: 'ms',
			goal: { atMost: 2000 }
		}
	];
}

/** One device: its own connections, the page, then its files six at a time; NaN when anything failed. */
async function openModule(origin: string, files: string[]): Promise<number> {
	const own = new Agent({ keepAlive: true, maxSockets: 6 });
	const started = performance.now();
	const page = await send(origin + module, { agent: own });
	const rest = await Promise.all(files.map((file) => send(new URL(file, origin).href, { agent: own })));
	own.destroy();
	return [page, ...rest].every(({ status }) => status === 200) ? performance.now() - started : NaN;
}

/** The style sheets, scripts and drawings that the page's own HTML asks for. */
async function listFiles(url: string): Promise<string[]> {
	const html = await new Promise<string>((resolve, reject) => {
		get(url, (response) => {
			let text = '';
			response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
			response.on('end', () => resolve(text));
		}).on('error', reject);
	});
	const found = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address = '']) => new URL(address, url));
	const wanted = found
		.filter(({ pathname }) => /^\/(_app|art)\//.test(pathname))
		.map(({ pathname, search }) => pathname + search);
	return [...new Set(wanted)];
}
