// For tests: changes of the sample that spoil how it is written (E0xx), and near misses that don't.

export type Change = [before: string, after: string];
/** A code, the changes of the sample that earn it, and changes that come near and pass. */
export type Fault = [code: string, bad: Change[], passes?: Change[]];

/** A change that puts some text, and an empty line, before another. */
export const before = (anchor: string, text: string): Change => [anchor, `${text}\n\n${anchor}`];

const include = (name: string) => `<Include file="../parts/${name}.svx"/>`;
const video = (
	attributes = 'src="media/film.webm"',
	cues = '1. `0:00-0:02` **Lina:** Salut !\n2. `0:02-0:03.5 stop` Le bus part.'
) => `<Video ${attributes}>\n\n${cues}\n\n</Video>`;

export const faultsOfForm: Fault[] = [
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
	[
		'E002',
		[['intensity: 1', 'intensity: 2']],
		[
			['intensity: 1', 'intensity: 2\nforewarning: On parle de moqueries.'],
			['Bravo.', 'Bravo.\n\n<Help/>'],
			['Ce n’est pas', '<Help/>\n\nCe n’est pas']
		]
	],
	['E003', [['`risky`', '`risky` `delay: 3`']]],
	['E003', [['`checkpoint`', '`begin`']]],
	['E004', [['`if: dit`', '`if: dit >= 2`']]],
	['E004', [['`end: good`', '`end: great`']]],
	['E004', [['`score: points 2`', '`score: points 2` `score: points`']]],
	['E004', [['`once`', '`once` `set: 3 = force`']]],
	['E004', [['`once`', '`once` `set: force +`']]],
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
	['E007', [['type="single"', 'type="riddle"']], [['type="single"', 'type="multi"']]],
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
	['E145', [before('Bravo.', '# Un titre')]],
	['E145', [before('Bravo.', '### Encore un titre')], [before('Bravo.', '**Pas un titre**')]],
	['E008', [['Un texte', 'Un {texte}']], [['Un texte', 'Un (texte)']]],
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
	['E141', [['Dans le bus.', '']]],
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
	['E007', [before('Bravo.', video('src="film.webm"'))], [before('Bravo.', video())]],
	['E019', [before('Bravo.', include('rond'))], [before('Bravo.', include('pause'))]],
	['E019', [before('Bravo.', include('absent'))]],
	['E019', [before('Bravo.', include('noeud'))]],
	['E019', [before('Bravo.', '<Include file="../autre/module.svx"/>')]],
	['E006', [before('Bravo.', '<Include src="../parts/pause.svx"/>')]],
	['E008', [before('Bravo.', include('faux'))]],
	['E142', [before('Bravo.', '<Video src="media/film.webm">\n\n</Video>')]],
	['E142', [before('Bravo.', video(undefined, '1. **Lina:** Salut !'))]],
	['E142', [before('Bravo.', video(undefined, '1. `0:00-0:02`'))]],
	[
		'E142',
		[before('Bravo.', video(undefined, '1. `0:02-0:01` Un bus.'))],
		[before('Bravo.', video(undefined, '1. `0:01-0:02` Un bus.'))]
	],
	['E142', [before('Bravo.', video(undefined, '1. `0:00-0:02` Un bus.\n2. `0:01-0:03` Encore.'))]],
	['E146', [before('Bravo.', video('src="media/absent.webm"'))]],
	['E180', [before('Bravo.', video('src="media/long.webm"'))]],
	['E013', [['- [Fin](#bien)', '- Fin']]],
	['E013', [['- [Fin](#bien)', '- [](#bien)']]],
	['E013', [['- [Fin](#bien)', '- [Fin](#bien) vite']]],
	['E013', [['cela arrive.', 'cela arrive.\n\n  Encore']]],
	['E014', [['  > Se taire, cela arrive.', '  > Se taire, cela arrive.\n\nTrop tard.']]]
];
