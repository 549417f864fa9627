// The worker that verifies a badge: reading linked data is heavy, so it happens beside the page, and only when asked for.
import { verifyText } from './badge-verify';
import type { EngineQuestion } from './verify-data';

async function loadList(url: string): Promise<unknown> {
	const response = await fetch(url, { cache: 'no-store', credentials: 'omit' });
	return response.ok ? response.json() : null;
}

self.addEventListener('message', async ({ data }: MessageEvent<EngineQuestion>) => {
	try {
		self.postMessage(await verifyText(data.text, { ring: data.ring, now: new Date(), loadList }));
	} catch {
		self.postMessage({ word: 'cannot' });
	}
});
