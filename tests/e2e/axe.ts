// axe in the page itself: the builder for Playwright opens a second page for each run and takes ten times as long.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against the page as it stands, once nothing on it moves: "rule: elements", one entry for each rule. */
export async function findViolations(page: Page): Promise<string[]> {
	// What still moves has no final colours; what moves for ever never has.
	await page.evaluate(() => {
		const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
		return Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
	});
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	return page.evaluate(async () => {
		const { axe } = window as unknown as { axe: typeof import('axe-core') };
		const { violations } = await axe.run({ resultTypes: ['violations'] });
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
	});
}
