// Servers that do what must not be done, so that the checks are seen to find it.
import { createServer as createPlain, type Server } from 'node:http';
import { createServer as createTls } from 'node:tls';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** TLS as it was in 2005: every version and cipher that this Node still has. */
export async function startWeak(site: { key: string; cert: string }): Promise<{ port: number; stop(): void }> {
	const server = createTls({ ...site, minVersion: 'TLSv1', maxVersion: 'TLSv1.2', ciphers: 'ALL:@SECLEVEL=0' });
	// Every client of ours breaks off after the first answer.
	server.on('tlsClientError', () => undefined);
	return listen(server);
}

/** Leads everything on to https, forms and programs too. */
export function startHelpful(): Promise<{ port: number; stop(): void }> {
	return listen(
		createPlain((request, response) => void response.writeHead(308, { location: `https://localhost${request.url}` }).end())
	);
}

async function listen(server: Server | ReturnType<typeof createTls>): Promise<{ port: number; stop(): void }> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return { port: (server.address() as AddressInfo).port, stop: () => void server.close() };
}
