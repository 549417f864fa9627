// Every module and training unit with how far it is: what the checker says, each language, the last review.
import { dev } from '$app/environment';
import { requireRoleUnlessDev } from '$lib/auth/guards.server';
import { readReviews } from '$lib/content/review';
import { readReviewFile } from '$lib/content/reviews.server';
import { findStory, listStudioModules } from '$lib/content/studio.server';
import type { PageServerLoad } from './$types';

export const prerender = false;

export const load: PageServerLoad = (event) => {
	requireRoleUnlessDev(event, 'coordinator', 'network-admin');
	const modules = listStudioModules().map(({ slug, file, findings, plans, languages, ...module }) => {
		const reviews = dev ? readReviews(readReviewFile(file)) : module.reviews;
		const summary = findStory(slug, event.locals.locale)?.summary;
		return {
			slug,
			title: summary?.title ?? null,
			unit: summary?.training?.unit ?? null,
			findings: findings.length + (plans?.findings.length ?? 0),
			languages,
			lastReview: (reviews.ok && reviews.reviews.at(-1)) || null
		};
	});
	return { modules };
};
