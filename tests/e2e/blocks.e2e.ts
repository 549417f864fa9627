// Every block of a module, in the workshop that holds them all: with JavaScript, without, in Arabic.
import { play } from './plays';
import { expect, test } from './test';
import { words } from './words';
import { answers, exercise, heard, kindsOf, open, said, scene, send, way, workshop } from './workshop';

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
