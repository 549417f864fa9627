// For tests: changes of the sample that spoil its story, its words or its care (E1xx, and a few of E0xx), and near misses that don't.
import { before, type Change, type Fault } from './faults-of-form';

const end = '## bien `end: good`';
const words = (count: number) =>
	Array.from({ length: count }, (_, index) => `mot${index}${index % 5 === 4 ? '.' : ''}`).join(' ');
const quiz = (id: string, right: string) => {
	const option = (mark: string) => (mark === 'x' ? '- [x] La bonne réponse\n  > Oui.' : '- [ ] Une autre\n  > Non.');
	return `<Quiz type="single" id="${id}">\n\nEt là ?\n\n${[...right].map(option).join('\n')}\n\n</Quiz>\n\n`;
};
const hard =
	'La responsabilisation individuelle des adolescents constitue indéniablement une préoccupation institutionnelle considérable, ' +
	'particulièrement lorsque les collaborations interprofessionnelles demeurent insuffisamment structurées, ' +
	'administrativement incompréhensibles, financièrement précaires et géographiquement dispersées, ' +
	'comme le démontrent abondamment plusieurs évaluations internationales récemment publiées, ' +
	'qui recommandent également une sensibilisation systématique des professionnels concernés, ' +
	'accompagnée de dispositifs complémentaires, évidemment expérimentés préalablement avec les bénéficiaires eux-mêmes.';
const thirteen = Array.from({ length: 11 }, (_, index) => `- [Choix ${index}](#bien)`).join('\n');

const pause = before(end, '## pause `checkpoint`\n### Pause\n\n- [Fin](#bien)');
const pairOf = (choices: string) => before(end, `## deux\n### Deux\n\n${choices}`);
const toPair: Change[] = [['- [Fin](#bien) `if: dit`', '- [Deux](#deux)\n- [Fin](#bien) `if: dit`']];

/** The sample with a reader who says the age, and `suite` in a version for 14-15. */
const asksAge = (...more: Change[]): Change[] => [
	['ages: [12-13]', 'ages: [12-13, 14-15]'],
	['- [Je me tais]', '- [Je suis plus grand](#suite) `ages: 14-15`\n- [Je me tais]'],
	before(end, '## suite `ages: 14-15`\n### Plus tard\n\n- [Fin](#bien)\n- [Non](#dur)'),
	...more
];

export const faultsOfStory: Fault[] = [
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
	['E004', asksAge(['`ages: 14-15`\n###', '`ages: 15-16`\n###']), asksAge()],
	['E004', asksAge(['`ages: 14-15`\n- [Je me', '`ages: 16-18`\n- [Je me'])],
	['E102', asksAge(before('## dur', '## suite `ages: 14-15`\n### Bis\n\n- [Fin](#bien)\n- [Non](#dur)'))],
	['E103', asksAge(before('## dur', '## bis `ages: 14-15`\n### Bis\n\n- [Fin](#bien)'), ['- [Non](#dur)', '- [Bis](#bis)'])],
	['E120', asksAge([' `ages: 14-15`\n- [Je me', '\n- [Je me'])],
	['E113', [['Bravo.', 'Bravo. `if: dit and not dit`']], [['Bravo.', 'Bravo. `if: dit`']]],
	['E120', [['Bravo.', 'Bravo. `if: autre`']]],
	['E123', [['Bravo.', 'Bravo. `if: force`']], [['**Toi:** Salut.', '**Toi:** Salut. `delay: 900` `if: force lt 1`']]],
	['E113', [['> Une note.', '> Une note. `if: dit`']], [['> Une note.', '> Une note. `if: not dit`']]],
	['E105', [['### Dur', '']]],
	['E106', [['encore en parler.', 'encore en parler.\n\n- [Encore](#dur)']]],
	['E110', [before(end, '## seul `end: mixed`\n### Seul\n\n> Et ?')]],
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
	['E120', [['`once`', '`set: autre = true` `once`']]],
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
	['E123', [['force lt 3', 'force eq dit']], [['force lt 3', 'dit eq (force gte 1)']]],
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
	['E015', [['type="single"', 'type="order"']]],
	['E016', [['Bravo.', 'Bra\uFFFDvo.']]],
	['E016', [['Bravo.', 'Bra\0vo.']]],
	['E017', [['Bravo.', 'Bra\u202Evo.']], [['Bravo.', 'Bra\u2067vo\u2069.']]],
	['E017', [['Bravo.', 'Bra\u2067vo.']]],
	['E115', [pause, ['- [Fin](#bien)', '- [Pause](#pause)\n- [Fin](#bien)']], [['## suite\n', '## suite `checkpoint`\n']]],
	['E130', [['0..4 pass 2', '0..4 pass 3']]],
	[
		'E130',
		[
			['0..4 pass 2', '0..4 pass 3'],
			['`once`', '`once` `score: points 1`']
		],
		[
			['0..4 pass 2', '0..4 pass 3'],
			['`once`', '`once` `score: points 1`'],
			['- [Un pas]', '- [Assez](#dur) `if: dit`\n- [Un pas]']
		]
	],
	['E131', [before('Bravo.', quiz('a', 'x ') + quiz('b', 'x '))], [before('Bravo.', quiz('a', 'x ') + quiz('b', ' x'))]],
	['E131', [['[x] Aider', '[x] Aider Lina'], before('Bravo.', quiz('a', ' x') + quiz('b', 'x '))]],
	[
		'E150',
		[pairOf('- [Oui](#bien)\n- [Non](#bien)'), ...toPair],
		[pairOf('- [Oui](#bien)\n- [Non](#bien)\n  > Pas encore.'), ...toPair]
	],
	[
		'E150',
		[pairOf('- [Oui](#bien)\n- [Non](#bien)'), ...toPair, ['## deux', '## deux `tag: deux`']],
		[pairOf('- [Oui](#bien)\n- [Non](#bien)'), ...toPair, ['## deux', '## deux `tag: instrument, k1, before`']]
	],
	[
		'E152',
		[
			['intensity: 1', 'intensity: 2\nforewarning: Attention.'],
			['Bravo.', 'Bravo.\n\n<Help/>']
		],
		[
			['intensity: 1', 'intensity: 2\nforewarning: Attention.'],
			['Bravo.', 'Bravo.\n\n<Help/>'],
			['faute.', 'faute. [Ici](/help), on t’écoute.']
		]
	],
	[
		'E152',
		[
			['## suite', '## suite `tag: sensitive`'],
			['<Help/>\n\n- [Un', '- [Un']
		],
		[['## suite', '## suite `tag: sensitive`']]
	],
	['E153', [['force + 1, dit = true` `once`', 'force + 1` `once`']]],
	['E154', [['> Tu peux encore en parler.', '']]],
	['E156', [['Bravo.', 'C’est ta faute.']], [['Bravo.', 'Rien n’est de ta faute.']]],
	[
		'E156',
		[['Se taire, cela arrive.', 'Tu aurais dû parler.']],
		[['Se taire, cela arrive.', 'Il dit : « Tu aurais dû parler. »']]
	],
	['E160', [['Bravo.', hard]], [['Bravo.', hard.slice(0, 64)]]],
	[
		'E171',
		[
			['## dur `end: hard`', '## meta `end: hard`'],
			['(#dur)', '(#meta)']
		]
	],
	['E180', [['`4s`', '`180s`']], [['`4s`', '`175s`']]],
	['E180', [['- [Fin](#bien)', `${thirteen}\n- [Fin](#bien)`]]],
	['E180', [['Bravo.', 'a '.repeat(600_000)]]],
	['E180', [['Dans le bus.', 'Dans le bus. '.repeat(600)]]],
	['E018', [['> Une note.', '> > > > > > > > > Une note.']]],
	['E018', [['Une note.', 'Une *note.* '.repeat(600)]], [['Une note.', 'Une *note.* '.repeat(15)]]],
	[
		'E160',
		[['Bravo.', Array.from({ length: 21 }, () => 'a').join(' ')]],
		[['Bravo.', Array.from({ length: 20 }, () => 'a').join(' ')]]
	],
	['E160', [['Bravo.', words(116)]], [['Bravo.', words(115)]]]
];
