// Every block by keyboard alone, as a screen reader hears it, and with axe.
import type { Page } from '@playwright/test';
import { findViolations } from './axe';
import { play } from './plays';
import { expect, test } from './test';
import { words } from './words';
import { answers, exercise, heard, kindsOf, open, said, send, way } from './workshop';

test.describe('by keyboard', () => {
	const tabTo = async (page: Page, selector: string) => {
		for (let presses = 0; presses < 60; presses++) {
			if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`Tab never reaches ${selector}`);
	};
	const press = async (page: Page, selector: string, ...keys: string[]) => {
		await tabTo(page, selector);
		for (const key of keys) await page.keyboard.press(key);
	};

	test('every block can be worked', async ({ page }) => {
		await open(page);
		await press(page, '.bar button', 'Enter');
		await expect(page.getByRole('button', { name: words('player.pause') })).toBeVisible();
		await press(page, '[data-choice="lampe"]', 'Enter');
		await press(page, '[role="switch"]', 'Enter');
		await expect(page.getByRole('switch')).toHaveAttribute('aria-checked', 'true');
		await press(page, '[data-choice="parler"]', 'Enter');
		await press(page, '[data-choice="choisir-2"]', 'Enter');
		await press(page, '[data-exercise="single"] [value="1"]', 'ArrowDown');
		await press(page, '[data-exercise="single"] .foot button', 'Enter');
		await expect(said(exercise(page, 'single'))).toHaveText(heard.single!);
		await press(page, '[data-exercise="multi"] [name="o1"]', 'Space', 'Tab', 'Space');
		await press(page, '[data-exercise="multi"] .foot button', 'Enter');
		await expect(said(exercise(page, 'multi'))).toHaveText(heard.multi!);
		await press(page, '[data-choice="ranger"]', 'Enter');
		for (let moves = 0; moves < 3; moves++) {
			const order = await exercise(page, 'order')
				.locator('[data-field]')
				.evaluateAll((fields) => fields.map((field) => Number((field as HTMLElement).dataset.right)));
			const late = order.findIndex((right, index) => right < (order[index - 1] ?? 0));
			if (late < 0) break;
			await page.locator(`[data-exercise="order"] [data-field]:nth-child(${late + 1}) [data-move="up"]`).focus();
			await page.keyboard.press('Enter');
		}
		await press(page, '[data-exercise="order"] .foot button', 'Enter');
		await expect(said(exercise(page, 'order'))).toHaveText(heard.order!);
		for (const id of ['1', '2', '3']) {
			await tabTo(page, `[data-exercise="match"] [name="o${id}"]`);
			const select = page.locator(`[data-exercise="match"] [name="o${id}"]`);
			for (let option = 0; option < 3 && (await select.inputValue()) !== id; option++) await page.keyboard.press('ArrowDown');
		}
		await press(page, '[data-exercise="match"] .foot button', 'Enter');
		await expect(said(exercise(page, 'match'))).toHaveText(heard.match!);
		await press(page, '[data-exercise="spot"] [name="o2"]', 'Space', 'Tab', 'Space');
		await press(page, '[data-exercise="spot"] .foot button', 'Enter');
		await expect(said(exercise(page, 'spot'))).toHaveText(heard.spot!);
		await press(page, '[data-choice="trier"]', 'Enter');
		await press(page, '[data-exercise="build"] [name="o1"]', 'Space');
		await press(page, '[data-exercise="build"] [name="o2"]', 'Space');
		await press(page, '[data-exercise="build"] .foot button', 'Enter');
		await expect(said(exercise(page, 'build'))).toHaveText(heard.build!);
		await press(page, '[data-choice="avis"]', 'Enter');
		await press(page, '[data-exercise="poll"] [name="o1"]', 'Space');
		await press(page, '[data-exercise="poll"] .foot button', 'Enter');
		await expect(said(exercise(page, 'poll'))).toHaveText(heard.poll!);
		await press(page, '.reflect textarea', 'a');
		await press(page, '[data-choice="video"]', 'Enter');
		await press(page, 'video', 'Space');
		await expect.poll(() => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused)).toBe(false);
		await expect(page.locator('[data-stop] p')).toBeFocused({ timeout: 10_000 });
		await press(page, '[data-go]', 'Enter');
		await press(page, '[data-choice="fin-aide"]', 'Enter');
		await expect(page.locator('[data-do="restart"]')).toBeVisible();
	});
});

test('a screen reader hears each scene in order: title, blocks, choices', async ({ page }) => {
	await open(page);
	const order: [role: string, ...inside: RegExp[]][] = [
		['heading "Bienvenue à l’atelier"', /region "Film"/, /paragraph: Ici, rien ne compte/, /navigation/],
		[
			'heading "La lampe"',
			/paragraph: Voici un bouton/,
			/list:/,
			/switch "La lampe"/,
			/paragraph: Il fait noir/,
			/img "Une salle/,
			/navigation/
		],
		['heading "On se parle"', /Tu viens à la fête/, /J’arrive/, /navigation/],
		['heading "Des questions"', /group "Une seule/, /radio/, /button/, /status/, /group "Et là/, /checkbox/, /navigation/],
		[
			'heading "Ranger, relier"',
			/group "Dans quel ordre/,
			/group "Qui fait quoi/,
			/combobox/,
			/group "Que trouves/,
			/navigation/
		],
		['heading "Trier, dire"', /group "Tu gardes/, /radiogroup "Une menace"/, /group "Comment commencer/, /navigation/],
		['heading "Ton avis"', /group "Quel bloc/, /textbox/, /navigation/],
		['heading "Une vraie vidéo"', /region "Film"/, /Lire le texte du film/, /navigation/]
	];
	for (const [step, parts] of order.entries()) {
		const heard = await page.locator('.player .node').ariaSnapshot();
		let from = 0;
		for (const part of parts) {
			const pattern = typeof part === 'string' ? new RegExp(part) : part;
			const at = heard.slice(from).search(pattern);
			expect(at, `${part} comes after what stands before it in:\n${heard}`).toBeGreaterThanOrEqual(0);
			from += at + 1;
		}
		await play(page, [way[step]!]);
	}
});

for (const locale of ['fr', 'ar'])
	for (const colorScheme of ['light', 'dark'] as const)
		test.describe(`axe, ${locale}, ${colorScheme}`, () => {
			test.use({ colorScheme });
			test('finds nothing in any scene, answered or not', async ({ page }) => {
				await open(page, locale);
				for (const [step, choice] of way.entries()) {
					expect(await findViolations(page), choice).toEqual([]);
					const kinds = kindsOf.find(([scenes]) => scenes === step)?.[1] ?? [];
					for (const kind of kinds) {
						await answers[kind]!(exercise(page, kind));
						await send(exercise(page, kind));
					}
					if (kinds.length > 0) expect(await findViolations(page), `${choice}, answered`).toEqual([]);
					await play(page, [choice]);
				}
			});
		});
