// Names and rules that the pages and the service worker share: what is kept for offline use, and where.

export const pageCache = 'relais-pages';
export const fileCache = 'relais-files';

/** Sent to the service worker by a page: keep these addresses for offline use. */
export interface KeepMessage {
	type: 'keep';
	addresses: string[];
}

/** Files whose address changes with their content: once kept they are right for ever. */
export function isUnchanging(url: URL): boolean {
	return url.pathname.startsWith('/_app/immutable/') || url.searchParams.has('v');
}

/** Pages that hold nothing of a person, by the list of those made at build time (and the neutral page). */
export function isKeepablePage(pathname: string, prerendered: string[]): boolean {
	return pathname === '/calendar' || prerendered.includes(pathname);
}

/** Asks the service worker to keep what this page has loaded, and the pages that must work without a network. */
export async function keepForOffline(addresses: string[]): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	const registration = await navigator.serviceWorker.ready;
	registration.active?.postMessage({ type: 'keep', addresses: [...new Set(addresses)] } satisfies KeepMessage);
}

/** Addresses of the files of this origin that the current page has loaded so far. */
export function listLoadedFiles(): string[] {
	return performance
		.getEntriesByType('resource')
		.map((entry) => new URL(entry.name))
		.filter((url) => url.origin === location.origin && isUnchanging(url))
		.map((url) => url.pathname + url.search);
}
