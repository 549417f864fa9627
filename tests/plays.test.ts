// Every learning module and training unit, played at random a thousand times: plays end, can be played again from their path alone, and survive
// being stored. And its plans run, and cover all of it.
import { dirname } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { compileAll, listPlans, storyFolders } from '../src/lib/content/locate';
import { checkPlans } from '../src/lib/content/plan';
import { availableChoices, choose, replay, startPlay, type State } from '../src/lib/modules/engine';

vi.setConfig({ testTimeout: 60_000 });

const walks = 1_000;
/** Many times the longest walk of a module of 40 nodes. */
const mostSteps = 500;

describe.each(storyFolders.flatMap((folder) => compileAll(folder)))('$slug', ({ file, modules }) => {
	const { graph } = modules!.fr;

	it(`ends in each of ${walks} random walks, and comes back from its path`, () => {
		const draw = createDraw(1);
		for (let walk = 0; walk < walks; walk++) {
			let state = startPlay(graph);
			while (!state.end) {
				const choices = availableChoices(graph, state);
				expect(choices.length, state.path.join(', ')).toBeGreaterThan(0);
				expect(state.path.length).toBeLessThan(mostSteps);
				const { id } = choices[draw(choices.length)]!;
				const step = choose(graph, state, id);
				if (!step.ok) throw new Error(`${id} was offered, yet refused: ${step.reason}`);
				// Whoever stops here and comes back, from storage or from the path, goes on in the same way.
				const stored = JSON.parse(JSON.stringify(state)) as State;
				if (draw(10) === 0) expect(choose(graph, stored, id)).toEqual(step);
				state = step.state;
			}
			expect(replay(graph, state.path)).toEqual({ ok: true, state });
			expect(JSON.parse(JSON.stringify(state))).toEqual(state);
			expect(choose(graph, state, state.path.at(-1) ?? '')).toEqual({ ok: false, reason: 'ended' });
		}
	});

	it('has plans that run and cover every node and choice', () => {
		const { findings, coverage } = checkPlans(modules!.fr, listPlans(dirname(file)));
		expect(findings).toEqual([]);
		expect(coverage.nodes.missing).toEqual([]);
		expect(coverage.edges.missing).toEqual([]);
	});

	it('has a plan named after each of its endings', () => {
		const endings = Object.entries(graph.nodes).flatMap(([id, { end }]) => (end ? [`${dirname(file)}/${id}.plan`] : []));
		expect(listPlans(dirname(file)).map((plan) => plan.file)).toEqual(expect.arrayContaining(endings));
	});
});

/** Whole numbers below a bound, the same at every run (Park and Miller's minimal standard generator). */
function createDraw(seed: number): (below: number) => number {
	let state = seed;
	return (below) => (state = (state * 48_271) % 2_147_483_647) % below;
}
