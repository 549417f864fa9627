// The one script of young people's text pages: leaving fast, keeping pages for offline use, sending what waits to be counted,
// and filling in what only this device knows. Every page is whole without it.
import { readMembership } from '$lib/groups/membership';
import { flushOutbox } from '$lib/offline/outbox';
import { watchNetwork } from '$lib/offline/network';
import { watchQuickExit } from '$lib/offline/quick-exit';
import { keepForOffline, listLoadedFiles } from '$lib/offline/saved-pages';
import { isSharedPhone } from '$lib/offline/storage';
import { watchTraces } from '$lib/offline/traces';
import { keepMembership, showGroup } from './island-group';
import { showHelpNow } from './island-help';
import { showDone } from './island-modules';
import { watchSaving } from './island-saving';

const locale = document.documentElement.lang;

watchQuickExit();
watchTraces(document);
keepMembership(document, locale);
showGroup(document, readMembership());
showDone(document);
showHelpNow(document, new Date());
watchNetwork(sendWaiting);
addEventListener('load', () => void startOffline());

/** Only a member of a group ever has something to send; others don't even get an empty box. */
function sendWaiting(): void {
	if (readMembership()) void flushOutbox();
}

async function startOffline(): Promise<void> {
	if (!('serviceWorker' in navigator) || isSharedPhone()) return;
	await navigator.serviceWorker.register('/service-worker.js', { type: 'module' });
	void watchSaving(document);
	await keepForOffline([`/${locale}/help`, `/${locale}/offline`, location.pathname, ...listLoadedFiles()]);
}
