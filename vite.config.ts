import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { content } from './src/lib/content/vite-plugin';
import { illustrations } from './src/lib/illustrations/vite-plugin';
import { chromiumPath, chromiumArgs } from './scripts/chromium.mjs';

export default defineConfig({
	plugins: [content(), illustrations(), sveltekit()],
	// Islands are bundled by Vite's worker pipeline: one file each, hashed like any asset, usable as a module script.
	worker: { format: 'es', plugins: () => [svelte({ configFile: false, compilerOptions: { runes: true } })] },
	build: { assetsInlineLimit: 0 },
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'node',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
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
