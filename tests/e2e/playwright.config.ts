import { defineConfig } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs';
import { e2eOrigin } from './place';

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	fullyParallel: true,
	workers: 2,
	forbidOnly: true,
	reporter: process.env.CI ? [['dot'], ['json', { outputFile: '../../test-results/report.json' }]] : 'list',
	timeout: 60_000,
	use: {
		baseURL: e2eOrigin,
		browserName: 'chromium',
		viewport: { width: 360, height: 740 },
		locale: 'fr-BE',
		timezoneId: 'Europe/Brussels',
		launchOptions: { executablePath: chromiumPath(), args: chromiumArgs }
	},
	projects: [
		{ name: 'journeys', testMatch: /.*\.e2e\.ts/, testIgnore: /aftermath/ },
		// Reads what the journeys left behind on the server.
		{ name: 'aftermath', testMatch: /aftermath\.e2e\.ts/, dependencies: ['journeys'] }
	],
	webServer: {
		command: 'npx tsx tests/e2e/serve.ts',
		cwd: '../..',
		url: `${e2eOrigin}/health`,
		timeout: 180_000,
		reuseExistingServer: false,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 }
	}
});
