import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import { locales } from '$lib/i18n/locales';
import { sheetProgrammes } from '$lib/training/training-day';
import { getExercises } from './exercises';

const each = sheetProgrammes.flatMap((programme) => locales.map(({ id }) => [programme, id] as const));

it.each(each)('%s in %s is a sheet of headings, steps and words to say', (programme, locale) => {
	const { body } = render(getExercises(programme, locale));
	const count = (tag: string) => body.split(`<${tag}>`).length - 1;
	const exercises = body.match(/<h3\b/g)?.length ?? 0;
	expect(exercises).toBeGreaterThanOrEqual(8);
	expect(count('ol')).toBe(exercises);
	expect(count('blockquote')).toBe(exercises);
	expect(body).not.toMatch(/\*\*|^#/m);
});
