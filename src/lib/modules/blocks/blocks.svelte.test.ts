import { cdp, page, userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { ChatLine, NodeText } from '$lib/content/graph';
import type { Device } from '../player';
import '../../../styles/base.css';
import '../../../styles/tokens.css';
import Player from '../Player.svelte';
import { sampleGraph, sampleModule } from '../sample-module';
import { samplePlayerData } from '../sample-player-data';

const { nodes } = sampleModule;
const device: Device = { saved: null, unreadable: false, loadNodes: () => Promise.resolve(nodes), save() {}, count() {} };
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** Opens the Player with this node as its start, so that its blocks have all that they have in a page. */
function openAt(start: string, withDevice = true) {
	const data = { ...samplePlayerData, graph: { ...sampleGraph, start }, nodes: { [start]: nodes[start]! } };
	return render(Player, { data, device: withDevice ? device : undefined });
}

async function preferReducedMotion(value: 'reduce' | ''): Promise<void> {
	await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
}

describe('a film', () => {
	const track = page.getByRole('slider', { name: 'Avancer dans le film' });
	afterEach(() => preferReducedMotion(''));

	it('waits for the reader, plays to its end, and can be seen again', async () => {
		openAt('start');
		await expect.element(track).toHaveAttribute('aria-valuetext', 'Image 1 sur 3');
		await button('Lire le film').last().click();
		await expect.element(button('Pause')).toBeVisible();
		await expect.element(track).toHaveAttribute('aria-valuetext', 'Image 2 sur 3');
		await expect.element(page.getByText('Regardez !').first(), { timeout: 4000 }).toBeVisible();
		await button('Revoir le film').click();
		await expect.element(track).toHaveAttribute('aria-valuetext', 'Image 1 sur 3');
	});

	it('goes on by a tap, and back and forth by the track and by arrows', async () => {
		openAt('start');
		await button('Lire le film').first().click();
		await button('Pause').click();
		await button('Image suivante').click();
		await expect.element(track).toHaveValue('2');
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(track).toHaveValue('3');
		await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
		await expect.element(track).toHaveValue('1');
		(track.element() as HTMLElement).focus();
		await userEvent.keyboard('{End}');
		await expect.element(track).toHaveAttribute('aria-valuetext', 'Image 3 sur 3');
	});

	it('starts and pauses by the space bar', async () => {
		openAt('start');
		(button('Lire le film').first().element() as HTMLElement).focus();
		await userEvent.keyboard(' ');
		await expect.element(button('Pause')).toBeVisible();
		await userEvent.keyboard(' ');
		await expect.element(button('Lire le film')).toBeVisible();
	});

	it('tells each line to a screen reader, and all of them in a transcript', async () => {
		const { container } = openAt('start');
		expect(container.querySelector('.picture')).toHaveAttribute('aria-live', 'polite');
		await page.getByText('Lire le texte du film').click();
		const lines = [...container.querySelectorAll('.transcript li')].map(({ textContent }) =>
			textContent?.replace(/\s+/g, ' ').trim()
		);
		expect(lines).toEqual(['Lundi.', 'Lina Tu as vu ?', 'Le groupe Regardez !']);
	});

	it('shows all its pictures when asked', async () => {
		const { container } = openAt('start');
		await button('Voir toutes les images').click();
		expect(container.querySelectorAll('.strip .shot')).toHaveLength(3);
		await button('Voir le film').click();
		await expect.element(track).toBeVisible();
	});

	it('is still from the start for readers who want less motion', async () => {
		await preferReducedMotion('reduce');
		const { container } = openAt('start');
		await expect.element(button('Voir le film')).toBeVisible();
		expect(container.querySelectorAll('.strip .shot')).toHaveLength(3);
	});
});

describe('a chat', () => {
	it('shows up line by line after a tap, all of it in the document, and at once when asked', async () => {
		const { container } = openAt('start');
		await page.getByRole('link', { name: 'J’ouvre le groupe' }).click();
		const bubbles = () => [...container.querySelectorAll('.bubble')];
		await expect.poll(bubbles).toHaveLength(3);
		expect(container.querySelectorAll('.coming').length).toBeGreaterThan(0);
		const nav = container.querySelector('nav')!;
		const before = nav.offsetTop;
		await button('Tout montrer').click();
		expect(container.querySelectorAll('.coming')).toHaveLength(0);
		expect(nav.offsetTop).toBe(before);
	});

	it('waits for a bubble as long as its author says', async () => {
		const [first, second, third] = (nodes.chat!.blocks[0] as { lines: ChatLine[] }).lines;
		const lines = [first!, { ...second!, delay: 100 }, { ...third!, delay: 9_999 }];
		const chat: NodeText = { ...nodes.chat!, blocks: [{ type: 'chat', lines }] };
		const { container } = render(Player, {
			data: { ...samplePlayerData, nodes: { start: nodes.start!, chat } },
			device: { ...device, loadNodes: () => Promise.resolve({ ...nodes, chat }) }
		});
		await page.getByRole('link', { name: 'J’ouvre le groupe' }).click();
		await expect.poll(() => container.querySelectorAll('.coming').length, { timeout: 500 }).toBe(1);
		await new Promise((resolve) => setTimeout(resolve, 1_200));
		expect(container.querySelectorAll('.coming')).toHaveLength(1);
	});

	it('is whole where the page opens with it, and without a script', () => {
		expect(openAt('chat').container.querySelectorAll('.coming')).toHaveLength(0);
		expect(openAt('chat', false).container.querySelectorAll('.coming')).toHaveLength(0);
	});
});
