import { publicRoute } from '$lib/auth/guards.server';
import { findBooster, listModules } from '$lib/content/catalogue.server';
import type { ModuleSummary } from '$lib/content/graph';
import { sourceLocale, type Locale } from '$lib/i18n/locales';

export const prerender = true;

export const load = ({ params }) => {
	publicRoute();
	const modules = listModules(params.locale as Locale);
	const here = new Set(modules.map(({ id }) => id));
	// Better a story in French than no story; its card says so.
	const elsewhere = listModules(sourceLocale).filter(({ id }) => !here.has(id));
	return { modules, elsewhere, boosters: findBoosters([...modules, ...elsewhere], params.locale as Locale) };
};

/** The short version of each module that has one in this language, by the module's id. */
function findBoosters(modules: ModuleSummary[], locale: Locale): Record<string, string> {
	return Object.fromEntries(
		modules.flatMap(({ id }) => {
			const booster = findBooster(id, locale);
			return booster ? [[id, booster.slug]] : [];
		})
	);
}
