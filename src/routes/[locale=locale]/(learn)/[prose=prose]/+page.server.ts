import { publicRoute } from '$lib/auth/guards.server';
import { locales } from '$lib/i18n/locales';
import { prosePages } from '../../../../params/prose';
import type { EntryGenerator, PageServerLoad } from './$types';

export const prerender = true;

export const entries: EntryGenerator = () => locales.flatMap(({ id }) => prosePages.map((prose) => ({ locale: id, prose })));

export const load: PageServerLoad = ({ params }) => {
	publicRoute();
	return { prose: params.prose };
};
