import { expect, it } from 'vitest';
import { locales } from '$lib/i18n/locales';
import { findBooster, findModule, listCompleteness, listModules, listSlugs } from './catalogue.server';
import { isOffered, offeredFrom } from './offer';

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

it('says of every module how far each language is, and whether it is offered', () => {
	const rows = listCompleteness();
	expect(new Set(rows.map(({ slug, locale }) => `${slug} ${locale}`)).size).toBe(rows.length);
	for (const { slug, locale, units, translated, stale, missing, offered } of rows) {
		expect(translated + stale + missing).toBe(units);
		const { draft, booster } = findModule(slug, locale)!.summary;
		expect(listModules(locale).some((module) => module.slug === slug)).toBe(offered && !draft && !booster);
	}
	const source = rows.filter(({ locale }) => locale === 'fr');
	expect(source.every(({ units, translated, offered }) => units > 0 && translated === units && offered)).toBe(true);
});

it('keeps drafts out of the list, at an address of their own', () => {
	expect(listSlugs()).toContain('atelier');
	expect(findModule('atelier', 'fr')?.summary.draft).toBe(true);
	expect(listModules('fr').map(({ slug }) => slug)).not.toContain('atelier');
	expect(findBooster('no-such-module', 'fr')).toBeNull();
});

it('offers a language from 95 % on, but never without a safety text', () => {
	const full = { units: 100, translated: 95, stale: 3, missing: 2, safetyMissing: 0 };
	expect(isOffered(full)).toBe(true);
	expect(isOffered({ ...full, translated: 94, missing: 3 })).toBe(false);
	expect(isOffered({ ...full, translated: 99, stale: 0, missing: 1, safetyMissing: 1 })).toBe(false);
});
