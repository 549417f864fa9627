import { requireRole } from '$lib/auth/guards.server';
import { disciplines } from '$lib/content/review';
import { dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { listModuleReviews } from './module-reviews.server';

export const load = (event) => {
	requireRole(event, 'coordinator', 'network-admin');
	const rows = listModuleReviews(event.params.locale as Locale, dayOf(new Date()));
	return { rows, disciplines: disciplines.length };
};
