import { locales } from '$lib/i18n/locales';

export const prerender = true;

/** No page links here: the service worker shows it. */
export const entries = () => locales.map(({ id }) => ({ locale: id }));
