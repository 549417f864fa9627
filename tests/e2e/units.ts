// Training units in journeys: a way through one that reaches all it asks for, found in its own graph, then taken by its links.
import type { Page } from '@playwright/test';
import type { Graph } from '../../src/lib/content/graph';
import { compileAll } from '../../src/lib/content/locate';
import type { Audience, UnitFacts } from '../../src/lib/content/training';
import { availableChoices, choose, startPlay, type State } from '../../src/lib/modules/engine';
import { judgeUnit } from '../../src/lib/modules/unit-verdict';
import { expect } from './test';
import { words } from './words';

export interface PlayableUnit {
	slug: string;
	graph: Graph;
	training: UnitFacts;
}

/** The units of an audience, in the order of their numbers. */
export function listPlayable(audience: Audience): PlayableUnit[] {
	return compileAll('content/training')
		.flatMap(({ slug, modules }) => {
			const training = modules?.fr.summary.training;
			return modules && training?.audience === audience ? [{ slug, graph: modules.fr.graph, training }] : [];
		})
		.sort((a, b) => a.training.unit.localeCompare(b.training.unit));
}

/** A shortest path of which the server will say what is wanted. */
export function findPath({ graph, training }: PlayableUnit, wanted: { passed: boolean }): string[] {
	const seen = new Set<string>();
	let front: State[] = [startPlay(graph)];
	while (front.length > 0) {
		const next: State[] = [];
		for (const state of front) {
			const verdict = state.end ? judgeUnit(graph, training, state.path) : null;
			if (verdict?.ok && verdict.passed === wanted.passed) return state.path;
			for (const { id } of availableChoices(graph, state)) {
				const step = choose(graph, state, id);
				if (!step.ok) continue;
				const { node, vars, score, visits } = step.state;
				const key = JSON.stringify([node, vars, score, Object.keys(visits)]);
				if (seen.has(key)) continue;
				seen.add(key);
				next.push(step.state);
			}
		}
		front = next;
	}
	throw new Error(`${training.unit} has no such path`);
}

/** Takes a path by the links of its pages, from the list of units to the last scene. */
export async function playUnit(page: Page, { slug }: PlayableUnit, path: string[]): Promise<void> {
	await page.goto('/fr/units');
	await page.locator(`main a[href$="/units/${slug}"]`).click();
	for (const choice of path) await page.locator(`main [data-choice="${choice}"]`).first().click();
	await expect(page.getByRole('heading', { name: words('path.endTitle') })).toBeVisible();
}
