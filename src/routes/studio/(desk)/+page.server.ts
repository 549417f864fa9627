// Every module with how far it is: what the checker says, each language, the last review.
import { dev } from '$app/environment';
import { requireRoleUnlessDev } from '$lib/auth/guards.server';
import { findModule } from '$lib/content/catalogue.server';
import { readReviews } from '$lib/content/review';
import { readReviewFile } from '$lib/content/reviews.server';
import { listStudioModules } from '$lib/content/studio.server';
import type { PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = (event) => {
	requireRoleUnlessDev(event, 'coordinator', 'network-admin');
	const modules = listStudioModules().map(({ slug, file, findings, plans, languages, ...module }) => {
		const reviews = dev ? readReviews(readReviewFile(file)) : module.reviews;
		return {
			slug,
			title: findModule(slug, event.locals.locale)?.summary.title ?? null,
			findings: findings.length + (plans?.findings.length ?? 0),
			languages,
			lastReview: (reviews.ok && reviews.reviews.at(-1)) || null
		};
	});
	return { modules };
};
