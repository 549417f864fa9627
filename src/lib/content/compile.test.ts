import { describe, expect, it } from 'vitest';
import { po } from 'gettext-parser';
import { updatePo } from './po';
import { compileSample } from './sample';

const { modules, units } = compileSample();
const fr = modules!.fr;

/** A Dutch file in which every text is "nl: " and the French, but for the given ones. */
function translate(texts: Record<string, string> = {}): string {
	const file = po.parse(updatePo(null, 'nl', 'sample', units));
	for (const { id, source } of units) file.translations[id]![source]!.msgstr = [texts[id] ?? `nl: ${source}`];
	return po.compile(file).toString();
}

describe('compileModule', () => {
	it('builds the graph, without words', () => {
		expect(fr.graph).toMatchObject({ id: 'sample', version: 1, start: 'debut' });
		expect(Object.keys(fr.graph.nodes)).toEqual(['debut', 'suite', 'bien', 'dur']);
		expect(fr.graph.nodes.debut!.checkpoint).toBe(true);
		expect(fr.graph.nodes.bien).toEqual({ choices: [], end: 'good' });
		expect(fr.graph.nodes.debut!.choices).toEqual([
			{
				id: 'suite',
				to: 'suite',
				set: [
					{ name: 'force', to: { op: 'plus', left: { op: 'var', name: 'force' }, right: { op: 'value', value: 1 } } },
					{ name: 'dit', to: { op: 'value', value: true } }
				],
				score: [{ name: 'points', points: 2 }],
				tests: ['aider']
			},
			{ id: 'suite-2', to: 'suite', risky: true }
		]);
		expect(fr.graph.nodes.suite!.choices[0]).toMatchObject({ once: true, if: { op: 'lt' } });
	});

	it('words the nodes', () => {
		expect(fr.nodes.debut).toEqual({
			title: 'Le début',
			blocks: [
				{
					type: 'prose',
					html: '<p>Un texte <strong>fort</strong> et <a href="/fr/help">une page</a>.</p><ul><li>un</li><li>deux</li></ul>'
				},
				{ type: 'note', html: '<p>Une note.</p>' },
				{
					type: 'chat',
					lines: [
						{ who: 'lina', name: 'Lina', html: 'Salut !' },
						{ who: 'moi', name: 'Toi', html: 'Salut.', me: true }
					]
				},
				{
					type: 'film',
					shots: [
						{ seconds: 4, place: 'bus', frame: 'wide', cast: [{ who: 'lina', mood: 'happy' }], line: 'Dans le bus.' },
						{
							seconds: 3,
							place: 'camp',
							frame: 'close',
							cast: [{ who: 'lina', mood: 'sad' }],
							speaker: 'lina',
							label: 'Lina',
							line: 'Oh.'
						},
						{ seconds: 2, place: 'bus', frame: 'phone', cast: [], label: 'La classe', line: 'Regardez !' }
					]
				}
			],
			choices: { suite: { label: 'Je parle' }, 'suite-2': { label: 'Je me tais', explanation: 'Se taire, cela arrive.' } }
		});
		expect(fr.nodes.suite).toEqual({
			title: 'La suite',
			audio: '/media/sample/audio/fr/suite.mp3?v=a1',
			blocks: [
				{
					type: 'exercise',
					kind: 'single',
					id: 'question',
					question: 'Que faire ?',
					fields: [
						{
							id: '1',
							html: '',
							right: '1',
							options: [
								{ id: '1', html: 'Aider', why: 'Oui.' },
								{ id: '2', html: 'Partir', why: 'Non.' }
							]
						}
					]
				},
				{ type: 'image', src: '/art/bus.svg', alt: 'Un bus' },
				{ type: 'help' }
			],
			choices: { suite: { label: 'Un pas' }, bien: { label: 'Fin' }, dur: { label: 'Je ne sais pas', soft: true } }
		});
	});

	it('summarises', () => {
		expect(fr.summary).toEqual({
			id: 'sample',
			slug: 'sample',
			version: 1,
			kind: 'chat',
			title: 'Le titre',
			summary: 'Le résumé',
			ages: ['12-13'],
			minutes: 5,
			intensity: 1,
			memo: 'La ligne du mémo',
			picture: { place: 'bus', cast: [{ who: 'lina', mood: 'happy' }] },
			reviewed: [],
			sources: [],
			translated: 1,
			nativeReview: true
		});
		const warned = compileSample([['intensity: 1', 'intensity: 2\nforewarning: Attention.']]).modules!;
		expect(warned.fr.summary.forewarning).toBe('Attention.');
	});

	it('gives every piece of text a unit with a frozen id', () => {
		expect(units.map(({ id }) => id)).toEqual([
			...['meta.title', 'meta.summary', 'meta.memo', 'meta.objectives.aider'],
			...['meta.people.lina', 'meta.people.groupe', 'meta.people.moi'],
			...['debut.title', 'debut.p1', 'debut.list1.1', 'debut.list1.2', 'debut.note1', 'debut.chat1', 'debut.chat2'],
			...['debut.film1.1', 'debut.film1.2', 'debut.film1.3'],
			...['debut.choice.suite', 'debut.choice.suite-2', 'debut.choice.suite-2.why'],
			...['suite.title', 'suite.quiz1.question', 'suite.quiz1.1', 'suite.quiz1.1.why', 'suite.quiz1.2', 'suite.quiz1.2.why'],
			...['suite.image1.alt', 'suite.choice.suite', 'suite.choice.bien', 'suite.choice.dur'],
			...['bien.title', 'bien.p1', 'bien.note1', 'dur.title', 'dur.p1', 'dur.note1']
		]);
		expect(units.find(({ id }) => id === 'debut.p1')?.source).toBe('Un texte **fort** et [une page](/help).');
		expect(units.find(({ id }) => id === 'suite.choice.dur')?.source).toBe('Je ne sais pas');
	});

	it('numbers choices to one node apart from a node of that very name', () => {
		const { graph } = compileSample([
			['- [Je parle](#suite)', '- [A](#suite)\n- [Je parle](#suite-2)'],
			['## dur', '## suite-2\n### Autre\n\n- [Fin](#dur)\n\n## dur']
		]).modules!.fr;
		expect(graph.nodes.debut!.choices.map(({ id, to }) => `${id} ${to}`)).toEqual([
			'suite suite',
			'suite-2 suite-2',
			'suite-3 suite'
		]);
	});
});

describe('translations', () => {
	it('fall back to French, and say so', () => {
		const { modules, findings } = compileSample();
		expect(modules!.nl.summary).toMatchObject({ title: 'Le titre', translated: 0, nativeReview: false });
		expect(modules!.nl.nodes.debut).toMatchObject({ title: 'Le début', untranslated: true });
		expect(findings.map(({ code, file }) => `${code} ${file}`)).toEqual(
			['nl', 'en', 'ar'].map((locale) => `E170 content/modules/sample/${locale}.po`)
		);
	});

	it('word everything in their language, with links to its pages', () => {
		const { modules, findings } = compileSample([], { nl: translate({ 'suite.choice.dur': '*Weet ik niet*' }) });
		const { nodes, summary, graph } = modules!.nl;
		expect(summary).toMatchObject({ title: 'nl: Le titre', translated: 1 });
		expect(nodes.debut!.blocks[0]).toMatchObject({
			html: '<p>nl: Un texte <strong>fort</strong> et <a href="/nl/help">une page</a>.</p><ul><li>nl: un</li><li>nl: deux</li></ul>'
		});
		expect(nodes.debut!.blocks[2]).toMatchObject({ lines: [{ name: 'nl: Lina' }, { name: 'nl: Toi' }] });
		expect(nodes.suite!.choices.dur).toEqual({ label: 'Weet ik niet', soft: true });
		expect(Object.values(nodes).some(({ untranslated }) => untranslated)).toBe(false);
		expect(graph).toBe(modules!.fr.graph);
		expect(findings.filter(({ file }) => file.endsWith('nl.po'))).toEqual([]);
	});

	it('need 95 % to be offered; a stale one is shown and counts as work', () => {
		const changes: [string, string][] = [['Bravo.', 'Bravo !']];
		const stale = compileSample(changes, { nl: translate() });
		expect(stale.modules!.nl.nodes.bien!.blocks).toContainEqual({ type: 'prose', html: '<p>nl: Bravo.</p>' });
		expect(stale.modules!.nl.summary.translated).toBeCloseTo(1 - 1 / units.length);
		expect(stale.findings.filter(({ file }) => file.endsWith('nl.po'))).toMatchObject([{ code: 'E172', severity: 'warning' }]);
		const missing = Object.fromEntries(['dur.p1', 'dur.title', 'bien.p1'].map((id) => [id, ' ']));
		const gap = compileSample([], { nl: translate(missing) });
		expect(gap.modules!.nl.nodes.suite!.untranslated).toBeUndefined();
		expect(gap.modules!.nl.nodes.dur!.untranslated).toBe(true);
		expect(gap.findings.find(({ file }) => file.endsWith('nl.po'))).toMatchObject({
			code: 'E170',
			message: '91 % translated, 95 % needed; missing: bien.p1, dur.title, dur.p1'
		});
	});

	it.each([
		['debut.p1', 'Zonder link.', 'its links (none) are not those of the French text (/help)'],
		['bien.p1', '[Bravo](/help)', 'its links (/help) are not those of the French text (none)'],
		['bien.p1', '<b>Bravo</b>', '“<b>” is not allowed inside text'],
		['debut.note1', '# Een noot', 'heading can’t stand in a note']
	])('are refused with marks that French has not: %s “%s”', (id, text, message) => {
		const { findings } = compileSample([], { nl: translate({ [id]: text }) });
		expect(findings).toContainEqual(
			expect.objectContaining({ code: 'E173', severity: 'error', message: expect.stringContaining(message) as string })
		);
	});

	it('that can’t be read are an error, and French is shown', () => {
		const { modules, findings } = compileSample([], { ar: 'msgid "a\nmsgstr "b"' });
		expect(findings).toContainEqual(expect.objectContaining({ code: 'E174', file: 'content/modules/sample/ar.po' }));
		expect(modules!.ar.summary.title).toBe('Le titre');
	});
});
