import { get } from 'node:http';

/** Bytes of a response body as they travel to a browser that takes brotli. Throws when the answer isn't 200. */
export function measureBody(url: string): Promise<{ bytes: number; compressed: boolean; type: string }> {
	return new Promise((resolve, reject) => {
		get(url, { headers: { 'accept-encoding': 'br, gzip' } }, (response) => {
			if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
			let bytes = 0;
			response.on('data', (chunk: Buffer) => (bytes += chunk.length));
			response.on('end', () =>
				resolve({
					bytes,
					compressed: response.headers['content-encoding'] !== undefined,
					type: response.headers['content-type'] ?? ''
				})
			);
		}).on('error', reject);
	});
}

export function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} kB`;
}
