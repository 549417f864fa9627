// The little of HTTP that live handlers need: small bodies, cookies for one live, answers as JSON. Plain node, because this is the
// hot path: five hundred phones answer within a second.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { locales, type Locale } from '../i18n/locales';

/** Bytes of a body. */
const mostBytes = 1024;
/** A body that is too large is read to its end, up to here, so that the answer arrives. */
const mostRead = 64 * 1024;
const plainName = 'relais-live';

/** Its name says to browsers that it travels over https only; `__Host-` can't, because it is bound to the paths of one live. */
export function cookieName(secure: boolean): string {
	return secure ? `__Secure-${plainName}` : plainName;
}

export type Body = { ok: true; json: unknown; isForm: boolean } | { ok: false; status: 400 | 413 | 415 };

/** The JSON or form of a request, of at most 1 kB. A form's fields come as an object of texts. */
export async function readBody(request: IncomingMessage): Promise<Body> {
	const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
	const isForm = type === 'application/x-www-form-urlencoded';
	if (!isForm && type !== 'application/json') {
		request.resume();
		return { ok: false, status: 415 };
	}
	const text = await readText(request);
	if (text === null) return { ok: false, status: 413 };
	if (isForm) return { ok: true, isForm, json: Object.fromEntries(new URLSearchParams(text)) };
	try {
		return { ok: true, isForm, json: JSON.parse(text) };
	} catch {
		return { ok: false, status: 400 };
	}
}

function readText(request: IncomingMessage): Promise<string | null> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size <= mostBytes) chunks.push(chunk);
			else if (size > mostRead) request.destroy();
		});
		request.on('end', () => resolve(size > mostBytes ? null : Buffer.concat(chunks).toString('utf8')));
		request.on('error', () => resolve(null));
		request.on('close', () => resolve(null));
	});
}

/** The token of this live's phone in a request; null without one. */
export function readToken(request: IncomingMessage): string | null {
	const token = /(?:^|;\s*)(?:__Secure-)?relais-live=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
	return /^[A-Za-z0-9_-]{22}$/.test(token) ? token : null;
}

/** The bearer token of a host, coach or screen. */
export function readBearer(request: IncomingMessage): string | null {
	return /^Bearer ([\w.-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

/** Cookies of one live: they go to its machine endpoints and to its page in each language, and to nothing else. */
export function liveCookies(code: string, token: string, seconds: number, secure: boolean): string[] {
	const paths = [`/live/${code}`, ...locales.map(({ id }) => `/${id}/live/${code}`)];
	const rest = `HttpOnly; SameSite=Lax; Max-Age=${Math.max(0, Math.floor(seconds))}${secure ? '; Secure' : ''}`;
	return paths.map((path) => `${cookieName(secure)}=${token}; Path=${path}; ${rest}`);
}

export function sendJson(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
	if (response.headersSent || response.destroyed) return;
	response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers });
	response.end(JSON.stringify(value));
}

export function sendNothing(response: ServerResponse): void {
	response.writeHead(204, { 'cache-control': 'no-store' }).end();
}

/** Back to a page after a form, or onward. Only to paths of our own. */
export function redirect(response: ServerResponse, path: string): void {
	response.writeHead(303, { location: path, 'cache-control': 'no-store' }).end();
}

/** The language that a request names in `?lang=`; French otherwise, the source of all. */
export function readLocale(url: URL): Locale {
	const wanted = url.searchParams.get('lang');
	return locales.find(({ id }) => id === wanted)?.id ?? 'fr';
}

/** Whether a change comes from a page of this site: browsers say where from on every request that changes something. */
export function isOwnOrigin(request: IncomingMessage, origin: string): boolean {
	const { origin: from, host } = request.headers;
	if (from === undefined || !URL.canParse(from)) return false;
	return from === origin || new URL(from).host === host;
}
