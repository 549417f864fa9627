// Every code of the checker: a change of the sample that earns it and nothing else, and, where a rule has an edge, a near miss
// that passes.
import { describe, expect, it } from 'vitest';
import { codes } from './codes';
import { explore } from './explore';
import { compileSample, listCodes, sample } from './sample';

type Change = [string, string];
const end = '## bien `end: good`';
const words = (count: number) => Array.from({ length: count }, (_, index) => `mot${index}`).join(' ');
const name = (changes: Change[]) => changes.map(([, after]) => after.slice(0, 60).replaceAll('\n', ' ')).join(' … ');
const before = (anchor: string, text: string): Change => [anchor, `${text}\n\n${anchor}`];

const cases: [code: string, bad: Change[], passes?: Change[]][] = [
	['E001', [['---\nid', 'id']]],
	['E001', [['title: Le titre', 'title: "Le titre']]],
	['E001', [['title: Le titre', 'title: *titre']], [['title: Le titre', 'title: "*titre"']]],
	['E002', [['minutes: 5', 'minutes: cinq']], [['minutes: 5', 'minutes: 45']]],
	['E002', [['memo: La ligne du mémo', '']]],
	['E002', [['minutes: 5', 'minutes: 5\nlevel: 3']]],
	['E002', [['int 0..3 = 0', 'int from 0 to 3']]],
	['E002', [['0..4 pass 2', '4']]],
	['E002', [['0..4 pass 2', 'four']]],
	['E002', [['vars: { force', 'vars: { not']]],
	['E002', [['intensity: 1', 'intensity: 2']], [['intensity: 1', 'intensity: 2\nforewarning: On parle de moqueries.']]],
	['E003', [['`risky`', '`risky` `delay: 3`']]],
	['E003', [['`checkpoint`', '`begin`']]],
	['E004', [['`if: dit`', '`if: dit >= 2`']]],
	['E004', [['`end: good`', '`end: great`']]],
	['E004', [['`score: points 2`', '`score: points 2` `score: points`']]],
	['E004', [['`set: force + 1`', '`set: force + 1` `set: 3 = force`']]],
	['E004', [['`set: force + 1`', '`set: force + 1` `set: force +`']]],
	['E004', [['`risky`', '`risky: 1`']]],
	['E004', [['`checkpoint`', '`checkpoint: 1`']]],
	['E005', [before('## debut', 'Bonjour.')]],
	['E006', [['<Help/>', '<Video/>']]],
	['E006', [['<Help/>', '<div>']]],
	['E006', [['<Help/>', '<Help>']]],
	['E006', [['<Help/>', '<Quiz/>']]],
	['E006', [['<Help/>', '</Film>']]],
	['E006', [['<Help/>', '<Film>']]],
	['E007', [['<Help/>', '<Help open="yes"/>']]],
	['E007', [['type="single"', 'type="order"']], [['type="single"', 'type="multi"']]],
	['E007', [['id="question"', 'id="La question"']]],
	['E007', [['/art/bus.svg', 'https://example.org/bus.svg']]],
	['E007', [['/art/bus.svg', '//example.org/bus.svg']]],
	['E008', [['Un texte', 'Un `texte`']]],
	['E008', [['Un texte', 'Un <b>texte</b>']]],
	['E008', [['Un texte', 'Un ![texte](/x.png)']]],
	['E008', [['(/help)', '(https://example.org)']], [['(/help)', '(/privacy#full)']]],
	['E008', [['(/help)', '(//example.org)']]],
	['E008', [['(/help)', '(/help "Titre")']]],
	['E008', [['(/help)', '(javascript:alert)']]],
	['E008', [before('Bravo.', '# Un titre')]],
	['E008', [before('Bravo.', '---')]],
	['E008', [['- deux', '- deux\n  - trois']]],
	['E008', [['> Une note.', '> ## Une note']], [['> Une note.', '> Une note.\n>\n> 1. Un\n> 2. Deux']]],
	['E008', [['> Une note.', '> Une `note`.']]],
	['E008', [['  > Se taire, cela arrive.', '  > Se taire\n  >\n  > - cela arrive']]],
	['E008', [['Salut !', 'Salut !\n**Toi:** Oui.']], [['Salut !', 'Salut !\n\n**Toi:** Oui.']]],
	['E009', [['**Lina:** Salut', '**Karim:** Salut']], [['**Lina:** Salut', '**Karim** Salut']]],
	['E009', [['**La classe:**', '**Le club** :']], [['**La classe:**', '**La classe** :']]],
	['E010', [['<Film place="bus">', '<Film place="moon">']]],
	['E010', [['place:camp', 'place:moon']]],
	['E010', [['lina:sad', 'zoe:sad']]],
	['E010', [['lina:sad', 'lina:dizzy']]],
	['E010', [['`close`', '`close` `slow`']]],
	['E011', [['`close`', '']]],
	['E011', [['`3s`', '']], [['`3s`', '`2.5s`']]],
	['E011', [['Dans le bus.', '']]],
	[
		'E011',
		[['<Film place="bus">', '<Film>']],
		[
			['<Film place="bus">', '<Film>'],
			['`wide`', '`wide place:bus`'],
			['`phone`', '`phone place:bus`']
		]
	],
	['E011', [['Dans le bus.', 'Dans le bus.\n\n   > Fin']], [['Dans le bus.', 'Dans le bus.\n\n   Il pleut.']]],
	['E011', [before('</Film>', 'Fin.')]],
	['E012', [['[x] Aider', '[ ] Aider']]],
	[
		'E012',
		[['[ ] Partir', '[x] Partir']],
		[
			['[ ] Partir', '[x] Partir'],
			['"single"', '"multi"']
		]
	],
	[
		'E012',
		[
			['[x] Aider', '[ ] Aider'],
			['"single"', '"multi"']
		]
	],
	['E012', [['[ ] Partir', 'Partir']]],
	['E012', [['- [ ] Partir\n  > Non.', '']]],
	['E012', [['- [ ] Partir\n  > Non.', '- [ ] Partir']]],
	['E012', [['Que faire ?', '']]],
	['E012', [['Que faire ?', 'Que faire ?\n\nVraiment ?']]],
	['E012', [before('Bravo.', '<Quiz type="single" id="question">\n\nEt ?\n\n- [x] a\n  > A\n- [ ] b\n  > B\n\n</Quiz>')]],
	['E013', [['- [Fin](#bien)', '- Fin']]],
	['E013', [['- [Fin](#bien)', '- [](#bien)']]],
	['E013', [['- [Fin](#bien)', '- [Fin](#bien) vite']]],
	['E013', [['cela arrive.', 'cela arrive.\n\n  Encore']]],
	['E014', [['  > Se taire, cela arrive.', '  > Se taire, cela arrive.\n\nTrop tard.']]],
	['E101', [['start: debut', 'start: zero']]],
	['E102', [before('## dur', '## bien\n### Bis')]],
	['E103', [['(#dur)', '(#nulle-part)']]],
	['E103', [['visited(debut)', 'visited(zero)']]],
	[
		'E104',
		[
			['## dur `end: hard`', '## Dur `end: hard`'],
			['(#dur)', '(#Dur)']
		]
	],
	['E104', [['## dur `end: hard`', '## dur `end: hard` fin']]],
	['E105', [['### Dur', '']]],
	['E106', [['Bravo.', 'Bravo.\n\n- [Encore](#dur)']]],
	['E110', [before(end, '## seul `end: mixed`\n### Seul')]],
	['E111', [before(end, '## puits\n### Puits'), ['- [Fin](#bien)', '- [Puits](#puits)\n- [Fin](#bien)']]],
	[
		'E112',
		[
			['`if: not dit or force gte 1 and visited(debut)`', '`if: not dit`'],
			['`if: dit`', '`if: dit and force lt 2`']
		]
	],
	[
		'E112',
		[
			['[Je parle](#suite)', '[Je parle](#suite) `if: dit`'],
			['`risky`', '`risky` `if: dit`']
		]
	],
	['E113', [['`if: dit`', '`if: dit and not dit`']]],
	['E113', [['`if: force lt 3`', '`if: visited(dur)`']]],
	[
		'E114',
		[
			before(end, '## rond\n### Rond\n\n- [Encore](#rond)\n- [Sortir](#bien) `if: dit`'),
			['- [Fin](#bien)', '- [Rond](#rond)\n- [Fin](#bien)']
		]
	],
	[
		'E119',
		[
			['dit: bool = false', 'dit: bool = false, a: int 0..999 = 0, b: int 0..999 = 0'],
			['- [Fin](#bien)', '- [A](#suite) `set: a + 1`\n- [B](#suite) `set: b + 1`\n- [C](#bien) `if: a gt b`\n- [Fin](#bien)']
		]
	],
	['E120', [['`if: dit`', '`if: dit and autre`']]],
	['E120', [['`set: force + 1` `once`', '`set: autre = true` `once`']]],
	['E120', [['`score: points 2`', '`score: points 2, point 2`']]],
	['E121', [['dit: bool = false', 'dit: bool = false, seul: bool = false']]],
	[
		'E121',
		[
			['dit: bool = false', 'dit: bool = false, seul: int 0..9 = 0'],
			['dit = true', 'dit = true, seul = seul + 1']
		]
	],
	['E121', [['0..4 pass 2', '0..4 pass 2, seul: 0..1 pass 1']]],
	['E122', [['int 0..3 = 0', 'int 0..3 = 4']]],
	['E122', [['0..4 pass 2', '0..4 pass 5']]],
	['E122', [['score: points 2', 'score: points 5']]],
	['E122', [['force lt 3', 'force lt 4']]],
	['E122', [['force lt 3', '4 gt force']]],
	['E122', [['force + 1, dit', 'force = 4, dit']], [['force + 1, dit', 'force = 3, dit']]],
	['E122', [['force + 1, dit', 'force + 4, dit']], [['force + 1, dit', 'force + 3, dit']]],
	['E123', [['force lt 3', 'force']]],
	['E123', [['force lt 3', 'dit lt 3']]],
	['E123', [['force lt 3', 'force lt 3 and force']]],
	['E123', [['force lt 3', 'force eq dit']], [['force lt 3', 'dit eq (force lt 3)']]],
	['E123', [['force lt 3', 'not force']]],
	['E123', [['force lt 3', 'force + dit lt 3']]],
	['E123', [['dit = true', 'dit = 1']], [['dit = true', 'dit = force eq 1']]],
	['E124', [['tests: aider', 'tests: partir']]],
	['E140', [[' alt="Un bus"', '']]],
	['E143', [['[Fin]', `[${'a'.repeat(81)}]`]], [['[Fin]', `[**${'a'.repeat(80)}**]`]]],
	[
		'E144',
		[['[Je me tais]', '[je parle]']],
		[
			['[*Je ne sais pas*]', '[Fin]'],
			['`if: not dit or force gte 1 and visited(debut)`', '`if: not dit`']
		]
	],
	['E151', [['  > Se taire, cela arrive.', '']]],
	[
		'E155',
		[['<Quiz type="single" id="question">\n\nQue faire ?\n\n- [x] Aider\n  > Oui.\n- [ ] Partir\n  > Non.\n\n</Quiz>', '']]
	],
	['E160', [['Bravo.', words(121)]], [['Bravo.', words(120)]]]
];

describe('the sample', () => {
	it('has no finding', () => {
		expect(listCodes()).toEqual([]);
	});
});

describe.each(cases)('%s', { timeout: 30_000 }, (code, bad) => {
	it(`is found: ${name(bad)}`, () => {
		expect(listCodes(bad)).toEqual([code]);
	});
});

describe.each(cases.filter(([, , passes]) => passes))('%s', (_code, _bad, passes) => {
	it(`lets a near miss pass: ${name(passes!)}`, () => {
		expect(listCodes(passes)).toEqual([]);
	});
});

it('has a case for every code of a module file', () => {
	const tested = new Set(cases.map(([code]) => code));
	const ofTranslations = ['E170', 'E172', 'E173', 'E174'];
	expect(Object.keys(codes).filter((code) => !tested.has(code) && !ofTranslations.includes(code))).toEqual([]);
});

describe('findings', () => {
	it('say the file, the line and the column, in the order of the file', () => {
		const { findings } = compileSample([
			['`if: dit`', '`if: dit and (force gte 2`'],
			['**Lina:** Salut', '**Karim:** Salut']
		]);
		const own = findings.filter(({ code }) => code !== 'E170');
		const line = (text: string) => sample.split('\n').findIndex((candidate) => candidate.includes(text)) + 1;
		expect(own).toMatchObject([
			{ code: 'E009', file: 'content/modules/sample/module.svx', line: line('**Lina:** Salut'), column: 1, severity: 'error' },
			{ code: 'E004', line: line('- [Fin](#bien)'), column: '- [Fin](#bien) `if: dit and (force gte 2'.length + 1 }
		]);
	});

	it('point into the front matter', () => {
		expect(compileSample([['lina, mood: happy', 'lina, mood: dizzy']]).findings).toMatchObject([{ code: 'E002', line: 10 }]);
		expect(compileSample([['memo: La ligne du mémo', '']]).findings[0]?.message).toBe('“memo” is missing');
	});

	it('show a play that runs into a dead end', () => {
		const [finding] = compileSample([
			['`if: not dit or force gte 1 and visited(debut)`', '`if: not dit`'],
			['`if: dit`', '`if: dit and force lt 2`']
		]).findings;
		expect(finding?.message).toBe('no choice is left in “suite” (after suite, suite; force = 2, dit = true)');
	});
});

describe('explore', () => {
	it('gives up over the cap', () => {
		const { graph } = compileSample().modules!.fr;
		expect(explore(graph).complete).toBe(true);
		expect(explore(graph, 3).complete).toBe(false);
	});
});
