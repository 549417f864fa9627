import { expect, it } from 'vitest';
import { locales } from '$lib/i18n/locales';
import { findModule, listModules } from './catalogue.server';
import { offeredFrom } from './offer';

it('lists in each language the modules that are translated enough, and finds each of them', () => {
	for (const { id: locale } of locales) {
		for (const summary of listModules(locale)) {
			expect(summary.translated).toBeGreaterThanOrEqual(offeredFrom);
			const module = findModule(summary.slug, locale)!;
			expect(module.summary).toEqual(summary);
			expect(Object.keys(module.nodes)).toEqual(Object.keys(module.graph.nodes));
		}
	}
});

it('finds in every language what is in the source language, and nothing else', () => {
	for (const { slug } of listModules('fr')) for (const { id } of locales) expect(findModule(slug, id)?.summary.slug).toBe(slug);
	expect(findModule('no-such-module', 'fr')).toBeNull();
	expect(findModule('constructor', 'fr')).toBeNull();
});
