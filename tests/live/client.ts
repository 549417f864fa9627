// Who speaks to lives in tests and benches: phones that join and answer, a host that commands, readers of event streams.
import { randomBytes } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';

export interface Answer {
	status: number;
	json: Record<string, unknown> | null;
	cookie: string | null;
}

const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });

/** Connections that this process keeps open for later. */
export const freeSockets = (): unknown[] => Object.values(agent.freeSockets).flatMap((sockets) => sockets ?? []);

/** One request with a JSON body. Rejects when the connection breaks. */
export function ask(
	method: string,
	url: string,
	options: { body?: unknown; cookie?: string; bearer?: string; headers?: Record<string, string> } = {}
): Promise<Answer> {
	const { body, cookie, bearer, headers } = options;
	const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
	return new Promise((resolve, reject) => {
		const call = request(
			url,
			{
				method,
				agent,
				headers: {
					origin: new URL(url).origin,
					...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
					...(cookie !== undefined && { cookie }),
					...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
					...headers
				}
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				// A server that was killed in the middle of its answer ends it without a word.
				response.on('close', () => reject(new Error('The answer broke off.')));
				response.on('end', () => resolve(toAnswer(response, Buffer.concat(chunks).toString())));
			}
		);
		call.setTimeout(15_000, () => call.destroy(new Error('No answer within 15 s.')));
		call.on('error', reject);
		call.end(text);
	});
}

function toAnswer(response: IncomingMessage, text: string): Answer {
	const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? null;
	const isJson = response.headers['content-type'] === 'application/json';
	return { status: response.statusCode ?? 0, json: isJson ? JSON.parse(text) : null, cookie };
}

export const newKey = (): string => randomBytes(9).toString('base64url');

export interface StreamReader {
	/** Views so far, newest last; own parts beside them. */
	views: { view: Record<string, unknown>; own: unknown; bytes: number; at: number }[];
	/** Events with data. */
	frames: number;
	closed: boolean;
	/** Resolves with the first view (from now or before) that fits. */
	until(fits: (view: Record<string, unknown>) => boolean, patience?: number): Promise<Record<string, unknown>>;
	close(): void;
}

/** Opens an event stream and reads it. `onView` is called for each view. */
export function openReader(
	url: string,
	options: { cookie?: string; bearer?: string; onView?: (view: Record<string, unknown>, at: number) => void; keep?: boolean } = {}
): Promise<StreamReader> {
	const { cookie, bearer, onView, keep = true } = options;
	return new Promise((resolve, reject) => {
		const waiting = new Set<() => void>();
		const call = request(url, {
			headers: { ...(cookie !== undefined && { cookie }), ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }) }
		});
		const reader: StreamReader = {
			views: [],
			frames: 0,
			closed: false,
			until: (fits, patience = 5_000) =>
				new Promise((found, failed) => {
					const look = () => {
						const last = reader.views.findLast(({ view }) => fits(view));
						if (!last) return;
						waiting.delete(look);
						clearTimeout(timer);
						found(last.view);
					};
					const timer = setTimeout(() => {
						waiting.delete(look);
						failed(new Error(`No such view within ${patience} ms; the last was ${JSON.stringify(reader.views.at(-1)?.view)}`));
					}, patience);
					waiting.add(look);
					look();
				}),
			close: () => call.destroy()
		};
		call.on('error', (error) => {
			reader.closed = true;
			reject(error);
		});
		call.on('response', (response) => {
			if (response.statusCode !== 200) {
				response.resume();
				reject(new Error(`${url} answered ${response.statusCode}`));
				return;
			}
			let rest = '';
			response.setEncoding('utf8');
			response.on('data', (chunk: string) => {
				const at = performance.now();
				const events = (rest + chunk).split('\n\n');
				rest = events.pop() ?? '';
				for (const event of events) {
					const data = event.split('\n').flatMap((line) => (line.startsWith('data: ') ? [line.slice(6)] : []));
					if (data.length === 0) continue;
					reader.frames++;
					const view = JSON.parse(data[0] ?? 'null') as Record<string, unknown>;
					onView?.(view, at);
					if (keep || reader.views.length === 0) {
						reader.views.push({ view, own: data[1] === undefined ? null : JSON.parse(data[1]), bytes: event.length, at });
					}
					for (const look of [...waiting]) look();
				}
			});
			response.on('close', () => (reader.closed = true));
			response.on('error', () => (reader.closed = true));
			resolve(reader);
		});
		call.end();
	});
}
