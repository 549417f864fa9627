// Names and rules that the pages and the service worker share: what is kept for offline use, and where.

import { isSharedPhone } from './storage';

export const pageCache = 'relais-pages';
export const fileCache = 'relais-files';

/** Sent to the service worker by a page: keep these addresses for offline use. */
export interface KeepMessage {
	type: 'keep';
	addresses: string[];
}

/** Files whose address changes with their content: once kept they are right for ever. */
export function isUnchanging(url: URL): boolean {
	if (url.pathname.startsWith('/_app/immutable/')) return true;
	return url.searchParams.has('v') && /^\/art\/|\/nodes\.json$|\.vtt$|^\/media\/.+\.(mp3|m4a|webp)$/.test(url.pathname);
}

/** Pages that hold nothing of a person: those made at build time, by their list, the neutral page, and verifying a badge. */
export function isKeepablePage(pathname: string, prerendered: string[]): boolean {
	return pathname === '/calendar' || prerendered.includes(pathname) || /^\/[a-z]{2}\/verify(\/[0-9a-f]{32})?$/.test(pathname);
}

/** True when the page is on this device. */
export async function isKept(address: string): Promise<boolean> {
	return typeof caches !== 'undefined' && (await caches.match(address)) !== undefined;
}

/**
 * Asks the service worker to keep these addresses; true when it says that all are there. A browser without one, or a full
 * phone, gives false: pages then need a network, as they always did.
 */
export async function keepForOffline(addresses: string[]): Promise<boolean> {
	if (!('serviceWorker' in navigator) || isSharedPhone()) return false;
	const { active } = await navigator.serviceWorker.ready;
	const { port1, port2 } = new MessageChannel();
	const answer = new Promise<boolean>((resolve) => (port1.onmessage = ({ data }) => resolve(data === true)));
	active?.postMessage({ type: 'keep', addresses: [...new Set(addresses)] } satisfies KeepMessage, [port2]);
	return answer;
}

/** Addresses of the files of this origin that the current page has loaded so far. */
export function listLoadedFiles(): string[] {
	return performance
		.getEntriesByType('resource')
		.map((entry) => new URL(entry.name))
		.filter((url) => url.origin === location.origin && isUnchanging(url))
		.map((url) => url.pathname + url.search);
}
