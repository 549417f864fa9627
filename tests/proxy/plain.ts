// What a server answers to plain http: only somebody who opens a page in a browser is led to https (ASVS 5.0, V4.1.2).
import { request } from 'node:http';

type Headers = Record<string, string>;

const browser: Headers = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const page = (path: string, method = 'GET') => ({ method, path, headers: browser });

const people = [page('/'), page('/fr'), page('/fr/modules?x=1'), page('/live/ABCD2345'), page('/fr', 'HEAD')];
const programs: { method: string; path: string; headers: Headers }[] = [
	{ method: 'POST', path: '/fr/sign-in', headers: { ...browser, 'content-type': 'application/x-www-form-urlencoded' } },
	{ method: 'POST', path: '/fr/join', headers: browser },
	{ method: 'POST', path: '/participation', headers: { 'content-type': 'application/json' } },
	{ method: 'PUT', path: '/live/ABCD2345/answers/p1', headers: { 'content-type': 'application/json' } },
	{ method: 'DELETE', path: '/fr', headers: browser },
	{ method: 'GET', path: '/live/ABCD2345/state', headers: { accept: '*/*' } },
	{ method: 'GET', path: '/live/ABCD2345/events', headers: { accept: 'text/event-stream' } },
	{ method: 'GET', path: '/live/ABCD2345/state', headers: { ...browser, authorization: 'Bearer x' } },
	{ method: 'GET', path: '/metrics', headers: { authorization: 'Bearer x', accept: 'text/plain' } },
	{ method: 'GET', path: '/health', headers: {} },
	{ method: 'GET', path: '/badges/keys', headers: { accept: 'application/json' } },
	{ method: 'GET', path: '/fr/__data.json', headers: { accept: '*/*' } }
];

/** All that is wrong with how a port answers plain http. */
export async function checkPlain(port: number): Promise<string[]> {
	const problems: string[] = [];
	for (const each of people) {
		const { status, location } = await ask(port, each);
		if (![301, 308].includes(status) || location !== `https://localhost${each.path}`)
			problems.push(`a browser’s ${each.method} ${each.path} is answered ${status} ${location}`);
	}
	for (const each of programs) {
		const { status, location } = await ask(port, each);
		if (![403, 405].includes(status) || location !== '')
			problems.push(`a program’s ${each.method} ${each.path} is answered ${status} ${location}`);
	}
	return problems;
}

function ask(port: number, { method, path, headers }: (typeof programs)[number]): Promise<{ status: number; location: string }> {
	return new Promise((resolve, reject) => {
		const call = request({ port, host: '127.0.0.1', method, path, headers: { host: 'localhost', ...headers } }, (answer) => {
			answer.resume();
			resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? '' });
		});
		call.on('error', reject);
		call.end();
	});
}
