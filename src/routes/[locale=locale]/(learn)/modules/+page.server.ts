import { publicRoute } from '$lib/auth/guards.server';
import { listModules } from '$lib/content/catalogue.server';
import { sourceLocale, type Locale } from '$lib/i18n/locales';

export const prerender = true;

export const load = ({ params }) => {
	publicRoute();
	const modules = listModules(params.locale as Locale);
	const here = new Set(modules.map(({ id }) => id));
	// Better a story in French than no story; its card says so.
	const elsewhere = listModules(sourceLocale).filter(({ id }) => !here.has(id));
	return { modules, elsewhere };
};
