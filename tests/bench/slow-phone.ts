// The module page on slow 3G (400 kbit/s, 400 ms round trip) with a four times slower processor, cold, as a phone sees it.
import { chromium, type Browser } from 'playwright';
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs';
import type { TestServer } from '../server';
import type { Row } from './rows';
import { median } from './statistics';

const runs = 5;
const module = '/fr/modules/le-groupe-s-enflamme';
const choice = '[data-choice]';

interface Visit {
	lcp: number;
	choice: number;
	hydrated: number;
	cls: number;
	next: number;
}

export async function measureSlowPhone({ origin }: TestServer): Promise<Row[]> {
	const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
	const visits: Visit[] = [];
	try {
		for (let run = 0; run < runs; run++) visits.push(await visit(browser, origin + module));
	} finally {
		await browser.close();
	}
	const of = (what: keyof Visit) => median(visits.map((visit) => visit[what]));
	return [
		{ what: 'slow 3G, largest contentful paint', value: of('lcp'), unit: 'ms', goal: { atMost: 2500 } },
		{ what: 'slow 3G, first choice usable (without script)', value: of('choice'), unit: 'ms', goal: { atMost: of('lcp') + 100 } },
		{ what: 'slow 3G, hydrated', value: of('hydrated'), unit: 'ms', goal: { atMost: 4000 } },
		{ what: 'slow 3G, layout shift', value: of('cls'), unit: '', goal: { atMost: 0.02 } },
		{ what: 'slow phone, choice to next node', value: of('next'), unit: 'ms', goal: { atMost: 100 } }
	];
}

async function visit(browser: Browser, url: string): Promise<Visit> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send('Network.enable');
	await cdp.send('Network.emulateNetworkConditions', {
		offline: false,
		latency: 400,
		downloadThroughput: 400_000 / 8,
		uploadThroughput: 400_000 / 8
	});
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	// tsx names inner functions through this helper, which a page doesn't have.
	await page.addInitScript('globalThis.__name = (named) => named');
	await page.addInitScript(observe, choice);
	await page.goto(url, { waitUntil: 'load', timeout: 60_000 });
	await page.waitForSelector('[data-ready]', { timeout: 60_000 });
	await page.waitForTimeout(1_500);
	const marks = await page.evaluate(() => (globalThis as unknown as { marks: Omit<Visit, 'next'> }).marks);
	const next = await page.evaluate(clickAndWait, choice);
	await context.close();
	return { ...marks, next };
}

/** Runs in the page before any of its scripts: notes what a person would notice. */
function observe(selector: string): void {
	const marks = { lcp: 0, choice: 0, hydrated: 0, cls: 0 };
	Object.assign(globalThis, { marks });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries()) marks.lcp = entry.startTime;
	}).observe({ type: 'largest-contentful-paint', buffered: true });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) marks.cls += entry.value;
	}).observe({ type: 'layout-shift', buffered: true });
	const look = () => {
		const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
		if (!marks.choice && painted && document.querySelector(selector)?.getClientRects().length) marks.choice = performance.now();
		if (document.querySelector('[data-ready]')) marks.hydrated = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

/** Takes the first choice and waits until the next node is painted (milliseconds). */
function clickAndWait(selector: string): Promise<number> {
	const title = () => document.querySelector('.player h2')?.textContent;
	const before = title();
	const started = performance.now();
	document.querySelector<HTMLElement>(selector)?.click();
	return new Promise((resolve) => {
		const look = () => (title() === before ? requestAnimationFrame(look) : resolve(performance.now() - started));
		requestAnimationFrame(look);
	});
}
