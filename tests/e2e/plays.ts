// Finds plays by the graph itself, so that a reworded or rebuilt story needs no new test.
import type { Page } from '@playwright/test';
import { explore } from '../../src/lib/content/explore';
import type { Graph } from '../../src/lib/content/graph';

export const slug = 'le-groupe-s-enflamme';

/** The graph that the module page carries. */
export async function readGraph(page: Page): Promise<Graph> {
	const json = await page.locator('#player-props').textContent();
	return (JSON.parse(json ?? '') as { graph: Graph }).graph;
}

/** For every ending a shortest play: the ids of its choices. The nearest ending first. */
export function listShortestPlays(graph: Graph): { ending: string; path: string[] }[] {
	const found = new Map<string, string[]>();
	for (const { situation, path } of explore(graph).situations)
		if (graph.nodes[situation.node]!.end && !found.has(situation.node)) found.set(situation.node, path());
	return [...found].map(([ending, path]) => ({ ending, path }));
}

/** Opens the module and waits until its island answers clicks (a click before that is a plain link, which is right too). */
export async function openModule(page: Page, locale = 'fr'): Promise<Graph> {
	await page.goto(`/${locale}/modules/${slug}`);
	await page.locator('[data-ready]').waitFor();
	return readGraph(page);
}

/** Takes the choices one after the other, by clicking them. */
export async function play(page: Page, path: string[]): Promise<void> {
	for (const [step, choice] of path.entries()) {
		const heading = page.locator('.player h2');
		const before = await heading.elementHandle();
		await page.locator(`[data-choice="${choice}"]`).click();
		// Each step makes its heading anew, so the old one leaving the page is the sign that the step was taken.
		await before?.waitForElementState('hidden').catch(() => undefined);
		if (step < path.length - 1) await page.locator(`[data-choice="${path[step + 1]}"]`).waitFor();
	}
}
