// Relais seen through the proxy, over HTTP/2 as browsers do: headers, cookies, what stays inside, a live that isn't held back.
import { connect, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2';
import { accounts } from '../../src/cli/demo-data';
import { openLiveDatabase, openStage } from '../bench/live/stage';
import type { TestServer } from '../server';

interface Answer {
	headers: IncomingHttpHeaders;
	status: number;
	text: string;
}

const origin = 'https://localhost';

/** Of the server: the numbers would be given to whoever sends it, if the proxy let them. */
export const metricsToken = 'a-token-of-a-test-only-here';

/** All that is wrong with the site behind a proxy's port. */
export async function checkSite(port: number, authority: string, server: TestServer): Promise<string[]> {
	const problems: string[] = [];
	const call = connect(`https://127.0.0.1:${port}`, { ca: authority, servername: 'localhost' });
	call.on('error', (error) => problems.push(`HTTP/2: ${error.message}`));
	try {
		const front = await ask(call, 'GET', '/fr');
		if (front.status !== 200) problems.push(`/fr answers ${front.status}`);
		const hsts = /max-age=(\d+)/.exec(String(front.headers['strict-transport-security']))?.[1];
		if (Number(hsts) < 31_536_000 || !hsts) problems.push(`HSTS is ${front.headers['strict-transport-security']}`);
		if (!front.headers['content-security-policy']) problems.push('no policy for content');
		if ((await ask(call, 'GET', '/health')).status !== 200) problems.push('/health does not answer');
		for (const path of ['/metrics', '/metrics?x', '/METRICS', '//metrics', '/%6detrics', '/metrics/']) {
			const { status, text } = await ask(call, 'GET', path, { authorization: `Bearer ${metricsToken}` });
			if (status < 300 || text.includes('relais_')) problems.push(`${path} answers ${status} outside`);
		}
		problems.push(...(await checkCookies(call)), ...(await checkStream(call, server)));
	} finally {
		call.destroy();
	}
	return problems;
}

async function checkCookies(call: ClientHttp2Session): Promise<string[]> {
	const coach = accounts.find(({ role }) => role === 'coach');
	const asForm = { 'content-type': 'application/x-www-form-urlencoded' };
	const form = { username: coach?.username ?? '', passphrase: coach?.passphrase ?? '' };
	const signedIn = await ask(call, 'POST', '/fr/sign-in', asForm, new URLSearchParams(form).toString());
	const cookies = signedIn.headers['set-cookie'] ?? [];
	if (signedIn.status !== 303 || cookies.length === 0) return [`signing in answers ${signedIn.status} without a cookie`];
	return cookies.filter((cookie) => !isClosed(cookie)).map((cookie) => `a cookie without Secure: ${cookie.split('=')[0]}`);
}

const isClosed = (cookie: string) => /;\s*secure/i.test(cookie) && /;\s*httponly/i.test(cookie);

/** A phone in a live hears within a second that the coach moved on: not at the end of a buffer. */
async function checkStream(call: ClientHttp2Session, server: TestServer): Promise<string[]> {
	const database = await openLiveDatabase(server.folder);
	try {
		const stage = await openStage(server.origin, database, 1);
		const joined = await ask(call, 'POST', `/live/${stage.code}/join`, { 'content-type': 'application/json' }, '{}');
		const cookie = joined.headers['set-cookie']?.[0] ?? '';
		if (!isClosed(cookie)) return [`joining a live answers ${joined.status} ${cookie.replace(/=[^;]*/, '=…')}`];
		const stream = call.request({
			':path': `/live/${stage.code}/events`,
			':authority': 'localhost',
			cookie: cookie.split(';')[0]
		});
		let heard = '';
		stream.setEncoding('utf8').on('data', (chunk: string) => (heard += chunk));
		await until(() => heard.includes('data: '), 2_000);
		const before = heard.length;
		const sent = await stage.command('open');
		await until(() => heard.length > before, 5_000);
		const took = performance.now() - sent;
		stream.close();
		return before > 0 && took < 1_000 ? [] : [`a view of a live takes ${Math.round(took)} ms through the proxy`];
	} finally {
		await database.close();
	}
}

async function until(fits: () => boolean, patience: number): Promise<void> {
	for (const end = performance.now() + patience; !fits() && performance.now() < end;)
		await new Promise((wait) => setTimeout(wait, 10));
}

function ask(
	call: ClientHttp2Session,
	method: string,
	path: string,
	more: Record<string, string> = {},
	body?: string
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const address = { ':method': method, ':path': path, ':authority': 'localhost' };
		const request = call.request({ ...address, accept: 'text/html', ...(body !== undefined && { origin }), ...more });
		let [headers, text]: [IncomingHttpHeaders, string] = [{}, ''];
		request.on('response', (found) => (headers = found));
		request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
		request.on('end', () => resolve({ headers, status: Number((headers as Record<string, unknown>)[':status']), text }));
		request.on('error', reject);
		request.end(body);
	});
}
