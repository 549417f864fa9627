// The exercises of the training days: content/training-days/<programme>/<language>.svx. Rendered on the server only.
import type { Component } from 'svelte';
import type { Locale } from '$lib/i18n/locales';
import type { SheetProgramme } from '$lib/training/training-day';

const files = import.meta.glob<Component>('/content/training-days/*/??.svx', { eager: true, import: 'default' });

/** The exercises of a day in a language; throws with the file's name when it is missing. */
export function getExercises(programme: SheetProgramme, locale: Locale): Component {
	const path = `/content/training-days/${programme}/${locale}.svx`;
	const found = files[path];
	if (!found) throw new Error(`${path.slice(1)} is missing: write it, the exercises are due in every interface language.`);
	return found;
}
