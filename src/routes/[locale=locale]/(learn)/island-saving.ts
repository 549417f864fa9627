// "Keep on this phone": saves a whole module for when there is no network, without opening it. Needs a service worker.
import { listPictures } from '$lib/modules/pictures';
import type { PlayerData } from '$lib/modules/player';
import { isKept, keepForOffline } from '$lib/offline/saved-pages';

/** Shows every `[data-save]` button (its value is the module's address) with what is true on this device, and obeys it. */
export async function watchSaving(page: ParentNode): Promise<void> {
	for (const button of page.querySelectorAll<HTMLButtonElement>('[data-save]')) {
		const address = button.dataset.save ?? '';
		const say = (state: 'keep' | 'busy' | 'kept' | 'failed') => {
			button.dataset.state = state;
			button.disabled = state === 'busy' || state === 'kept';
			for (const words of button.querySelectorAll<HTMLElement>('[data-when]')) words.hidden = words.dataset.when !== state;
		};
		button.addEventListener('click', async () => {
			say('busy');
			const kept = await saveModule(address).catch(() => false);
			say(kept ? 'kept' : 'failed');
		});
		say((await isKept(address)) ? 'kept' : 'keep');
		button.hidden = false;
	}
}

/** Keeps the page, its files, its words and its drawings; true when the page is safely there. */
async function saveModule(address: string): Promise<boolean> {
	const html = new DOMParser().parseFromString(await fetchText(address), 'text/html');
	const { urls } = JSON.parse(html.getElementById('player-props')?.textContent ?? '') as PlayerData;
	const nodes = JSON.parse(await fetchText(urls.nodes));
	// The parsed document has no address of its own, so its relative links are read against the page's.
	const base = new URL(address, location.origin);
	const files = [...html.querySelectorAll('link[href], script[src], use[href]')].map((element) => {
		const url = new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', base);
		return url.pathname + url.search;
	});
	return keepForOffline([...files, ...listPictures(nodes), urls.nodes, address]);
}

async function fetchText(address: string): Promise<string> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address} answered ${response.status}`);
	return response.text();
}
