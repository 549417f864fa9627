// The server's door to what the studio shows. Apart from the catalogue, so that no page of young people waits for it.
import { studio } from 'virtual:relais-studio';
import type { StudioModule } from './studio';

/** Every module, those with errors included, in alphabetical order of their slugs. */
export function listStudioModules(): StudioModule[] {
	return studio;
}

/** One module; null when there is no folder of that name. */
export function findStudioModule(slug: string): StudioModule | null {
	return studio.find((module) => module.slug === slug) ?? null;
}
