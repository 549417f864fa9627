import { expect, it } from 'vitest';
import { locales } from '$lib/i18n/locales';
import { findModule, listModules, listSlugs } from './catalogue.server';
import { findStory } from './studio.server';
import { audiences, isTrainingFile, unitsOf } from './training';
import { findUnit, listUnits } from './training.server';

const all = audiences.flatMap((audience) => listUnits(audience, 'fr'));

it('lists the units of an audience in the order of its path, in every language', () => {
	for (const audience of audiences)
		for (const { id: locale } of locales) {
			const numbers = listUnits(audience, locale).map(({ training }) => training.unit);
			const order: readonly string[] = unitsOf[audience];
			expect(numbers).toEqual([...numbers].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
			for (const summary of listUnits(audience, locale)) {
				expect(summary.training.audience).toBe(audience);
				expect(findUnit(summary.slug, locale)?.summary).toEqual(summary);
			}
		}
	expect(listUnits('coach', 'fr').map(({ training }) => training.unit)).toContain('C1');
});

it('keeps units out of all that young people are offered', () => {
	const slugs = all.map(({ slug }) => slug);
	expect(slugs.length).toBeGreaterThan(0);
	for (const slug of slugs) {
		for (const { id } of locales) expect(findModule(slug, id)).toBeNull();
		expect(findStory(slug, 'fr')?.summary.slug).toBe(slug);
	}
	expect(listSlugs().filter((slug) => slugs.includes(slug))).toEqual([]);
	for (const { slug } of listModules('fr')) expect(findUnit(slug, 'fr')).toBeNull();
	expect(findUnit('constructor', 'fr')).toBeNull();
});

it('has for each unit a check, and scores for all that must be passed', () => {
	for (const { slug, training } of all) {
		const { scores } = findUnit(slug, 'fr')!.graph;
		for (const name of [training.check, ...training.pass]) expect(scores[name]?.pass, `${slug}: ${name}`).toBeGreaterThan(0);
	}
});

it('tells a unit by its folder', () => {
	expect(isTrainingFile('content/training/c1-accompagner/module.svx')).toBe(true);
	expect(isTrainingFile('content/modules/aider/module.svx')).toBe(false);
	expect(isTrainingFile('content/modules/training/module.svx')).toBe(false);
});
