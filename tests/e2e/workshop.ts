// The workshop (content/modules/atelier) holds every block: how to walk through it, and how to answer each of its exercises rightly.
import type { Locator, Page } from '@playwright/test';
import { play } from './plays';
import { words } from './words';

export const workshop = 'atelier';
/** The way through all of its scenes but the versions for other ages. */
export const way = ['lampe', 'parler-2', 'choisir-2', 'ranger', 'trier', 'avis', 'video', 'fin-aide'];

export async function open(page: Page, locale = 'fr', scenes = 0): Promise<void> {
	await page.goto(`/${locale}/modules/${workshop}`);
	await page.locator('[data-ready]').waitFor();
	await play(page, way.slice(0, scenes));
}

export const exercise = (page: Page, kind: string) => page.locator(`form[data-exercise="${kind}"]`);
export const send = (form: Locator) => form.locator('.foot button').click();
export const said = (form: Locator) => form.locator('[data-verdict]:not([hidden])');
export const scene = (page: Page) => page.locator('.player h2');

/** Answers each exercise of a scene rightly, as a reader with a pointer would; the same with and without a script. */
export const answers: Record<string, (form: Locator) => Promise<void>> = {
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
export const heard: Record<string, string> = {
	single: words('player.quizComplete'),
	multi: words('player.quizComplete'),
	order: words('player.exerciseComplete'),
	match: words('player.exerciseComplete'),
	spot: words('player.exerciseComplete'),
	sort: words('player.exerciseComplete'),
	build: words('player.exerciseBuildHeard'),
	poll: words('player.exercisePollHeard')
};
export const kindsOf: [scenes: number, kinds: string[]][] = [
	[3, ['single', 'multi']],
	[4, ['match', 'spot']],
	[5, ['sort', 'build']],
	[6, ['poll']]
];
