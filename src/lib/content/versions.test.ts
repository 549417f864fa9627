// Versions of a node for some ages: what the compiler makes of them, and how they play.
import { describe, expect, it } from 'vitest';
import { replay } from '../modules/engine';
import type { Change } from './faults-of-form';
import { compileSample, listCodes } from './sample';

const asked: Change[] = [
	['ages: [12-13]', 'ages: [12-13, 14-15, 16-18]'],
	[
		'- [Je me tais]',
		'- [J’ai 14 ou 15 ans](#suite) `ages: 14-15`\n- [J’ai 16 ans ou plus](#suite) `ages: 16-18`\n- [Je me tais]'
	],
	[
		'## bien `end: good`',
		'## suite `ages: 14-15, 16-18`\n### Plus tard\n\n- [Fin](#bien) `if: visited(debut)`\n- [Encore](#suite) `once`\n- [Retour](#debut)\n- [Non](#dur)\n\n## bien `end: good`'
	]
];
const compiled = compileSample(asked).modules!.fr;
const nodeAfter = (...path: string[]) => {
	const played = replay(compiled.graph, path);
	return played.ok ? played.state.node : played.reason;
};

describe('versions', () => {
	it('are nodes of their own, with ids that say their first age', () => {
		expect(listCodes(asked)).toEqual([]);
		expect(Object.keys(compiled.graph.nodes)).toEqual(['debut', 'suite', 'suite-14-15', 'bien', 'dur']);
		expect(compiled.nodes['suite-14-15']!.title).toBe('Plus tard');
		expect(compiled.graph.vars.ages).toEqual({ type: 'int', min: 0, max: 2, start: 0 });
	});

	it('are what a reader of the age comes to, by the very choice that says it', () => {
		expect(nodeAfter('suite')).toBe('suite');
		expect(nodeAfter('suite-14-15-2')).toBe('suite-14-15');
		expect(nodeAfter('suite-14-15-3')).toBe('suite-14-15');
	});

	it('hold for the rest of the play: who goes back without saying an age comes to the same', () => {
		const [silent] = compiled.graph.nodes.debut!.choices;
		expect(silent).toMatchObject({ id: 'suite', to: 'suite' });
		expect(nodeAfter('suite-14-15-3', 'debut', 'suite')).toBe('unavailable');
		expect(nodeAfter('suite-14-15-3', 'debut', 'suite-14-15')).toBe('suite-14-15');
	});

	it('ask for no age where only one is possible', () => {
		expect(compiled.graph.nodes['suite-14-15']!.choices.find(({ to }) => to === 'suite-14-15')).toEqual({
			id: 'suite-14-15',
			to: 'suite-14-15',
			once: true
		});
	});

	it('count as visits of the node that they are versions of', () => {
		const { modules } = compileSample([...asked, ['- [Fin](#bien) `if: dit`', '- [Fin](#bien) `if: visited(suite)`']]);
		expect(JSON.stringify(modules!.fr.graph.nodes.suite!.choices.find(({ to }) => to === 'bien')!.if)).toBe(
			'{"op":"or","left":{"op":"visited","node":"suite"},"right":{"op":"visited","node":"suite-14-15"}}'
		);
	});

	it('leave a module without any as it is', () => {
		expect(compileSample().modules!.fr.graph.vars).not.toHaveProperty('ages');
	});
});

describe('endings', () => {
	const twice: Change[] = [
		...asked,
		['## dur `end: hard`', '## dur `ages: 14-15, 16-18` `end: hard`\n### Plus tard\n\nTu peux en parler.\n\n## dur `end: hard`']
	];
	it('written for some ages are known as theirs; the others are for all', () => {
		expect(listCodes(twice)).not.toContain('E004');
		const { nodes } = compileSample(twice).modules!.fr.graph;
		expect(nodes.dur?.ages).toEqual([0]);
		expect(nodes['dur-14-15']?.ages).toEqual([1, 2]);
		expect(nodes.bien).not.toHaveProperty('ages');
	});
});
