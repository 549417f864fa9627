// The modules with where their review stands.
import { findStory, listStudioModules } from '$lib/content/studio.server';
import type { Locale } from '$lib/i18n/locales';
import { needsLook, summariseReviews, type ReviewSummary } from './review-states';

export function listModuleReviews(
	locale: Locale,
	today: string
): (ReviewSummary & { id: string; title: string; version: number })[] {
	return listStudioModules().map(({ slug, reviews }) => {
		const found = findStory(slug, locale);
		const version = found?.graph.version ?? 0;
		return { id: slug, title: found?.summary.title ?? slug, version, ...summariseReviews(reviews, version, today) };
	});
}

export function countModulesToLookAt(today: string): number {
	return listModuleReviews('fr', today).filter(({ state }) => needsLook(state)).length;
}
