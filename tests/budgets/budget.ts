// `npm run budget`: the bytes of each page as a phone receives them (brotli), against the budgets of docs/quality.md. Bytes are
// exact, so this either holds or fails. `--json` prints the figures alone.
import { chromium, type Browser } from 'playwright';
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs';
import { startServer } from '../server';
import { kilobytes, measureBody } from './body';
import { measurePlayer } from './player-bytes';
import { pages, type Budget, type Figures } from './pages';

const server = await startServer();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
const rows: { page: string; what: string; bytes: number; most: number; unit: 'kB' | '' }[] = [];

try {
	for (const page of pages) {
		const figures = await measurePage(browser, server.origin + page.path);
		for (const [what, most] of Object.entries(page.budget) as [keyof Budget, number][]) {
			rows.push({ page: page.path, what, bytes: figures[what], most, unit: what === 'requests' ? '' : 'kB' });
		}
	}
	rows.push({ page: '(bundle)', what: 'engine and player', bytes: await measurePlayer(), most: 8_000, unit: 'kB' });
} finally {
	await browser.close();
	await server.stop();
}

const over = rows.filter(({ bytes, most }) => bytes > most);
if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, '\t'));
else print();
process.exit(over.length ? 1 : 0);

function print() {
	for (const { page, what, bytes, most, unit } of rows) {
		const [is, goal] = unit ? [kilobytes(bytes), kilobytes(most)] : [String(bytes), String(most)];
		console.log(`${bytes > most ? 'OVER' : ' ok '}  ${page.padEnd(44)} ${what.padEnd(18)} ${is.padStart(9)}  of ${goal}`);
	}
	console.log(over.length ? `\n${over.length} over budget` : '\nAll within budget');
}

/** Opens a page like a phone that has never been here, and adds up what it fetched. */
async function measurePage(browser: Browser, address: string): Promise<Figures> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
	const page = await context.newPage();
	const fetched = new Map<string, string>();
	page.on('request', (request) => fetched.set(request.url().split('#')[0] ?? '', request.resourceType()));
	await page.goto(address, { waitUntil: 'networkidle' });
	const figures: Figures = { html: 0, js: 0, css: 0, fonts: 0, images: 0, all: 0, requests: fetched.size };
	const kinds: Record<string, keyof Figures> = {
		document: 'html',
		script: 'js',
		stylesheet: 'css',
		font: 'fonts',
		image: 'images'
	};
	for (const [url, kind] of fetched) {
		const { bytes, compressed, type } = await measureBody(url);
		if (type.startsWith('text/html') && !compressed) throw new Error(`${url} is not compressed on the wire.`);
		const which = type.startsWith('image/') ? 'images' : kinds[kind];
		if (which) figures[which] += bytes;
		figures.all += bytes;
	}
	await context.close();
	return figures;
}
