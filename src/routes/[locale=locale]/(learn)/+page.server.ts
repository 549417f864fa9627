import { publicRoute } from '$lib/auth/guards.server';
import { listModules } from '$lib/content/catalogue.server';
import type { Locale } from '$lib/i18n/locales';

export const prerender = true;

export const load = ({ params }) => {
	publicRoute();
	const [first] = listModules(params.locale as Locale);
	return { firstSlug: first?.slug ?? null };
};
