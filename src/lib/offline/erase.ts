// "Erase my traces": everything that Relais keeps on a device, in one call.
import { emptyOutbox, outboxName } from './outbox';
import { eraseStorage } from './storage';

/** Removes progress, group, settings, waiting events, saved pages and the service worker. Resolves when all are gone. */
export async function eraseDevice(): Promise<void> {
	eraseStorage();
	await Promise.all([emptyOutbox(), deleteCaches(), unregisterWorker()]);
	// Takes effect when the last tab lets go of it; the box is empty already.
	if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(outboxName);
}

async function deleteCaches(): Promise<void> {
	if (typeof caches === 'undefined') return;
	for (const name of await caches.keys()) await caches.delete(name);
}

async function unregisterWorker(): Promise<void> {
	if (!('serviceWorker' in navigator)) return;
	for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
}
