// Exercises as they come in a page, with their script: each kind by mouse or keyboard.
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Exercise as ExerciseBlock } from '$lib/content/graph';
import { createTranslator } from '$lib/i18n/translator';
import player from '$messages/fr/player.json';
import '../../../styles/base.css';
import '../../../styles/tokens.css';
import '../blocks-island';
import Exercise from './Exercise.svelte';
import './blocks.css';

const t = createTranslator('fr', { player });
const options = (...words: string[]) => words.map((html, index) => ({ id: String(index + 1), html }));
const remarked = (...words: string[]) => options(...words).map((option) => ({ ...option, why: `Remarque ${option.html}` }));
const field = (id: string, html: string, right: string, own: ExerciseBlock['fields'][number]['options'] = []) => ({
	id,
	html,
	right,
	why: `Pourquoi ${html}`,
	options: own
});

const fields: Record<ExerciseBlock['kind'], ExerciseBlock['fields']> = {
	single: [{ id: '1', html: '', right: '2', options: remarked('Personne', 'Une adulte') }],
	multi: [field('1', 'Écouter', 'yes'), field('2', 'Rire', ''), field('3', 'En parler', 'yes')],
	order: [field('2', 'parler', '2'), field('3', 'bloquer', '3'), field('1', 'respirer', '1')],
	match: [field('1', 'école', '1', options('taire', 'écouter')), field('2', 'ami', '2', options('taire', 'écouter'))],
	spot: [field('1', 'salut', ''), field('2', 'secret', 'yes'), field('3', 'vite', 'yes')],
	sort: [field('1', 'menace', '2', options('garder', 'dire')), field('2', 'prénom', '1', options('garder', 'dire'))],
	build: [
		{ id: '1', html: 'Début', options: remarked('Salut', 'Écoute') },
		{ id: '2', html: 'Suite', options: remarked('je suis là', 'on parle ?') }
	],
	poll: [{ id: '1', html: '', options: remarked('Oui', 'Non') }],
	reflect: []
};

function open(kind: ExerciseBlock['kind'], answers?: string[]) {
	const block: ExerciseBlock = { type: 'exercise', kind, id: kind, question: 'La question ?', fields: fields[kind] };
	return render(Exercise, { block, t, action: '#play', answers }).container;
}

const answer = () => page.getByRole('button', { name: 'Je réponds' }).click();
const said = (container: Element) => container.querySelector<HTMLElement>('[role=status]')!.innerText.trim();
const whys = (container: Element) =>
	[...container.querySelectorAll<HTMLElement>('[data-explains], [data-remark]')]
		.filter(({ offsetParent }) => offsetParent)
		.map(({ innerText }) => innerText);

beforeEach(() => {
	document.documentElement.dir = 'ltr';
});

describe('a question with one right answer', () => {
	it('explains what was picked, never grades, and lets one try again', async () => {
		const container = open('single');
		await answer();
		expect(said(container)).toBe('Choisis d’abord une réponse.');
		await page.getByLabelText('Personne').click();
		await answer();
		expect(said(container)).toBe('Tu peux essayer encore.');
		expect(whys(container)).toEqual([expect.stringContaining('Remarque Personne')]);
		await page.getByLabelText('Une adulte').click();
		await answer();
		expect(said(container)).toBe('C’est ça. Lis aussi les autres réponses.');
		expect(whys(container)).toHaveLength(2);
	});

	it('shows the same when the server answered', () => {
		const container = open('single', ['1']);
		expect(said(container)).toBe('Tu peux essayer encore.');
		expect(whys(container)).toEqual([expect.stringContaining('Pas tout à fait.')]);
	});
});

describe('a question with several right answers', () => {
	it('says how it stands, box by box', async () => {
		const container = open('multi');
		await page.getByLabelText('Écouter').click();
		await answer();
		expect(said(container)).toBe(t('player.exerciseMore'));
		expect(whys(container)).toEqual(['Pourquoi Écouter']);
		await page.getByLabelText('En parler').click();
		await answer();
		expect(said(container)).toBe('C’est ça. Lis aussi les autres réponses.');
		expect(whys(container)).toHaveLength(3);
	});
});

describe('putting in order', () => {
	it('works by keyboard, the focus staying on the button, each move told', async () => {
		const container = open('order');
		const words = () => [...container.querySelectorAll<HTMLElement>('[data-words]')].map(({ innerText }) => innerText);
		await answer();
		expect(said(container)).toBe('Tu peux essayer encore.');
		const up = container.querySelectorAll<HTMLElement>('[data-move=up]')[2]!;
		up.focus();
		await userEvent.keyboard('{Enter}');
		expect(document.activeElement).toBe(up);
		expect(container.querySelector('[data-moved]')).toHaveTextContent('respirer : place 2 sur 3');
		await userEvent.keyboard(' ');
		expect(words()).toEqual(['respirer', 'parler', 'bloquer']);
		await userEvent.keyboard('{Enter}');
		expect(words()).toEqual(['respirer', 'parler', 'bloquer']);
		await answer();
		expect(said(container)).toBe('C’est ça.');
		expect(whys(container)).toEqual(['Pourquoi respirer', 'Pourquoi parler', 'Pourquoi bloquer']);
	});
});

describe('matching', () => {
	it('asks for every pair, explains the right ones, lets the others be tried again', async () => {
		const container = open('match');
		await answer();
		expect(said(container)).toBe('Il manque encore une réponse.');
		await page.getByLabelText('école').selectOptions('taire');
		await page.getByLabelText('ami').selectOptions('taire');
		await answer();
		expect(said(container)).toBe('Tu peux essayer encore.');
		expect(whys(container)).toEqual(['Pourquoi école']);
		await page.getByLabelText('ami').selectOptions('écouter');
		await answer();
		expect(said(container)).toBe('C’est ça.');
	});
});

describe('spotting', () => {
	it('says how far one is, and explains what was ticked', async () => {
		const container = open('spot');
		await page.getByLabelText('secret').click();
		await answer();
		expect(said(container)).toBe('Bien vu. Il en reste à trouver.');
		expect(whys(container)).toEqual(['Pourquoi secret']);
		await page.getByLabelText('salut').click();
		await answer();
		expect(said(container)).toBe('Tu peux essayer encore.');
		await page.getByLabelText('salut').click();
		await page.getByLabelText('vite').click();
		await answer();
		expect(said(container)).toBe('C’est ça.');
		expect(whys(container)).toHaveLength(3);
	});
});

describe('sorting', () => {
	it('has a group of piles for each card, by keyboard', async () => {
		const container = open('sort');
		const groups = page.getByRole('radiogroup');
		expect(groups.elements()).toHaveLength(2);
		await groups.getByLabelText('dire').first().click();
		container.querySelector<HTMLElement>('[name=o2]')!.focus();
		await userEvent.keyboard(' ');
		await answer();
		expect(said(container)).toBe('C’est ça.');
	});
});

describe('building a sentence', () => {
	it('puts it together as parts are chosen, and has a kind word for each', async () => {
		const container = open('build');
		const sentence = container.querySelector<HTMLElement>('[data-sentence]')!;
		expect(sentence).not.toBeVisible();
		await page.getByLabelText('Salut').click();
		await page.getByLabelText('je suis là').click();
		expect(sentence).toHaveTextContent('Salut je suis là');
		await answer();
		expect(whys(container)).toEqual(['Remarque Salut', 'Remarque je suis là']);
		await page.getByLabelText('Écoute').click();
		expect(sentence).toHaveTextContent('Écoute je suis là');
	});
});

describe('an opinion', () => {
	it('is heard, not judged', async () => {
		const container = open('poll');
		await page.getByLabelText('Non').click();
		await answer();
		expect(said(container)).toBe('Et ton groupe, que dirait-il\u202f?');
		expect(whys(container)).toEqual(['Remarque Non']);
		expect(container.textContent).not.toMatch(/\d+ ?%/);
	});
});

describe('a thought', () => {
	it('can’t leave the device: no name, no form', () => {
		const area = open('reflect').querySelector('textarea')!;
		expect(area.form).toBeNull();
		expect(area.name).toBe('');
		expect(area.autocomplete).toBe('off');
	});
});

describe('without a script', () => {
	it.each<[ExerciseBlock['kind'], string[], string, number]>([
		['order', ['2', '3', '1'], 'C’est ça.', 3],
		['match', ['1', ''], 'Il manque encore une réponse.', 0],
		['match', ['1', '1'], 'Tu peux essayer encore.', 1],
		['spot', ['', 'yes', ''], 'Bien vu. Il en reste à trouver.', 1],
		['sort', ['2', '1'], 'C’est ça.', 2],
		['build', ['1', '2'], 'Voilà ta phrase. Essaie-la à voix haute.', 2],
		['poll', ['1'], 'Et ton groupe, que dirait-il\u202f?', 1]
	])('%s answered by %j is answered in the page', (kind, answers, words, explained) => {
		const container = open(kind, answers);
		expect(said(container)).toBe(words);
		expect(whys(container)).toHaveLength(explained);
		const sent = new FormData(container.querySelector('form')!);
		expect(fields[kind].map(({ id }) => sent.get(`o${id}`) ?? '')).toEqual(answers);
	});
});
