// A server full of holes, one of each kind, to see that the attacks find them. It is a test and is never part of the product.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '@libsql/client';
import type { Target } from './target';

export async function startPlanted(): Promise<{ target: Target; stop(): Promise<void> }> {
	const database = createClient({ url: ':memory:' });
	await database.executeMultiple(
		"CREATE TABLE groups (id INTEGER, name TEXT); INSERT INTO groups VALUES (1, 'foxes'), (2, 'owls');"
	);
	const server = createServer((request, response) => {
		answer(request, response, database).catch((error: Error) => response.writeHead(500).end(error.message));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const target: Target = {
		...{ origin, cookie: 'planted=1', start: '/', known: /^$/ },
		inputs: [{ path: '/sql?id={}' }, { path: '/say?words={}' }],
		redirects: [{ path: '/go?to={}' }],
		files: ['/file?name={}'],
		guarded: ['/admin'],
		changes: [{ path: '/change', body: 'name={}' }],
		pages: ['/say?words=x']
	};
	return {
		target,
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			database.close();
		}
	};
}

async function answer(request: IncomingMessage, response: ServerResponse, database: ReturnType<typeof createClient>) {
	const url = new URL(request.url ?? '/', 'http://planted');
	const page = (text: string) =>
		response.writeHead(200, { 'content-type': 'text/html' }).end(`<html><body>${text}</body></html>`);
	const asked = (name: string) => url.searchParams.get(name) ?? '';
	switch (url.pathname) {
		case '/':
			return page(
				'<a href="/sql?id=1">a</a> <a href="/say?words=x">b</a> <a href="/go?to=/">c</a> <a href="/file?name=package.json">d</a>'
			);
		case '/sql': {
			// The hole: a text put into a query.
			const { rows } = await database.execute(`SELECT name FROM groups WHERE id = ${asked('id')}`);
			return page(rows.map((row) => String(row.name)).join(', '));
		}
		case '/say':
			return page(`You said ${asked('words')}`);
		case '/admin':
			return page('Everybody may close this group.');
		case '/go':
			return response.writeHead(302, { location: asked('to') }).end();
		case '/file':
			return page(readFileSync(asked('name'), 'utf8'));
		case '/change':
			request.resume();
			return page('Changed, whoever asked.');
		default:
			return response.writeHead(404).end();
	}
}
