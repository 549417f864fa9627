// The server's door to what the studio shows. Apart from the catalogue, so that no page of young people waits for it.
import { studio } from 'virtual:relais-studio';
import type { Locale } from '$lib/i18n/locales';
import { findModule } from './catalogue.server';
import type { CompiledModule } from './graph';
import type { StudioModule } from './studio';
import { findUnit } from './training.server';

/** Every module, then every training unit, those with errors included, each in alphabetical order of their slugs. */
export function listStudioModules(): StudioModule[] {
	return studio;
}

/** One module or training unit; null when there is no folder of that name. */
export function findStudioModule(slug: string): StudioModule | null {
	return studio.find((module) => module.slug === slug) ?? null;
}

/** One module or training unit as it is played, in one language; null when there is none, or none that can be compiled. */
export function findStory(slug: string, locale: Locale): CompiledModule | null {
	return findModule(slug, locale) ?? findUnit(slug, locale);
}
