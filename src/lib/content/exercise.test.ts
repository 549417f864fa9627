import { describe, expect, it } from 'vitest';
import { mix } from './build-exercise';
import { compileSample, sample } from './sample';
import { compileExercises, listExercises, sampleExercises } from './sample-exercises';

const sampleFile = 'content/modules/sample/module.svx';
const compiled = compileExercises();
const found = listExercises(compiled);
const codesOf = (changes: [string, string][]) => [
	...new Set(
		compileExercises(changes)
			// Together the seven are more than one reads at once.
			.findings.filter(({ file, code }) => file === sampleFile && code !== 'E160')
			.map(({ code }) => code)
	)
];

describe('exercises', () => {
	it('are read without a finding', () => {
		expect(codesOf([])).toEqual([]);
		expect(Object.keys(found)).toEqual(['order', 'match', 'spot', 'sort', 'build', 'poll', 'reflect']);
	});

	it('hide what the author’s order gives away', () => {
		expect(found.order.fields.map(({ right }) => right)).not.toEqual(['1', '2', '3']);
		expect(found.match.fields[0]!.options.map(({ id }) => id)).not.toEqual(found.match.fields.map(({ right }) => right));
		expect(found.sort.fields.map(({ id }) => id)).not.toEqual(['1', '2', '3']);
	});

	it('know what is right, and why', () => {
		const order = found.order.fields.find(({ html }) => html === 'J’en parle');
		expect(order).toEqual({ id: '2', html: 'J’en parle', right: '2', why: 'À deux, on pense mieux.', options: [] });
		expect(found.match.fields[0]).toMatchObject({ html: 'Un <em>inconnu</em> demande ton école', right: '1' });
		expect(found.match.fields[0]!.options).toContainEqual({ id: '1', html: 'Je ne la dis pas' });
		expect(found.spot.fields.map(({ right }) => right)).toEqual(['', 'yes', 'yes']);
		const card = found.sort.fields.find(({ html }) => html === 'Un chantage');
		expect(card).toMatchObject({ right: '2', options: [{ html: '<strong>Je garde</strong>' }, { id: '2' }] });
		expect(found.build.fields[1]!.options[1]).toEqual({ id: '2', html: 'on en parle ?', why: 'Elle peut dire non.' });
		expect(found.poll.fields).toEqual([
			{
				id: '1',
				html: '',
				options: [
					{ id: '1', html: 'Oui', why: 'Beaucoup le pensent.' },
					{ id: '2', html: 'Non', why: 'Se taire protège parfois.' }
				]
			}
		]);
		expect(found.reflect).toMatchObject({ question: 'À qui penses-tu ?', fields: [] });
	});

	it('have a unit for every text, with an id that follows the structure', () => {
		const ids = compiled.units.map(({ id }) => id).filter((id) => id.startsWith('dur.'));
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids).toEqual(
			expect.arrayContaining(['dur.quiz1.question', 'dur.quiz1.2.why', 'dur.quiz2.1.left', 'dur.quiz2.1.right'])
		);
		expect(ids).toEqual(expect.arrayContaining(['dur.quiz3.2', 'dur.sort1.2', 'dur.sort1.2.1', 'dur.sort1.2.1.why']));
		expect(ids).toEqual(expect.arrayContaining(['dur.build1.2.2.why', 'dur.poll1.1', 'dur.reflect1.question']));
		expect(compiled.units.find(({ id }) => id === 'dur.quiz2.1.right')).toMatchObject({
			kind: 'plain',
			source: 'Je ne la dis pas'
		});
	});

	it.each<[code: string, before: string, after: string]>([
		['E007', 'type="order" id="ordre"', 'type="order"'],
		['E007', 'id="piles"', 'id="Piles"'],
		['E007', '<Reflect>', '<Reflect id="moi">'],
		['E007', 'type="order"', 'type="sort"'],
		['E012', 'id="paires"', 'id="ordre"'],
		['E012', '- [x] Envoie vite !', '- Envoie vite !'],
		['E015', 'Que fais-tu **d’abord** ?\n\n', ''],
		['E015', '3. Je bloque\n   > Bloquer vient bien après.\n', ''],
		['E015', '1. Je respire\n   > Le calme aide.\n2. J’en parle\n   > À deux, on pense mieux.\n3.', '-'],
		['E015', '   > Le calme aide.\n', ''],
		['E015', 'triste = Je', 'triste. Je'],
		['E015', ' = Je l’écoute', ' ='],
		['E015', '- [x] Ne le dis à personne.\n  > Un secret imposé isole.\n- [x]', '- [ ]'],
		['E015', '  - Mon prénom\n    > Tu peux le dire.\n', ''],
		['E015', '    > Tu peux le dire.\n', ''],
		['E015', '  - on en parle ?\n    > Elle peut dire non.\n', ''],
		['E015', '  > Beaucoup le pensent.\n', ''],
		['E015', '- Non\n  > Se taire protège parfois.\n', ''],
		['E015', 'À qui penses-tu ?', 'À qui penses-tu ?\n\n- À moi'],
		['E015', '</Poll>', 'Fin.\n\n</Poll>'],
		['E008', 'Je respire', 'Je `respire`'],
		['E006', '</Sort>', '</Build>']
	])('%s is found where “%s” becomes “%s”', (code, before, after) => {
		expect(codesOf([[before, after]])).toContain(code);
	});

	it('are practice, but for an opinion and a thought', () => {
		const quiz = /<Quiz[\s\S]*<\/Quiz>/.exec(sample)![0];
		const codesWith = (tag: string) => {
			const block = new RegExp(`<${tag}[\\s\\S]*?</${tag}>`).exec(sampleExercises)![0];
			return compileSample([[quiz, block]]).findings.map(({ code }) => code);
		};
		for (const tag of ['Poll', 'Reflect']) expect(codesWith(tag)).toContain('E155');
		for (const tag of ['Quiz', 'Sort', 'Build']) expect(codesWith(tag)).not.toContain('E155');
	});
});

describe('mix', () => {
	it('always gives another order, and always the same', () => {
		for (let length = 2; length < 8; length++)
			for (const seed of ['a', 'ordre', 'piles', 'x-1', 'y-22']) {
				const list = Array.from({ length }, (_, index) => index);
				expect(mix(seed, list)).not.toEqual(list);
				expect(mix(seed, list)).toEqual(mix(seed, list));
				expect([...mix(seed, list)].sort()).toEqual(list);
			}
	});
});
