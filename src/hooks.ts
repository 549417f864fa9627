// What loads return stays on the server: no page has SvelteKit's script (`csr` is off), so nobody reads it. Without this, SvelteKit
// writes all of it as a text for every page, the words of the page's language included, and throws the text away
// (docs/performance.md).
import type { Transport } from '@sveltejs/kit';

export const transport: Transport = {
	unsent: {
		encode: () => 1,
		decode: () => {
			throw new Error('src/hooks.ts: data stay on the server. A page with `csr` needs its data: take the transport out.');
		}
	}
};
