// Attacks of our own, where no tool knows what is allowed here.
import { connect } from 'node:net';
import { once } from 'node:events';
import { send, type Finding, type Target } from './target';

const tag = 'relaisprobe';
const scripts = [`"><svg/onload=${tag}()>`, `<script>${tag}()</script>`, `'-${tag}()-'`, `</title><img src=x onerror=${tag}()>`];
const elsewhere = [
	'https://elsewhere.example/',
	'//elsewhere.example',
	'/\\elsewhere.example',
	'/\t/elsewhere.example',
	'https:elsewhere.example',
	'/fr/../\\elsewhere.example'
];
const climbs = [
	'../../../../etc/passwd',
	'..%2f..%2f..%2f..%2fetc%2fpasswd',
	'....//....//....//etc/passwd',
	'/etc/passwd',
	'..\\..\\..\\etc\\passwd',
	'../package.json',
	'..%2fpackage.json'
];

/** Runs every probe. Resolves with what was found. */
export async function probe(target: Target): Promise<Finding[]> {
	const found = await Promise.all([xss(target), guards(target), redirects(target), files(target), csrf(target), headers(target)]);
	return found.flat();
}

async function xss(target: Target): Promise<Finding[]> {
	const found: Finding[] = [];
	for (const input of target.inputs)
		for (const script of scripts) {
			const { text, headers: got } = await send(target, input, script);
			const isPage = got.get('content-type')?.includes('html');
			if (isPage && script.includes('<') && text.includes(script))
				found.push({ kind: 'reflected-xss', what: `probe ${input.path}` });
		}
	return found;
}

async function guards(target: Target): Promise<Finding[]> {
	const found: Finding[] = [];
	for (const path of target.guarded) {
		const { status, text } = await send(target, { path }, '');
		if (status === 200 && !text.startsWith('{"type":"redirect"'))
			found.push({ kind: 'missing-guard', what: `probe ${path} answers 200 to nobody` });
	}
	return found;
}

async function redirects(target: Target): Promise<Finding[]> {
	const found: Finding[] = [];
	for (const input of target.redirects)
		for (const address of elsewhere) {
			const { status, headers: got } = await send(target, input, address);
			const location = got.get('location') ?? '';
			const leads = status >= 300 && status < 400 && URL.canParse(location, target.origin);
			if (leads && new URL(location, target.origin).origin !== target.origin)
				found.push({ kind: 'open-redirect', what: `probe ${input.path} → ${location}` });
		}
	return found;
}

async function files(target: Target): Promise<Finding[]> {
	const found: Finding[] = [];
	for (const path of target.files)
		for (const climb of climbs) {
			const text = await sendRaw(target, path.replace('{}', climb));
			if (/root:.*:0:0:|"lockfileVersion"|"devDependencies"/.test(text))
				found.push({ kind: 'path-traversal', what: `probe ${path} with ${climb}` });
		}
	return found;
}

/** As it is written: a browser or fetch would tidy the path. */
async function sendRaw(target: Target, path: string): Promise<string> {
	const { hostname, port } = new URL(target.origin);
	const socket = connect(Number(port), hostname);
	let text = '';
	socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
	socket.write(`GET ${path.replaceAll('\\', '%5c')} HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`);
	await once(socket, 'close');
	return text;
}

async function csrf(target: Target): Promise<Finding[]> {
	const found: Finding[] = [];
	const types = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/json'];
	const origins: Record<string, string>[] = [{ origin: 'https://elsewhere.example' }, { origin: 'null' }];
	for (const change of target.changes)
		for (const type of types)
			for (const origin of origins) {
				const { status } = await send(target, { ...change, signedIn: true }, 'x', { 'content-type': type, ...origin });
				// 403 for another site's request, or 415 where the kind of body is none.
				if (![400, 403, 404, 405, 415].includes(status))
					found.push({ kind: 'csrf', what: `probe ${change.path} ${type} from ${origin.origin}: ${status}` });
			}
	return found;
}

async function headers(target: Target): Promise<Finding[]> {
	const found: Finding[] = [];
	const wrong = (path: string, what: string) => found.push({ kind: 'headers', what: `probe ${path}: ${what}` });
	for (const path of target.pages) {
		const { headers: got, text } = await send(target, { path }, '', { 'x-forwarded-proto': 'https' });
		if (got.get('x-content-type-options') !== 'nosniff') wrong(path, 'no nosniff');
		if (!/frame-ancestors 'none'/.test(got.get('content-security-policy') ?? '')) wrong(path, 'may be framed');
		if (got.has('access-control-allow-origin')) wrong(path, 'open to other origins');
		if (
			text !== '' &&
			/^(text\/|image\/svg)/.test(got.get('content-type') ?? '') &&
			!/charset=utf-8/i.test(got.get('content-type') ?? '')
		)
			wrong(path, `charset missing in ${got.get('content-type')}`);
		if (got.get('server') || got.get('x-powered-by')) wrong(path, 'names its software');
		if (!/max-age=\d{8}/.test(got.get('strict-transport-security') ?? '')) wrong(path, 'no HSTS');
	}
	const trace = await sendRawMethod(target, 'TRACE');
	if (/ 200 /.test(trace.split('\r\n')[0] ?? '')) wrong('/', 'answers TRACE');
	return found;
}

async function sendRawMethod(target: Target, method: string): Promise<string> {
	const { hostname, port } = new URL(target.origin);
	const socket = connect(Number(port), hostname);
	let text = '';
	socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
	socket.write(`${method} / HTTP/1.1\r\nhost: ${hostname}\r\nconnection: close\r\n\r\n`);
	await once(socket, 'close');
	return text;
}
