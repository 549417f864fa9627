// Finds plays by the graph itself, so that a reworded or rebuilt story needs no new test.
import type { Page } from '@playwright/test';
import type { Graph } from '../../src/lib/content/graph';
import { availableChoices, choose, startPlay, type State } from '../../src/lib/modules/engine';

export const slug = 'le-groupe-s-enflamme';

/** The graph that the module page carries. */
export async function readGraph(page: Page): Promise<Graph> {
	const json = await page.locator('#player-props').textContent();
	return (JSON.parse(json ?? '') as { graph: Graph }).graph;
}

/** For every ending a shortest play: the ids of its choices. */
export function listShortestPlays(graph: Graph): { ending: string; path: string[] }[] {
	const found = new Map<string, string[]>();
	const seen = new Set<string>();
	let front: State[] = [startPlay(graph)];
	while (front.length > 0) {
		const next: State[] = [];
		for (const state of front) {
			const key = JSON.stringify([state.node, state.vars, Object.keys(state.visits)]);
			if (seen.has(key)) continue;
			seen.add(key);
			if (state.end && !found.has(state.node)) found.set(state.node, state.path);
			for (const { id } of availableChoices(graph, state)) {
				const taken = choose(graph, state, id);
				if (taken.ok) next.push(taken.state);
			}
		}
		front = next;
	}
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
