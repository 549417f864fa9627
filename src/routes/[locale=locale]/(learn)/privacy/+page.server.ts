import { publicRoute } from '$lib/auth/guards.server';
import { locales } from '$lib/i18n/locales';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.map(({ id }) => ({ locale: id }));

export const load: PageServerLoad = () => {
	publicRoute();
};
