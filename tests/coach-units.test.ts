// What the units of coaches promise, shown by walking every situation that a play can end in: what they say of the questions is what
// the server finds, and no play with a mistake in it passes a safeguarding scenario.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../src/lib/content/evaluate';
import { compileAll } from '../src/lib/content/locate';
import { unitsOf } from '../src/lib/content/training';
import { judgeUnit } from '../src/lib/modules/unit-verdict';
import { listPlays } from './unit-plays';

const units = compileAll('content/training').flatMap(({ modules, findings }) => {
	const training = modules?.fr.summary.training;
	return modules && training?.audience === 'coach' ? [{ unit: training.unit, training, modules, findings }] : [];
});

it('has all five units: C2 must be passed in three scenarios', () => {
	expect(units.map(({ unit }) => unit).sort()).toEqual([...unitsOf.coach]);
	const asked = units.filter(({ training }) => training.pass.length > 0);
	expect(asked.map(({ unit, training }) => [unit, training.pass.length])).toEqual([['C2', 3]]);
});

describe.each(units)('$unit', ({ training, modules, findings }) => {
	const { graph, nodes } = modules.fr;
	const plays = listPlays(graph);

	it('is whole in every language', () => {
		expect(findings).toEqual([]);
		for (const { summary } of Object.values(modules)) expect(summary.translated, summary.title).toBe(1);
	});

	it('has three endings, one that went well, and a play to each', () => {
		const endings = Object.entries(graph.nodes).filter(([, { end }]) => end);
		expect(endings.map(([, { end }]) => end)).toEqual(['good', 'mixed', 'hard']);
		expect(new Set(plays.map(({ state }) => state.node))).toEqual(new Set(endings.map(([id]) => id)));
	});

	it('says before the end whether it is passed: yes or not yet, and always the truth', () => {
		const notes = Object.values(nodes).flatMap(({ blocks }) => blocks.filter((block) => block.type === 'note' && block.if));
		expect(notes).toHaveLength(2);
		for (const { state } of plays) {
			const [yes, no] = notes.map((note) => evaluate(note.if!, state));
			const verdict = judgeUnit(graph, training, state.path);
			expect(verdict.ok && [verdict.passed, !verdict.passed], state.path.join(' > ')).toEqual([yes, no]);
		}
	});
});

describe('the three safeguarding scenarios', () => {
	const { training, modules } = units.find(({ unit }) => unit === 'C2')!;
	const { graph } = modules.fr;

	it('are not passed with one risky choice, and are passed in one ending only', () => {
		const plays = listPlays(graph, ({ risky }) => risky === true);
		const passed = plays.filter(({ state }) => {
			const verdict = judgeUnit(graph, training, state.path);
			return verdict.ok && verdict.must.every((mark) => mark.passed);
		});
		expect(passed.length).toBeGreaterThan(0);
		expect(passed.filter(({ marked }) => marked)).toEqual([]);
		expect([...new Set(passed.map(({ state }) => state.node))]).toEqual(['fin-ouverte']);
		expect(plays.filter(({ state }) => state.node === 'fin-ouverte').filter((play) => !passed.includes(play))).toEqual([]);
	});
});
