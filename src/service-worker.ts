/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
// Keeps visited pages and their files for when there is no network. Only pages without anything personal are kept: those made
// at build time and the neutral page. Pages come from the network first, so an old worker never holds back a new server.
import { prerendered } from '$service-worker';
import { flushOutbox } from '$lib/offline/outbox';
import { fileCache, isKeepablePage, isUnchanging, pageCache, type KeepMessage } from '$lib/offline/saved-pages';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
/** Longer than a slow page takes, shorter than a person waits (milliseconds). */
const patience = 4_000;
const mostFiles = 200;

worker.addEventListener('install', (event) => {
	event.waitUntil(keep(['/calendar']).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (event) => {
	const message = event.data as KeepMessage;
	if (message?.type === 'keep') event.waitUntil(keep(message.addresses).then((kept) => event.ports[0]?.postMessage(kept)));
});

worker.addEventListener('sync', (event) => {
	const { tag, waitUntil } = event as ExtendableEvent & { tag: string };
	if (tag === 'outbox') waitUntil.call(event, flushOutbox());
});

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	const url = new URL(request.url);
	if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
	if (url.pathname === '/exit') event.respondWith(leave(request));
	else if (request.mode === 'navigate') event.respondWith(fromNetworkFirst(request, url));
	else if (isUnchanging(url)) event.respondWith(fromCacheFirst(request));
});

async function fromCacheFirst(request: Request): Promise<Response> {
	const kept = await caches.match(request);
	if (kept) return cutRange(kept, request.headers.get('range'));
	const response = await fetch(request);
	const may = !response.headers.get('cache-control')?.includes('no-store');
	// A piece of a recording (206) is not the recording.
	if (response.status === 200 && may) await store(fileCache, request, response.clone());
	return response;
}

/** The piece of a kept file that a player of sound asks for. */
async function cutRange(whole: Response, range: string | null): Promise<Response> {
	const [, from = '', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
	if (!from) return whole;
	const bytes = await whole.blob();
	const end = Math.min(to ? Number(to) + 1 : bytes.size, bytes.size);
	const headers = new Headers(whole.headers);
	headers.set('content-range', `bytes ${from}-${end - 1}/${bytes.size}`);
	headers.set('content-length', String(end - Number(from)));
	return new Response(bytes.slice(Number(from), end), { status: 206, headers });
}

async function fromNetworkFirst(request: Request, url: URL): Promise<Response> {
	const keepable = isKeepablePage(url.pathname, prerendered);
	const kept = keepable ? await caches.match(url.pathname, { ignoreSearch: true }) : undefined;
	const fresh = fetch(request).then(async (response) => {
		if (keepable && response.ok && !response.redirected) await store(pageCache, url.pathname, response.clone());
		// A proxy whose server is gone answers 502: for a page that is here, that is as good as no network.
		return kept && response.status >= 500 ? kept : response;
	});
	if (!kept) return fresh.catch(() => offlinePage(url));
	return Promise.race([fresh.catch(() => kept), wait(patience).then(() => kept)]);
}

/** Leaving must work without a network too. */
async function leave(request: Request): Promise<Response> {
	const response = await fetch(request).catch(() => undefined);
	if (response && response.status < 500) return response;
	return (await caches.match('/calendar')) ?? response ?? Response.error();
}

async function offlinePage(url: URL): Promise<Response> {
	const locale = url.pathname.split('/')[1] ?? '';
	return (await caches.match(`/${locale}/offline`)) ?? Response.error();
}

/** True when all that may be kept is kept. */
async function keep(addresses: string[]): Promise<boolean> {
	const kept = addresses.map(async (address) => {
		const url = new URL(address, worker.location.origin);
		const file = isUnchanging(url);
		if (!file && !isKeepablePage(url.pathname, prerendered)) return true;
		if (file && (await caches.match(address))) return true;
		const response = await fetch(address).catch(() => undefined);
		return response?.ok ? store(file ? fileCache : pageCache, file ? address : url.pathname, response) : false;
	});
	return (await Promise.all(kept)).every(Boolean);
}

/** False on a full phone: the page was delivered, it just isn't kept. */
async function store(name: string, key: RequestInfo, response: Response): Promise<boolean> {
	const cache = await caches.open(name);
	const kept = await cache.put(key, response).then(
		() => true,
		() => false
	);
	if (name === fileCache) {
		const keys = await cache.keys();
		for (const old of keys.slice(0, Math.max(0, keys.length - mostFiles))) await cache.delete(old);
	}
	return kept;
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
