// Every block of a module, in the workshop that holds them all: with JavaScript, without, by keyboard, in Arabic, as a screen reader
// hears it.
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { play } from './plays';
import { expect, test } from './test';
import { words } from './words';

const workshop = 'atelier';
/** The way through all of its scenes but the versions for other ages. */
const way = ['lampe', 'parler-2', 'choisir-2', 'ranger', 'trier', 'avis', 'video', 'fin-aide'];

async function open(page: Page, locale = 'fr', scenes = 0): Promise<void> {
	await page.goto(`/${locale}/modules/${workshop}`);
	await page.locator('[data-ready]').waitFor();
	await play(page, way.slice(0, scenes));
}

const exercise = (page: Page, kind: string) => page.locator(`form[data-exercise="${kind}"]`);
const send = (form: Locator) => form.locator('.foot button').click();
const said = (form: Locator) => form.locator('[data-verdict]:not([hidden])');
const scene = (page: Page) => page.locator('.player h2');

/** Answers each exercise of a scene rightly, as a reader with a pointer would; the same with and without a script. */
const answers: Record<string, (form: Locator) => Promise<void>> = {
	single: (form) => form.locator('[name="o1"][value="2"]').check(),
	multi: async (form) => {
		await form.locator('[name="o1"]').check();
		await form.locator('[name="o2"]').check();
	},
	match: async (form) => {
		for (const id of ['1', '2', '3']) await form.locator(`[name="o${id}"]`).selectOption(id);
	},
	spot: async (form) => {
		await form.locator('[name="o2"]').check();
		await form.locator('[name="o3"]').check();
	},
	sort: async (form) => {
		for (const field of await form.locator('[data-field]').all()) {
			const right = await field.getAttribute('data-right');
			await field.locator(`[value="${right}"]`).check();
		}
	},
	build: async (form) => {
		await form.locator('[name="o1"][value="2"]').check();
		await form.locator('[name="o2"][value="2"]').check();
	},
	poll: (form) => form.locator('[name="o1"][value="1"]').check()
};
const heard: Record<string, string> = {
	single: words('player.quizComplete'),
	multi: words('player.quizComplete'),
	order: words('player.exerciseComplete'),
	match: words('player.exerciseComplete'),
	spot: words('player.exerciseComplete'),
	sort: words('player.exerciseComplete'),
	build: words('player.exerciseBuildHeard'),
	poll: words('player.exercisePollHeard')
};
const kindsOf: [scenes: number, kinds: string[]][] = [
	[3, ['single', 'multi']],
	[4, ['match', 'spot']],
	[5, ['sort', 'build']],
	[6, ['poll']]
];

test.describe('with JavaScript', () => {
	test('a film is taken up where it was left', async ({ page }) => {
		await open(page);
		const track = page.locator('.bar input');
		await page.locator('.bar button.start').click();
		await page.locator('.bar button').first().click();
		await page.locator('.stage .tap').click();
		await expect(track).toHaveValue('2');
		await page.reload();
		await page.locator('[data-ready]').waitFor();
		await expect(track).toHaveValue('2');
		await expect(page.locator('.picture .bubble')).toContainText('On essaie tout');
	});

	test('a scene is read by its recording', async ({ page }) => {
		await page.addInitScript(() => {
			const asked: string[] = [];
			Object.assign(window, { asked });
			window.Audio = class extends Audio {
				constructor(source?: string) {
					super(source);
					asked.push(source ?? '');
				}
			};
		});
		await open(page);
		await page.locator('[data-do="listen"]').click();
		expect(await page.evaluate(() => (window as unknown as { asked: string[] }).asked)).toEqual([
			expect.stringMatching(/^\/media\/atelier\/audio\/fr\/accueil\.mp3\?v=/)
		]);
	});

	test('a switch changes what is there, and keeps the focus', async ({ page }) => {
		await open(page, 'fr', 1);
		await expect(page.getByText('Il fait noir dans la salle.')).toBeVisible();
		const lamp = page.getByRole('switch', { name: 'La lampe' });
		await expect(lamp).toHaveAttribute('aria-checked', 'false');
		await lamp.click();
		await expect(lamp).toHaveAttribute('aria-checked', 'true');
		await expect(lamp).toBeFocused();
		await expect(page.getByText('La lampe est allumée.')).toBeVisible();
		await expect(page.getByText('Il fait noir dans la salle.')).toHaveCount(0);
	});

	test('who says an age reads the version for it', async ({ page }) => {
		await open(page);
		await play(page, ['lampe-14-15-2']);
		await expect(scene(page)).toHaveText('La grande lampe');
	});

	test('a chat shows up line by line, and at once when asked', async ({ page }) => {
		await open(page, 'fr', 2);
		await page.getByRole('button', { name: words('player.showAll') }).click();
		await expect(page.locator('.bubble:not(.coming)')).toHaveCount(3);
		await expect(page.locator('details.stuck')).toBeVisible();
	});

	for (const [scenes, kinds] of kindsOf)
		test(`${kinds.join(', ')}`, async ({ page }) => {
			await open(page, 'fr', scenes);
			for (const kind of kinds) {
				const form = exercise(page, kind);
				await send(form);
				await expect(said(form)).not.toHaveText(heard[kind]!);
				await answers[kind]!(form);
				await send(form);
				await expect(said(form)).toHaveText(heard[kind]!);
			}
			await expect(page).not.toHaveURL(/quiz=/);
		});

	test('what one writes for oneself goes nowhere', async ({ page }) => {
		const sent: string[] = [];
		page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
		await open(page, 'fr', 6);
		await page.locator('.reflect textarea').fill('canari-secret');
		await play(page, ['video']);
		expect(sent.join()).not.toContain('canari');
		expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain('canari');
	});

	test('a video has captions, waits at its stop, and goes on', async ({ page }) => {
		await open(page, 'fr', 7);
		const film = page.locator('video');
		await film.evaluate((video: HTMLVideoElement) => video.play());
		expect(await film.evaluate((video: HTMLVideoElement) => video.muted)).toBe(true);
		await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length)).toBe(3);
		const stop = page.locator('[data-stop]');
		await expect(stop).toBeVisible({ timeout: 10_000 });
		expect(await film.evaluate((video: HTMLVideoElement) => video.paused)).toBe(true);
		await expect(stop.locator('p')).toBeFocused();
		await stop.getByRole('button', { name: words('player.videoGo') }).click();
		await expect(stop).toBeHidden();
		await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(4.2);
	});
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('every block is there, and answers', async ({ page }) => {
		await page.goto(`/fr/modules/${workshop}`);
		await expect(page.locator('noscript .strip li, .strip li').first()).toBeVisible();
		await expect(page.locator('audio')).toHaveAttribute('src', /accueil\.mp3/);
		const go = (choice: string) => page.locator(`[data-choice="${choice}"]`).click();
		await go('lampe');
		await page.getByRole('switch', { name: 'La lampe' }).click();
		await expect(page.getByText('La lampe est allumée.')).toBeVisible();
		await go('parler');
		await expect(page.locator('.bubble')).toHaveCount(4);
		await go('choisir-2');
		for (const [scenes, kinds] of kindsOf) {
			for (const kind of kinds) {
				await answers[kind]!(exercise(page, kind));
				await send(exercise(page, kind));
				await expect(said(exercise(page, kind))).toHaveText(heard[kind]!);
			}
			if (scenes === 4) {
				const form = exercise(page, 'order');
				for (const field of await form.locator('[data-field]').all())
					await field.locator('input').fill((await field.getAttribute('data-right')) ?? '');
				await send(form);
				await expect(said(exercise(page, 'order'))).toHaveText(heard.order!);
			}
			await go(way[scenes]!);
		}
		await expect(page.locator('video track')).toHaveAttribute('src', /\/captions\/video-video1\.vtt\?v=/);
		await page.getByText(words('player.transcript')).click();
		await expect(page.locator('.transcript li')).toHaveCount(3);
		await go('fin-aide');
		await expect(page.getByText('Et maintenant')).toBeVisible();
	});
});

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

test.describe('in Arabic', () => {
	test.use({ viewport: { width: 320, height: 640 } });

	test('every block reads from the right, fits, and answers', async ({ page }) => {
		await open(page, 'ar');
		for (const [step, choice] of way.entries()) {
			await expect(scene(page)).toContainText(/[\u0600-\u06ff]/);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
			for (const kind of kindsOf.find(([scenes]) => scenes === step)?.[1] ?? []) {
				const form = exercise(page, kind);
				await answers[kind]!(form);
				await send(form);
				await expect(said(form)).toHaveText(/[\u0600-\u06ff]/);
			}
			await play(page, [choice]);
		}
		await page.goto(`/ar/modules/${workshop}`);
		await page.locator('[data-ready]').waitFor();
		await page.locator('.bar button.start').click();
		await page.keyboard.press('ArrowLeft');
		await expect(page.locator('.bar input')).toHaveValue('2');
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
			/paragraph: Il fait noir/,
			/img "Une salle/,
			/switch "La lampe"/
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
				test.setTimeout(180_000);
				await open(page, locale);
				for (const [step, choice] of way.entries()) {
					await page.waitForTimeout(300);
					expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
					const kinds = kindsOf.find(([scenes]) => scenes === step)?.[1] ?? [];
					for (const kind of kinds) {
						await answers[kind]!(exercise(page, kind));
						await send(exercise(page, kind));
					}
					if (kinds.length > 0)
						expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual(
							[]
						);
					await play(page, [choice]);
				}
			});
		});
