// Every module on offer, played to two endings in every language on a phone: the words of that language, all the pictures, no
// scrolling sideways, and films whose transcript says every line.
import type { Page } from '@playwright/test';
import { listModuleFiles } from './module-files';
import type { NodeText } from '../../src/lib/content/graph';
import { locales } from '../../src/lib/i18n/locales';
import { choose, listEndings, startPlay } from '../../src/lib/modules/engine';
import type { PlayerData } from '../../src/lib/modules/player';
import { listShortestPlays, play } from './plays';
import { expect, test } from './test';

for (const slug of listModuleFiles()) {
	for (const { id: locale, dir } of locales) {
		test(`${slug} in ${locale}, to two endings`, async ({ page }) => {
			test.setTimeout(180_000);
			await page.goto(`/${locale}/modules/${slug}`);
			const data = JSON.parse((await page.locator('#player-props').textContent()) ?? '') as PlayerData;
			const texts = (await (await page.request.get(data.urls.nodes)).json()) as Record<string, NodeText>;
			const drawn = new Set<string>();
			const plays = listShortestPlays(data.graph).slice(-2);
			expect(plays).toHaveLength(2);
			for (const [index, { path }] of plays.entries()) {
				await page.evaluate(() => localStorage.clear());
				await page.reload();
				await page.locator('[data-ready]').waitFor();
				let state = startPlay(data.graph);
				for (const choice of path) {
					await expectScene(page, locale, dir, texts[state.node]!, drawn);
					await play(page, [choice]);
					const step = choose(data.graph, state, choice);
					if (!step.ok) throw new Error(`${choice} was refused: ${step.reason}`);
					({ state } = step);
				}
				await expectScene(page, locale, dir, texts[state.node]!, drawn);
				await expect(page.locator('[data-do="restart"]')).toBeVisible();
				const endings = listEndings(data.graph, state.vars).length;
				await expect(page.locator('.endings li'), `play ${index + 1}`).toHaveCount(endings);
				await expect(page.locator('.endings li.known')).toHaveCount(1);
			}
		});
	}
}

async function expectScene(page: Page, locale: string, dir: string, text: NodeText, drawn: Set<string>): Promise<void> {
	const heading = page.locator('.player h2');
	await expect(heading).toHaveText(text.title);
	const seen = await page.evaluate(() => ({
		lang: document.documentElement.lang,
		dir: document.documentElement.dir,
		other: document.querySelector('.player [lang]')?.getAttribute('lang') ?? null,
		width: document.documentElement.scrollWidth,
		pictures: [...document.querySelectorAll('main use')].map((use) => (use as SVGUseElement).href.baseVal),
		broken: [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src),
		empty: [...document.querySelectorAll('main .shot, main .scene')].filter(
			// The picture of the start is put away once a play has begun.
			(part) => part.getClientRects().length > 0 && part.clientHeight === 0
		).length,
		transcripts: [...document.querySelectorAll('.transcript')].map((list) =>
			[...list.querySelectorAll('li')].map((line) => line.textContent!.replace(/\s+/g, ' ').trim())
		)
	}));
	const where = `${page.url()}: ${text.title}`;
	expect(seen, where).toMatchObject({ lang: locale, dir, other: null, broken: [], empty: 0 });
	expect(text.untranslated ?? false, where).toBe(false);
	expect(seen.width, where).toBeLessThanOrEqual(360);
	if (locale === 'ar') expect(text.title, where).toMatch(/[\u0600-\u06ff]/);
	for (const address of seen.pictures.filter((address) => !drawn.has(address))) {
		const [file = '', symbol = ''] = address.split('#');
		const answer = await page.request.get(file);
		expect(answer.status(), address).toBe(200);
		expect(await answer.text(), address).toContain(`id="${symbol}"`);
		drawn.add(address);
	}
	const films = text.blocks.flatMap((block) => (block.type === 'film' && !block.if ? [block.shots] : []));
	const told = films.map((shots) => shots.map(({ label = '', line }) => plain(`${label} ${line}`)));
	expect(seen.transcripts, where).toEqual(told);
}

/** The words of inline HTML, as a browser shows them. */
function plain(html: string): string {
	const references: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
	return html
		.replace(/<[^>]+>/g, '')
		.replace(/&(#?\w+);/g, (whole, name: string) => references[name] ?? whole)
		.replace(/\s+/g, ' ')
		.trim();
}
