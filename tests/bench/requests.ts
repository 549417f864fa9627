import { Agent, request } from 'node:http';

export const agent = new Agent({ keepAlive: true, maxSockets: 256 });

/** One request; resolves with its status and duration (milliseconds), or status 0 when it failed. */
export function send(url: string, options: { body?: string; agent?: Agent } = {}): Promise<{ status: number; ms: number }> {
	const started = performance.now();
	return new Promise((resolve) => {
		const finish = (status: number) => resolve({ status, ms: performance.now() - started });
		const method = options.body ? 'POST' : 'GET';
		const headers = { 'accept-encoding': 'br', ...(options.body ? { 'content-type': 'application/json' } : {}) };
		const sent = request(url, { method, headers, agent: options.agent ?? agent }, (response) => {
			response.resume();
			response.on('end', () => finish(response.statusCode ?? 0));
		});
		sent.on('error', () => finish(0));
		sent.end(options.body);
	});
}
