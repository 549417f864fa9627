// A small module for tests: a film, a chat, a loop, a quiz, a condition, a checkpoint and two endings.
import type { CompiledModule, Graph, Shot } from '$lib/content/graph';

export const sampleGraph: Graph = {
	id: 'sample',
	version: 2,
	start: 'start',
	vars: { brave: { type: 'bool', start: false } },
	scores: {},
	nodes: {
		start: {
			choices: [
				{ id: 'chat', to: 'chat' },
				{ id: 'quiz', to: 'quiz' }
			]
		},
		chat: {
			choices: [
				{ id: 'start', to: 'start' },
				{ id: 'quiz', to: 'quiz', set: [{ name: 'brave', to: { op: 'value', value: true } }] }
			]
		},
		quiz: {
			checkpoint: true,
			choices: [
				{ id: 'fin-good', to: 'fin-good', if: { op: 'var', name: 'brave' } },
				{ id: 'fin-hard', to: 'fin-hard' }
			]
		},
		'fin-good': { end: 'good', choices: [] },
		'fin-hard': { end: 'hard', choices: [] }
	}
};

const shots: Shot[] = [
	{ seconds: 2, place: 'bus', frame: 'wide', cast: [{ who: 'lina', mood: 'happy' }], line: 'Lundi.' },
	{
		seconds: 2,
		place: 'bus',
		frame: 'two-shot',
		cast: [
			{ who: 'lina', mood: 'worried' },
			{ who: 'sam', mood: 'neutral' }
		],
		speaker: 'lina',
		label: 'Lina',
		line: 'Tu as <strong>vu</strong> ?'
	},
	{ seconds: 2, place: 'bus', frame: 'phone', cast: [], label: 'Le groupe', line: 'Regardez !' }
];

export const sampleModule: CompiledModule = {
	summary: {
		id: 'sample',
		slug: 'sample',
		version: 2,
		kind: 'chat',
		title: 'Un exemple',
		summary: 'Pour les tests.',
		ages: ['12-13'],
		minutes: 5,
		intensity: 1,
		memo: 'J’en parle.',
		picture: { place: 'bus', cast: [{ who: 'lina', mood: 'worried' }] },
		reviewed: [],
		sources: [],
		translated: 1,
		nativeReview: true
	},
	graph: sampleGraph,
	nodes: {
		start: {
			title: 'Dans le bus',
			blocks: [{ type: 'film', shots }],
			choices: { chat: { label: 'J’ouvre le groupe' }, quiz: { label: 'Je ne sais pas', soft: true } }
		},
		chat: {
			title: 'Ça chauffe',
			blocks: [
				{
					type: 'chat',
					lines: [
						{ who: 'sam', name: 'Sam', html: 'Salut' },
						{ who: 'moi', name: 'Toi', html: 'Stop', me: true },
						{ who: 'cousin', name: 'Mon cousin', html: 'Oh' }
					]
				}
			],
			choices: {
				start: { label: 'Je retourne dans le bus' },
				quiz: { label: 'Je dis stop', explanation: 'Un mot de <em>quatre</em> lettres.' }
			}
		},
		quiz: {
			title: 'Une question',
			blocks: [
				{ type: 'prose', html: '<p>Réfléchis.</p>' },
				{
					type: 'exercise',
					kind: 'single',
					id: 'qui',
					question: 'Qui aide ?',
					fields: [
						{
							id: '1',
							html: '',
							right: '2',
							options: [
								{ id: '1', html: 'Personne', why: 'Si, des gens aident.' },
								{ id: '2', html: 'Une adulte', why: 'Elle écoute.' }
							]
						}
					]
				}
			],
			choices: { 'fin-good': { label: 'J’en parle' }, 'fin-hard': { label: 'Je me tais' } }
		},
		'fin-good': { title: 'On en parle', blocks: [{ type: 'prose', html: '<p>Merci.</p>' }, { type: 'help' }], choices: {} },
		'fin-hard': { title: 'Le silence', blocks: [{ type: 'note', html: '<p>Il n’est pas trop tard.</p>' }], choices: {} }
	}
};
