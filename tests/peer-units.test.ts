// What the units of peer experts promise, shown by walking every situation that a play can be in: an ending never says "passed"
// of a play that did not pass, and no play that hurts somebody who confides passes the simulation.
import { describe, expect, it } from 'vitest';
import type { Choice, Graph } from '../src/lib/content/graph';
import { compileAll } from '../src/lib/content/locate';
import { unitsOf } from '../src/lib/content/training';
import type { State } from '../src/lib/modules/engine';
import { judgeUnit } from '../src/lib/modules/unit-verdict';
import { listPlays } from './unit-plays';

const units = compileAll('content/training').flatMap(({ modules, findings }) => {
	const training = modules?.fr.summary.training;
	return modules && training?.audience === 'peer-expert' ? [{ unit: training.unit, training, modules, findings }] : [];
});

it('has all seven units: P4 must be passed, P4 and P5 renew', () => {
	expect(units.map(({ unit }) => unit).sort()).toEqual([...unitsOf['peer-expert']]);
	expect(units.filter(({ training }) => training.pass.length > 0).map(({ unit }) => unit)).toEqual(['P4']);
	expect(units.filter(({ training }) => training.renewal).map(({ unit }) => unit)).toEqual(['P4', 'P5']);
});

describe.each(units)('$unit', ({ training, modules, findings }) => {
	const { graph } = modules.fr;

	it('is whole in every language', () => {
		expect(findings).toEqual([]);
		for (const { summary } of Object.values(modules)) expect(summary.translated, summary.title).toBe(1);
	});

	it('has at least three endings, and says the same of all plays that come to one: passed, or not yet', () => {
		const plays = listPlays(graph);
		const endings = Object.keys(graph.nodes).filter((id) => graph.nodes[id]!.end);
		expect(endings.length).toBeGreaterThanOrEqual(3);
		for (const ending of endings) {
			const here = plays.filter(({ state }) => state.node === ending).map(({ state }) => isPassed(graph, training, state));
			expect(new Set(here).size, ending).toBe(1);
		}
	});
});

describe('the simulation of a confidence', () => {
	const { training, modules } = units.find(({ unit }) => unit === 'P4')!;
	const { graph } = modules.fr;

	it('holds four choices for mistakes: secrecy, details, alone, out to the danger', () => {
		const mistakes = Object.entries(graph.nodes).flatMap(([node, { choices }]) =>
			choices.filter(isMistake).map(({ to, risky }) => `${node} > ${to}${risky ? ', explained' : ''}`)
		);
		expect(mistakes).toEqual([
			'secret > parole, explained',
			'parole > details, explained',
			'suite > seul, explained',
			'grille > nadia, explained'
		]);
	});

	it('is not passed with one of them, and can be passed without', () => {
		const plays = listPlays(graph, isMistake);
		expect(plays.some(({ marked }) => marked)).toBe(true);
		const passed = plays.filter(({ state }) => isPassed(graph, training, state));
		expect(passed.length).toBeGreaterThan(0);
		expect(passed.filter(({ marked }) => marked)).toEqual([]);
		expect([...new Set(passed.map(({ state }) => state.node))]).toEqual(['fin-relais']);
	});

	it('is not passed by one who skips it, nor by one who asks “why did you answer?”', () => {
		const [skip, blame] = [graph.nodes.debut!.choices[1]!, graph.nodes.parole!.choices[0]!];
		const plays = listPlays(graph, (choice) => choice === skip || choice === blame);
		for (const { state, marked } of plays)
			if (marked) expect(isPassed(graph, training, state), state.path.join(' > ')).toBe(false);
	});
});

function isPassed(graph: Graph, training: Parameters<typeof judgeUnit>[1], { path }: State): boolean {
	const verdict = judgeUnit(graph, training, path);
	if (!verdict.ok) throw new Error(`${path.join(' > ')}: ${verdict.reason}`);
	return verdict.passed;
}

function isMistake({ score }: Choice): boolean {
	return score?.some(({ points }) => points < 0) ?? false;
}
