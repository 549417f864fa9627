import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { mdsvex } from 'mdsvex';
import { cssHash } from './scripts/css-hash.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.svx'],
	preprocess: [vitePreprocess(), mdsvex({ extensions: ['.svx'], smartypants: false })],
	compilerOptions: {
		cssHash,
		// mdsvex pages are the one exception: they carry no state and mdsvex still writes the older syntax.
		runes: ({ filename }) => (/node_modules|\.svx$/.test(filename) ? undefined : true)
	},
	kit: {
		// Brotli for static files at build time; server.mjs compresses what is rendered per request.
		adapter: adapter({ precompress: true }),
		alias: { $content: 'content', $messages: 'content/messages' },
		csp: {
			mode: 'auto',
			directives: {
				// 'none' would be stricter, but Firefox before 132 then draws no picture from a sprite (MDN, <use>).
				'default-src': ['self'],
				'object-src': ['none'],
				'frame-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'font-src': ['self'],
				'media-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none']
			}
		},
		serviceWorker: { register: false },
		prerender: { handleMissingId: 'ignore' },
		version: { pollInterval: 0 }
	}
};
