import { page, userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { NodeText } from '$lib/content/graph';
import type { PlayEvent } from './play';
import type { Device, PlayerData } from './player';
import Player from './Player.svelte';
import type { ModuleProgress } from './progress';
import { offerResume } from './resume';
import { sampleModule } from './sample-module';
import { samplePlayerData } from './sample-player-data';

const { nodes } = sampleModule;

function open(change: Partial<Device> = {}, dataChange: Partial<PlayerData> = {}) {
	const saved: ModuleProgress[] = [];
	const counted: PlayEvent[] = [];
	const device: Device = {
		saved: null,
		resumed: change.saved && offerResume(sampleModule.graph, change.saved),
		unreadable: false,
		loadNodes: () => Promise.resolve(nodes),
		save: (progress) => saved.push(progress),
		count: (events) => counted.push(...events),
		...change
	};
	const { container } = render(Player, { data: { ...samplePlayerData, ...dataChange }, device });
	return { container, saved, counted };
}

const link = (name: string) => page.getByRole('link', { name });
const heading = (name: string) => page.getByRole('heading', { name, level: 2 });

describe('playing', () => {
	it('goes to an ending: focus on each heading, each scene announced, progress kept, events handed over', async () => {
		const { container, saved, counted } = open();
		await link('J’ouvre le groupe').click();
		await expect.element(heading('Ça chauffe')).toHaveFocus();
		expect(container.querySelector('[aria-live]')).toHaveTextContent('Nouvelle scène : Ça chauffe');
		await link('Je dis stop').click();
		await expect.element(heading('Une question')).toHaveFocus();
		await expect.element(page.getByText('Un mot de quatre lettres.')).toBeVisible();
		await link('J’en parle').click();
		await expect.element(heading('On en parle')).toHaveFocus();
		await expect.element(page.getByText('Une fin · 1 vue sur 2')).toBeVisible();
		await expect.element(page.getByText('Ajouté à ton mémo.')).toBeVisible();
		expect(saved.at(-1)).toMatchObject({
			path: ['chat', 'quiz', 'fin-good'],
			endings: ['fin-good'],
			done: true,
			moduleVersion: 2
		});
		expect(counted.map(({ kind }) => kind)).toEqual(['start', 'choice', 'choice', 'choice', 'end']);
	});

	it('offers only what is available, as links after the words, by keyboard too', async () => {
		const { container } = open();
		const choices = [...container.querySelectorAll('nav a')];
		expect(choices.map(({ textContent }) => textContent?.trim())).toEqual(['J’ouvre le groupe', 'Je ne sais pas']);
		expect(choices[0]!.compareDocumentPosition(container.querySelector('.film')!)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
		(choices[1] as HTMLElement).focus();
		await userEvent.keyboard('{Enter}');
		await expect.element(heading('Une question')).toHaveFocus();
		await expect.element(link('Je me tais')).toBeVisible();
		await expect.element(link('J’en parle')).not.toBeInTheDocument();
	});

	it('takes a step back, replays another choice and shows the endings seen', async () => {
		const { saved } = open();
		await link('Je ne sais pas').click();
		await link('Un pas en arrière').click();
		await expect.element(heading('Dans le bus')).toHaveFocus();
		expect(saved.at(-1)).toMatchObject({ path: [], first: false });
		await link('Je ne sais pas').click();
		await link('Je me tais').click();
		await expect.element(heading('Le silence')).toHaveFocus();
		await link('Essayer un autre choix').click();
		await expect.element(heading('Dans le bus')).toHaveFocus();
		await link('J’ouvre le groupe').click();
		await link('Je dis stop').click();
		await link('J’en parle').click();
		await expect.element(page.getByText('Une fin · 2 vues sur 2')).toBeVisible();
		await expect.element(page.getByText('Le silence')).toBeVisible();
		await link('Recommencer').click();
		await expect.element(heading('Dans le bus')).toHaveFocus();
	});

	it('says when the words could not be loaded, and goes on when they can', async () => {
		let online = false;
		const loadNodes = (): Promise<Record<string, NodeText>> =>
			online ? Promise.resolve(nodes) : Promise.reject(new Error('offline'));
		const { counted } = open({ loadNodes });
		await link('Je ne sais pas').click();
		await expect.element(page.getByText('Pas de réseau.').last()).toBeVisible();
		await expect.element(heading('Dans le bus')).toBeVisible();
		online = true;
		await page.getByRole('button', { name: 'Essayer encore' }).click();
		await expect.element(heading('Une question')).toHaveFocus();
		expect(counted).toHaveLength(2);
	});
});

describe('an earlier play', () => {
	const saved: ModuleProgress = {
		moduleVersion: 1,
		path: ['chat'],
		endings: [],
		done: false,
		first: true,
		counted: ['', 'start']
	};

	it('is offered, never jumped to', async () => {
		const { counted } = open({ saved });
		await expect.element(heading('Dans le bus')).toBeVisible();
		await expect.element(page.getByText('Tu avais commencé cette histoire.')).toBeVisible();
		await page.getByRole('button', { name: 'Reprendre où tu en étais' }).click();
		await expect.element(heading('Ça chauffe')).toHaveFocus();
		await link('Je dis stop').click();
		expect(counted).toMatchObject([{ attempt: 'first', kind: 'choice', node: 'chat' }]);
	});

	it('that no longer fits the story says where it goes on', async () => {
		open({ saved: { ...saved, path: ['quiz', 'gone'] } });
		await expect.element(page.getByText('Cette histoire a changé. On reprend un peu avant.')).toBeVisible();
		await page.getByRole('button', { name: 'Reprendre où tu en étais' }).click();
		await expect.element(heading('Une question')).toHaveFocus();
	});

	it('that can’t be read is said once', async () => {
		open({ unreadable: true });
		await expect.element(page.getByText('On n’a pas pu lire ta progression.')).toBeVisible();
		await page.getByRole('button', { name: 'D’accord' }).click();
		await expect.element(page.getByText('On n’a pas pu lire ta progression.')).not.toBeInTheDocument();
	});

	it('in an address is taken over with its steps', async () => {
		const served = { token: 't', undo: 'u', replay: 'p', restart: 'r', path: ['chat'], endings: [], later: false };
		const { counted } = open({}, { served, nodes: { start: nodes.start!, chat: nodes.chat! } });
		await expect.element(heading('Ça chauffe')).toBeVisible();
		expect(counted.map(({ kind }) => kind)).toEqual(['start', 'choice']);
		await expect.element(link('Je dis stop')).toHaveAttribute('href', '#play?s=t&c=quiz');
	});
});

describe('reading aloud', () => {
	it('is not offered without a voice of the device', async () => {
		open();
		await expect.element(page.getByRole('button', { name: 'Écouter' })).not.toBeInTheDocument();
	});

	it('reads the scene with a local voice only, and stops at the next scene', async () => {
		const local = { lang: 'fr-BE', localService: true, name: 'local' } as SpeechSynthesisVoice;
		const remote = { lang: 'fr-FR', localService: false, name: 'remote' } as SpeechSynthesisVoice;
		vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue([remote, local]);
		vi.stubGlobal(
			'SpeechSynthesisUtterance',
			class {
				constructor(readonly text: string) {}
			}
		);
		const speak = vi.spyOn(speechSynthesis, 'speak').mockImplementation(() => {});
		const cancel = vi.spyOn(speechSynthesis, 'cancel').mockImplementation(() => {});
		open();
		await page.getByRole('button', { name: 'Écouter' }).click();
		expect(speak.mock.calls[0]![0]).toMatchObject({ voice: local, text: expect.stringContaining('Dans le bus') });
		cancel.mockClear();
		await link('Je ne sais pas').click();
		await expect.element(heading('Une question')).toHaveFocus();
		expect(cancel).toHaveBeenCalled();
		vi.restoreAllMocks();
		vi.unstubAllGlobals();
	});
});
