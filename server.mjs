// The Node entry of a production build: security headers on every response, prerendered pages from memory, compression for
// what is rendered per request, then SvelteKit. Lives are answered before all of it (docs/decisions/040-*.md).
import { createServer } from 'node:http';
import compression from 'compression';
import { loadPrerendered } from './scripts/prerendered.mjs';

let handler;
try {
	({ handler } = await import('./build/handler.js'));
} catch (error) {
	// A wrong setting or data folder is told in one sentence; anything else is a bug and keeps its trace.
	console.error(error?.remedy ? `\nRelais cannot start: ${error.message}\n` : error);
	if (error?.code === 'ERR_MODULE_NOT_FOUND') console.error('\nRelais is not built yet. Run: npm run build\n');
	process.exit(1);
}

const instance = globalThis[Symbol.for('relais.instance')];
const lives = globalThis[Symbol.for('relais.live')];
let stopping = false;
const { host, port, origin } = instance.settings;
const secure = origin.startsWith('https:');
const findPrerendered = loadPrerendered(new URL('./build/prerendered', import.meta.url), { demo: instance.demo });
const compress = compression({ threshold: 512 });

const headers = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	// Other sites learn nothing; our own forms need the origin that 'no-referrer' would blank.
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
	// Pages bring a stricter policy of their own; this one covers files and errors.
	'content-security-policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
	...(secure ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {})
};

const server = createServer((request, response) => {
	const area = request.url?.startsWith('/live/') ? 'live' : 'site';
	response.once('close', () => instance.metrics.countAnswer(area, response.statusCode));
	if (stopping) response.setHeader('connection', 'close');
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	const url = readAddress(request.url);
	// Whatever isn't said otherwise stays out of every cache: work pages above all.
	response.setHeader('cache-control', 'no-store');
	if (!url) return void response.writeHead(400).end();
	// Before compression, which would hold back a stream of events.
	if (lives.handle(request, response)) return;
	if (findPrerendered(request, response, url)) return;
	if (url.pathname.startsWith('/icon') || url.pathname.startsWith('/favicon'))
		response.setHeader('cache-control', 'max-age=86400');
	// Drawings, films and recordings carry a version in their address.
	if (/^\/(art|media)\//.test(url.pathname) && url.searchParams.has('v')) {
		response.setHeader('cache-control', 'public, max-age=31536000, immutable');
	}
	nameCharset(response);
	compress(request, response, () => handler(request, response));
});

/** All text is UTF-8; the handler serves it without saying so. @param {import('node:http').ServerResponse} response */
function nameCharset(response) {
	const { writeHead } = response;
	/** @param {any[]} parameters */
	const named = (...parameters) => {
		// `compression`, which stands before this, has put all headers on the response by now.
		const type = String(response.getHeader('content-type'));
		if (/^(text\/(html|css|javascript|plain)|image\/svg\+xml)$/.test(type))
			response.setHeader('content-type', `${type}; charset=utf-8`);
		return writeHead.apply(response, /** @type {any} */ (parameters));
	};
	response.writeHead = /** @type {any} */ (named);
}

// Longer than a proxy keeps its connections, so that none is closed while a request is on its way.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 15_000;
server.requestTimeout = 30_000;
server.listen(port, host, () => console.log(`Relais listens on ${origin}`));
server.on('error', (error) => {
	const remedies = {
		EADDRINUSE: `Port ${port} is taken. Choose another: PORT=3001`,
		EADDRNOTAVAIL: `HOST ${host} is no address of this machine. Choose another: HOST=127.0.0.1`,
		ENOTFOUND: `HOST ${host} is not known here. Choose another: HOST=127.0.0.1`
	};
	const remedy = remedies[error.code] ?? error.message;
	console.error(`\nRelais cannot start: ${remedy}\n`);
	process.exit(1);
});

/**
 * Only a path may be asked for: `//elsewhere/x` and `http://elsewhere/x` name another host, and some are no address at all.
 * @param {string | undefined} target
 */
function readAddress(target = '/') {
	const address = `http://localhost${target}`;
	return target.startsWith('/') && !target.startsWith('//') && URL.canParse(address) ? new URL(address) : null;
}

/** Milliseconds that what is being answered may still take, and after which the process ends whatever happens. */
const patience = { answers: 5_000, all: 10_000 };

/**
 * Ends in order: no new connections; streams of lives end, and their phones come back by themselves within three seconds (the
 * `retry` that each stream began with), to this process started again or to another; what is being answered is finished; the
 * write-ahead logs go into their files.
 */
async function stop() {
	if (stopping) return;
	stopping = instance.stopping = true;
	setTimeout(() => process.exit(1), patience.all).unref();
	const ended = new Promise((resolve) => server.close(resolve));
	await lives.close();
	// Connections that a browser keeps open without asking anything.
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	const late = setTimeout(() => server.closeAllConnections(), patience.answers);
	await ended;
	clearInterval(idle);
	clearTimeout(late);
	await instance.close();
	process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
