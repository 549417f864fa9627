// Serves the pages made at build time from memory: compressed once, revalidated by ETag, and without the demo line on an
// instance that is no demo (the build is the same for both).
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const types = { html: 'text/html; charset=utf-8', json: 'application/json; charset=utf-8', vtt: 'text/vtt; charset=utf-8' };
const demoLine = /<aside\b[^>]*\bdata-demo-line\b[^>]*>[\s\S]*?<\/aside>/;

/**
 * Reads the folder of prerendered pages.
 * @param {URL} folder
 * @param {{ demo: boolean }} options
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, url: URL) => boolean}
 *   answers the request when the page is there, else returns false
 */
export function loadPrerendered(folder, { demo }) {
	const root = fileURLToPath(folder);
	/** @type {Map<string, ReturnType<typeof preparePage>>} */
	const pages = new Map();
	for (const file of readdirSync(root, { recursive: true, withFileTypes: true })) {
		const extension = file.name.split('.').pop() ?? '';
		if (!file.isFile() || !(extension in types) || file.name === '__data.json') continue;
		const path = join(file.parentPath ?? file.path, file.name);
		const address =
			'/' +
			relative(root, path)
				.split(sep)
				.join('/')
				.replace(/\.html$/, '');
		pages.set(address, preparePage(path, /** @type {keyof typeof types} */ (extension), demo));
	}

	return (request, response, url) => {
		const page = pages.get(readPath(url.pathname));
		if (!page) return false;
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
			return true;
		}
		const { etag, type, identity, gzip, brotli } = page();
		response.setHeader('etag', etag);
		response.setHeader('vary', 'accept-encoding');
		const unchanging = type !== types.html && url.searchParams.has('v');
		response.setHeader('cache-control', unchanging ? 'public, max-age=31536000, immutable' : 'no-cache');
		// The page's own policy stands in the page; of the header only what a page cannot say for itself remains.
		if (type === types.html) response.setHeader('content-security-policy', "frame-ancestors 'none'; object-src 'none'");
		if (request.headers['if-none-match'] === etag) {
			response.writeHead(304).end();
			return true;
		}
		const accepted = String(request.headers['accept-encoding'] ?? '');
		const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : '';
		const body = encoding === 'br' ? brotli : encoding === 'gzip' ? gzip : identity;
		response.setHeader('content-type', type);
		response.setHeader('content-length', body.length);
		if (encoding) response.setHeader('content-encoding', encoding);
		response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
		return true;
	};
}

/** Another spelling of an address (`/f%72`) is the same page. @param {string} pathname */
function readPath(pathname) {
	try {
		return decodeURI(pathname);
	} catch {
		return pathname;
	}
}

/**
 * Reads and compresses at the first visit, so that a start costs nothing.
 * @param {string} path
 * @param {keyof typeof types} extension
 * @param {boolean} demo
 */
function preparePage(path, extension, demo) {
	/** @type {{ etag: string, type: string, identity: Buffer, gzip: Buffer, brotli: Buffer } | undefined} */
	let page;
	return () => {
		if (page) return page;
		const text = readFileSync(path, 'utf8');
		const identity = Buffer.from(demo ? text : text.replace(demoLine, ''));
		page = {
			etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
			type: types[extension],
			identity,
			gzip: gzipSync(identity, { level: 9 }),
			brotli: brotliCompressSync(identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
		};
		return page;
	};
}
