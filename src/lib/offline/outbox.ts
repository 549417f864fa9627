// What a device wants counted, until the server has it. Each event carries a fresh random id, so sending it twice counts once
// and no two events of one device can be linked. The page and the service worker empty the same box.
import { clear, del, entries, promisifyRequest, set, type UseStore } from 'idb-keyval';
import { isSharedPhone } from './storage';

/** Answers that will never change, however often the event is sent again. */
const final = new Set([204, 400, 404, 410, 413, 415, 422]);

export const outboxName = 'relais-outbox';
const inMemory = new Map<string, string>();
let opened: UseStore | undefined;
const box = () => (opened ??= openBox());

/** A connection that lets go when the box is to be deleted: an open one would keep it on the phone. */
function openBox(): UseStore {
	const opening = indexedDB.open(outboxName);
	opening.onupgradeneeded = () => opening.result.createObjectStore('events');
	const database = promisifyRequest(opening).then((db) => {
		db.onversionchange = () => {
			db.close();
			opened = undefined;
		};
		return db;
	});
	return (mode, use) => database.then((db) => use(db.transaction('events', mode).objectStore('events')));
}

/** Puts an event in the box and tries to send at once; resolves when it is safely kept. */
export async function addToOutbox(event: Record<string, unknown>): Promise<void> {
	const id = randomId();
	const body = JSON.stringify({ id, ...event });
	try {
		// On a shared phone nothing may outlive the tab.
		if (typeof sessionStorage !== 'undefined' && isSharedPhone()) inMemory.set(id, body);
		else await set(id, body, box());
	} catch {
		inMemory.set(id, body);
	}
	void flushOutbox();
}

let flushing: Promise<void> | null = null;
/** Asked for while one was under way: that one may have met the dead network that is back by now. */
let again = false;

/** Sends what waits, in random order; keeps what could not be delivered. Safe to call at any time, from anywhere. */
export function flushOutbox(): Promise<void> {
	again = flushing !== null;
	flushing ??= sendAll().finally(() => {
		flushing = null;
		if (again) void flushOutbox();
	});
	return flushing;
}

/** Forgets what has not been sent. */
export async function emptyOutbox(): Promise<void> {
	inMemory.clear();
	await clear(box()).catch(() => undefined);
}

async function sendAll(): Promise<void> {
	const tried = new Set<string>();
	for (;;) {
		const waiting = (await listWaiting()).filter(([id]) => !tried.has(id));
		const next = waiting[Math.floor(Math.random() * waiting.length)];
		if (!next) return;
		const [id, body] = next;
		tried.add(id);
		const status = await send(body);
		if (status === 0 || status === 429 || status >= 500) return retryLater();
		if (!final.has(status)) continue;
		failures = 0;
		await remove(id);
	}
}

async function listWaiting(): Promise<[string, string][]> {
	const kept = await entries<string, string>(box()).catch(() => []);
	return [...kept, ...inMemory];
}

async function remove(id: string): Promise<void> {
	inMemory.delete(id);
	await del(id, box()).catch(() => undefined);
}

/** The answer's status; 0 without a network. */
async function send(body: string): Promise<number> {
	const headers = { 'content-type': 'application/json' };
	return fetch('/participation', { method: 'POST', headers, body, credentials: 'omit', keepalive: true }).then(
		(response) => response.status,
		() => 0
	);
}

let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

/** After about 2, 4, 8 … at most 64 seconds, each device at its own moment; and at once when the network is back. */
function retryLater(): void {
	clearTimeout(timer);
	failures = Math.min(failures + 1, 6);
	timer = setTimeout(flushOutbox, 2 ** failures * 1000 * (0.75 + Math.random() / 2));
	if (failures === 1) globalThis.addEventListener?.('online', () => void flushOutbox(), { once: true });
	// Where the browser can, the service worker sends even after the page is closed.
	if (typeof navigator !== 'undefined' && 'serviceWorker' in navigator && !isSharedPhone()) {
		void navigator.serviceWorker.ready
			.then((registration) => (registration as SyncRegistration).sync?.register('outbox'))
			.catch(() => undefined);
	}
}

interface SyncRegistration extends ServiceWorkerRegistration {
	sync?: { register(tag: string): Promise<void> };
}

/** 128 random bits, base64url without padding (22 characters). */
function randomId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replaceAll('=', '');
}
